"""The milestones that are due in a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.progress.lateness import Lateness
from stratkit.progress.overview import Overview
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Link
from stratkit.views.schedule import Window, milestones_in
from stratkit.views.standings import Status, say_day, status


@dataclass(frozen=True, kw_only=True)
class Due:
    """A milestone and the outcome it is a step to. `late`: its day is gone, and it is not reached."""

    entry: Entry
    outcome: Link | None
    due: str
    lead: Link | None
    status: Status
    late: bool


def milestones_due(edition: Edition, overview: Overview, window: Window) -> Iterator[Due]:
    """Those of a time, by the days they are due."""
    late = {one.record.id for one in Lateness(overview.progress).milestones()}
    for stands, line in milestones_in(overview, window):
        above = edition.index.parent(stands.milestone)
        yield Due(
            entry=edition.entry(stands.milestone, beside=("due", "lead", "about")),
            outcome=edition.link(above.__dict__["id"]) if above else None,
            due=say_day(edition, stands.due) if stands.due else "",
            lead=edition.link(line.lead) if line.lead else None,
            status=status(edition, line.status),
            late=stands.milestone.id in late,
        )
