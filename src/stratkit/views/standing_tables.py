"""Tables of how everything stands: outcomes by action line and axis, and milestones by their dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from stratkit.model.promise import ActionLine, Axis, Milestone, Outcome
from stratkit.progress.lateness import Lateness
from stratkit.progress.overview import Line, Overview
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import Stand, stand


@dataclass(frozen=True, kw_only=True)
class StandingRow:
    """An outcome, or the axis that those below it are in, and how it stands.

    `asks`: why it asks for a decision, if it does. `reading`: the title is our interpretation. `basis` is
    that of the whole.
    """

    id: str
    title: str
    number: str
    axis: bool
    stand: Stand
    asks: str
    reading: bool
    basis: str


@dataclass(frozen=True, kw_only=True)
class StandingTable:
    """The outcomes of an action line. `head` is the line itself, None for those outside all lines."""

    title: str
    head: StandingRow | None
    tone: int
    rows: tuple[StandingRow, ...]


@dataclass(frozen=True, kw_only=True)
class MilestoneRow:
    """A milestone, the outcome it stands in, and when it is due; `late`: that is past and it is not done."""

    row: StandingRow
    outcome: Link
    due: str
    late: bool


def standing_tables(
    edition: Edition, overview: Overview, asked: Mapping[str, str]
) -> Iterator[StandingTable]:
    """One for each action line, one for the outcomes outside. `asked` are reasons to decide, by outcomes."""
    lines = [line for line in overview.lines if isinstance(line.record, ActionLine | Axis | Outcome)]
    starts = [place for place, line in enumerate(lines) if isinstance(line.record, ActionLine)]
    outside = next((place for place, line in enumerate(lines) if _is_outside(line)), len(lines))
    for start, end in pairwise((*starts, outside)):
        yield _table(edition, overview, lines[start:end], asked)
    if lines[outside:]:
        rows = tuple(_row(edition, overview, line, asked) for line in lines[outside:])
        yield StandingTable(title=edition.words.many("outcome"), head=None, tone=0, rows=rows)


def milestone_rows(edition: Edition, overview: Overview) -> Iterator[MilestoneRow]:
    """All milestones by the days that they are due; those without one last."""
    late = {one.record.id for one in Lateness(overview.progress).milestones()}
    milestones = overview.progress.milestones
    found = [line for line in overview.lines if isinstance(line.record, Milestone)]
    for line in sorted(found, key=lambda line: milestones[line.record.id].due or date.max):
        record = line.record
        above = edition.index.parent(record)
        if isinstance(record, Milestone):
            yield MilestoneRow(
                row=_row(edition, overview, line, {}),
                outcome=edition.link(above.id) if isinstance(above, Outcome) else Link(words=""),
                due=say_date(record.due, edition.tongue),
                late=record.id in late,
            )


def _is_outside(line: Line) -> bool:
    return line.depth == 0 and isinstance(line.record, Outcome)


def _table(
    edition: Edition, overview: Overview, lines: Sequence[Line], asked: Mapping[str, str]
) -> StandingTable:
    row, *rows = (_row(edition, overview, line, asked) for line in lines)
    return StandingTable(
        title=row.title,
        head=row,
        tone=edition.tones.get(row.id, 0),
        rows=tuple(rows),
    )


def _row(edition: Edition, overview: Overview, line: Line, asked: Mapping[str, str]) -> StandingRow:
    record, number = line.record, edition.numbering.of(line.record.id)
    return StandingRow(
        id=record.id,
        title=edition.heading(record),
        number=number.label if isinstance(record, ActionLine) else number.code,
        axis=isinstance(record, Axis),
        stand=stand(edition, line, overview.day, overview.progress.bands),
        asks=asked.get(record.id, ""),
        reading="title" in record.reading,
        basis=record.basis or "",
    )
