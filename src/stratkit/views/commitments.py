"""What became of each commitment of the earlier plan: how many of each kind, and each with its fate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from stratkit.check.attainment import Attainment
from stratkit.compare.dispositions import CARRIED, Disposition, Fate, interpreted, is_interpreted
from stratkit.compare.holding import holders
from stratkit.compare.reported import Figure, Report
from stratkit.compare.step import Match
from stratkit.load.chronology import date_of
from stratkit.model.measure import Indicator
from stratkit.views.cycles import NOWHERE, Cycles, kind_of, name_of
from stratkit.views.dates import say_date, say_number, say_period
from stratkit.views.edition import Edition
from stratkit.views.ends import by_kind, say_end
from stratkit.views.entry import Link
from stratkit.views.indicators import say_value
from stratkit.views.standings import Status, exact, say_count, status
from stratkit.views.strategy_map import READING

FATES: tuple[Fate, ...] = get_args(Fate)
"""In the order in which they are told."""


@dataclass(frozen=True, kw_only=True)
class Heir:
    """What continues a commitment; its kind, if that is another. `reading`: that it does is our reading."""

    link: Link
    kind: str
    reading: bool


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """One commitment, what it lay in, and its fate.

    `why` it ended; `asked`: the heirs are a question. `status` is the last reported, `figure` the last
    reading, `when` they were reported. `note` says why the fate is our `reading`. `plain`: nothing has to be
    said of it besides. `marked`: it is not, or not all, in the organization's own words.
    """

    link: Link
    place: str
    fate: Fate
    words: str
    heirs: tuple[Heir, ...]
    why: str
    asked: bool
    status: Status | None
    figure: str
    when: str
    reading: bool
    note: str
    plain: bool
    marked: bool


@dataclass(frozen=True, kw_only=True)
class Others:
    """Commitments of one fate of which only their names have to be said, and how they stood."""

    title: str
    count: str
    items: tuple[Commitment, ...]


@dataclass(frozen=True, kw_only=True)
class Commitments:
    """All of one kind: those in `rows` have a reason, or go on as something else, `others` have not.

    `told`: something was reported of one of the rows.
    """

    title: str
    count: str
    rows: tuple[Commitment, ...]
    others: tuple[Others, ...]
    told: bool


def commitments(
    cycles: Cycles, table: Sequence[Disposition], places: Mapping[str, str], attainment: Attainment
) -> tuple[Commitments, ...]:
    """The table, kind by kind. `places` are those of the document where an element has more said of it."""
    return tuple(
        _of_kind(cycles, kind, [_commitment(cycles, one, places, attainment) for one in found])
        for kind, found in by_kind(table).items()
    )


def say_fate(edition: Edition, one: Disposition) -> str:
    """The fate of one commitment."""
    if one.fate in CARRIED:
        return {
            "continued": edition.translate("Carried on"),
            "reworded": edition.translate("Reworded"),
            "split": edition.translate("Split"),
            "merged": edition.translate("Merged"),
        }[one.fate]
    if one.fate == "completed":
        return edition.translate("Completed")
    return edition.translate("Completed, says the last report") if one.is_met else say_end(edition, one.fate)


def has_marks(found: Sequence[Commitments]) -> bool:
    """Whether the table holds the sign of what is our reading."""
    plain = (row for kind in found for other in kind.others for row in other.items)
    rows = (*(row for kind in found for row in kind.rows), *plain)
    return any(row.reading or row.marked or READING in row.why for row in rows)


def _of_kind(cycles: Cycles, kind: str, found: Sequence[Commitment]) -> Commitments:
    rows = tuple(one for one in found if not one.plain)
    others: dict[str, list[Commitment]] = {}
    for one in sorted(found, key=lambda one: FATES.index(one.fate)):
        if one.plain:
            others.setdefault(one.words, []).append(one)
    return Commitments(
        title=cycles.old.words.many(kind),
        count=say_count(cycles.old, len(found)),
        rows=rows,
        others=tuple(
            Others(title=words, count=say_count(cycles.old, len(some)), items=tuple(some))
            for words, some in others.items()
        ),
        told=any(one.status or one.figure for one in rows),
    )


def _commitment(
    cycles: Cycles, one: Disposition, places: Mapping[str, str], attainment: Attainment
) -> Commitment:
    told, link = one.interpreted, name_of(cycles.old, one.element)
    heirs = _perhaps(cycles, one) or tuple(_heir(cycles, one, places, match) for match in one.heirs)
    same = [heir for heir in heirs if heir.link.words == link.words and not heir.kind]
    is_same = one.fate in CARRIED and len(same) == len(heirs) == 1
    reason = cycles.new.say(one.retirement.reason) if one.retirement and not one.through else ""
    why = cycles.new.translate("; ").join(filter(None, (*_reached(cycles, one), reason)))
    return Commitment(
        link=replace(link, target=heirs[0].link.target) if is_same else link,
        place=_place(cycles.old, one),
        fate=one.fate,
        words=say_fate(cycles.old, one),
        heirs=heirs,
        why=why,
        asked=one.proposal is not None,
        status=status(cycles.old, one.status) if one.status else None,
        figure=_figure(cycles.old, one, attainment),
        when=_when(cycles.old, one.report, one.figure),
        reading=bool(told),
        note=" ".join(
            dict.fromkeys(cycles.new.say(record.reading_note) for record in told if record.reading_note)
        ),
        marked=one.element.basis == "reading" or "title" in one.element.reading,
        plain=not told and (is_same or not (heirs or why)),
    )


def _reached(cycles: Cycles, one: Disposition) -> Iterator[str]:
    """As what it went on in plans between the two, and ended there."""
    for ending in one.reached if not one.heirs else ():
        header = ending.plan.header
        if header is not None and ending.element is not one.element:
            went = Edition(ending.plan, cycles.old.tongue, NOWHERE)
            pattern = went.translate("went on in {plan} as {title}")
            years = say_period(header.period, went.tongue) or went.say(header.title)
            mark = f" {READING}" if interpreted(ending) else ""
            yield pattern.format(plan=years, title=went.heading(ending.element)) + mark


def _place(edition: Edition, one: Disposition) -> str:
    """What it lay in."""
    found = (edition.index.get(target) for target in holders(edition.index, one.element))
    return edition.translate(", ").join(edition.heading(record) for record in found if record is not None)


def _heir(cycles: Cycles, one: Disposition, places: Mapping[str, str], match: Match) -> Heir:
    return Heir(
        link=name_of(cycles.new, match.new, places.get(match.new.id, "")),
        kind=_other_kind(cycles, one, match.new.kind_) and kind_of(cycles.new, match.new),
        reading=is_interpreted(match),
    )


def _perhaps(cycles: Cycles, one: Disposition) -> tuple[Heir, ...]:
    """What may continue it, where nobody says so."""
    if one.proposal is None:
        return ()
    new = one.proposal.new
    kind = _other_kind(cycles, one, new.kind_) and kind_of(cycles.new, new)
    return (Heir(link=name_of(cycles.new, new), kind=kind, reading=False),)


def _other_kind(cycles: Cycles, one: Disposition, kind: str) -> str:
    """The kind, if the later plan calls it something else than the earlier one called this."""
    before, after = cycles.old.words.one(one.element.kind_), cycles.new.words.one(kind)
    return kind if kind != one.element.kind_ or before != after else ""


def _figure(edition: Edition, one: Disposition, attainment: Attainment) -> str:
    """The last reading, or the sum of all where they add up, with its unit and the target."""
    if one.figure is None or not isinstance(one.element, Indicator):
        return ""
    unit, found = one.element.unit, attainment.of(one.element)
    value = say_value(edition, one.figure.reading, unit)
    if one.element.aggregate == "sum" and found.actual is not None:
        value = say_number(exact(found.actual), edition.tongue, unit)
    said = value if unit in (None, "percent") else f"{value} {edition.say_name(unit)}"
    goal = say_value(edition, found.goal, unit) if found.goal else ""
    return edition.translate("{value}; target {goal}").format(value=said, goal=goal) if goal else said


def _when(edition: Edition, report: Report | None, figure: Figure | None) -> str:
    """When it was said: the date of the figure, else the time that the report tells of."""
    if figure is not None:
        read = date_of(figure.reading, figure.update) or figure.update.date
        return say_date(read, edition.tongue)
    if report is None:
        return ""
    update = report.update
    return say_period(update.period, edition.tongue) or say_date(update.date, edition.tongue)
