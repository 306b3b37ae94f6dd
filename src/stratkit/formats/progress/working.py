"""The working of one status, so that anyone can check it with pencil and paper."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.formats.progress.done import done
from stratkit.formats.progress.measured import groups, measured
from stratkit.formats.progress.rows import COLOURS, word
from stratkit.formats.progress.sheet import WIDTH, Row, sheet, wrap
from stratkit.formats.progress.verdict import STATUS
from stratkit.formats.progress.weighed import parts, weighed
from stratkit.load.likeness import did_you_mean
from stratkit.model.measure import Indicator
from stratkit.model.promise import ActionLine, Axis, Challenge, Milestone, Outcome, Theme
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.overview import Overview
from stratkit.progress.rollup import GroupStanding, MilestoneStanding
from stratkit.progress.standing import Standing
from stratkit.source.shown import visible

KINDS = (Indicator, Milestone, Outcome, Axis, ActionLine, Theme, Challenge)
"""What has a status, beside the plan."""
_TITLE = 240
"""As many characters of a title are shown."""


class NoStatus(Exception):
    """Nothing with this id has a status. `help` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.help = mend


def explain(overview: Overview, target: str, *, colour: bool) -> str:
    """How the status of an indicator, a milestone, an outcome or what these are rolled up to comes about.

    `target` is its id; that of the plan is for all of it. Raises `NoStatus` if nothing with this id has one.
    """
    title, stands = _standing(overview, target)
    heading = visible(title if len(title) <= _TITLE else title[: _TITLE - 3] + "...")
    sections = [wrap(f"{target}: {heading}", WIDTH) + _verdict(overview, stands, colour=colour)]
    found = (list(rows) for rows in _sections(overview, stands))
    sections += [_lines(overview, rows, stands, colour=colour) for rows in found if rows]
    return "\n\n".join("\n".join(lines) for lines in sections) + "\n"


def _standing(overview: Overview, target: str) -> tuple[str, Standing]:
    """The title of what has an id, and how it stands."""
    progress, header = overview.progress, overview.workspace.header
    if header and target == header.id:
        return header.title, progress.plan
    record = overview.workspace.index.get(target)
    if isinstance(record, Indicator):
        return record.title, progress.indicators[target]
    if isinstance(record, Milestone | Outcome):
        return record.title, (progress.milestones | progress.outcomes)[target]
    if isinstance(record, Axis | ActionLine):
        return record.title, progress.place(record)
    if isinstance(record, Theme | Challenge):
        return record.title, (progress.theme if isinstance(record, Theme) else progress.challenge)(target)
    raise _no_status(overview, target)


def _no_status(overview: Overview, target: str) -> NoStatus:
    index, header = overview.workspace.index, overview.workspace.header
    record = index.get(target)
    if record:
        noun = record.noun()
        message = f"`{target}` is {'an' if noun[0] in 'aeiou' else 'a'} {noun}, which has no status"
        return NoStatus(message, "a status has what is measured or done, and what that is rolled up to")
    if target in index.renamed:
        return NoStatus(f"nothing has the id `{target}` any more", f"it is `{index.renamed[target].id}` now")
    known = [one.id for kind in KINDS for one in index.of_kind(kind)] + ([header.id] if header else [])
    mend = did_you_mean(target, known) or "`stratkit progress` shows the ids with `--format csv`"
    return NoStatus(f"nothing in this plan has the id `{target}`", mend)


def _sections(overview: Overview, stands: Standing) -> Iterator[Iterator[Row]]:
    if isinstance(stands, IndicatorStanding):
        yield measured(overview, stands)
        yield groups(overview, stands)
    elif isinstance(stands, MilestoneStanding):
        yield done(overview, stands)
    elif isinstance(stands, GroupStanding):
        yield parts(overview, stands)
        yield weighed(overview, stands)


def _verdict(overview: Overview, stands: Standing, *, colour: bool) -> list[str]:
    """The day, and what was reported beside what was computed."""
    told = getattr(stands, "told", None)
    said = told.entry.status if told else None
    computed = _word(overview, stands.status, colour=colour)
    if said and said != stands.status:
        computed = f"reported {_word(overview, said, colour=colour)}, computed {computed}"
    return [f"as of {overview.day}: {computed}"]


def _lines(overview: Overview, rows: list[Row], stands: Standing, *, colour: bool) -> list[str]:
    """A section, with colour for the status that its row of that name begins with."""
    plain, painted = (_word(overview, stands.status, colour=choice) for choice in (False, colour))
    return [
        line.replace(plain, painted, 1) if line.startswith(f"  {STATUS} ") else line for line in sheet(rows)
    ]


def _word(overview: Overview, status: str, *, colour: bool) -> str:
    text = visible(word(overview, status))
    if not colour or status not in COLOURS:
        return text
    from typer import style

    return style(text, fg=COLOURS[status], bold=True)
