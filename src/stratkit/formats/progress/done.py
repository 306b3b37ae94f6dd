"""The working of a milestone: it is done or not."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.formats.progress.given import day, place
from stratkit.formats.progress.sheet import Row
from stratkit.formats.progress.verdict import said, verdict
from stratkit.progress.known import Told
from stratkit.progress.overview import Overview
from stratkit.progress.rollup import MilestoneStanding

UNTOLD = "no report speaks of it"


def done(overview: Overview, stands: MilestoneStanding) -> Iterator[Row]:
    """The rows of a milestone."""
    record, due = stands.milestone, stands.due
    last = day(due, record.due) if due else "on no day"
    yield Row(label="due", cells=(last,), span=place(record, "due") if due else None)
    yield from said(overview, stands.told, stands)
    when = f"it is due by {due}" if due else "it is due on no day"
    late = bool(stands.expected_percent)
    yield Row(label="expected", cells=(f"100 %: {due} is over" if late else f"0 %: {when}",))
    yield Row(label="reached", cells=(_reached(overview, stands.told, full=bool(stands.percent)),))
    yield from verdict(overview, stands, UNTOLD)


def _reached(overview: Overview, told: Told | None, *, full: bool) -> str:
    if told is None:
        return f"no percentage: {UNTOLD}"
    entry = told.entry
    if full:
        return "100 %: it is completed" if entry.status else "100 %: all of it is reported as done"
    completed = entry.status == "completed" or not entry.status
    if completed and entry.date and entry.date.last(overview.progress.known.fiscal) > overview.day:
        return f"0 %: it is completed on {entry.date}, which is still to come"
    return "0 %: it is not reported as completed"
