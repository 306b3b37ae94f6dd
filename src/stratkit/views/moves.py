"""What has moved since the last report: statuses of outcomes, and milestones whose day has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stratkit.model.promise import Milestone
from stratkit.progress.known import ALWAYS
from stratkit.progress.lateness import Lateness
from stratkit.progress.overview import Overview
from stratkit.views.changes import changes
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import Status, status

ORDER = ("worse", "discontinued", "finished", "better")
"""Ways that a status has gone: what a board has to know first."""


@dataclass(frozen=True, kw_only=True)
class Move:
    """Something that changed, in which `way`, and from what to what.

    Of a milestone that is late `before` is None, and `due` the day that has passed.
    """

    link: Link
    way: str
    before: Status | None
    now: Status
    due: str = ""


def moves(edition: Edition, overview: Overview) -> Iterator[Move]:
    """What has become worse, what is late, what was given up, finished, or has become better."""
    found = changes(edition, overview)
    kinds = {kind.key: kind for kind in found.kinds} if found else {}
    for key in ORDER:
        kind = kinds.get(key)
        for one in kind.changes if kind else ():
            yield Move(link=one.link, way=kind.title if kind else "", before=one.before, now=one.now)
        if key == "worse":
            yield from _late(edition, overview)


def reported_before(overview: Overview) -> date | None:
    """The day of the report before the last one; None if there was none."""
    if overview.before is None:
        return None
    known = overview.before.known
    days = (since for update in known.updates if (since := known.since(update)) != ALWAYS)
    return max(days, default=known.day)


def _late(edition: Edition, overview: Overview) -> Iterator[Move]:
    """Milestones that should have been reached since the report before the last one."""
    since = reported_before(overview)
    for late in Lateness(overview.progress).milestones():
        record = late.record
        if since and late.due >= since and isinstance(record, Milestone):
            yield Move(
                link=edition.link(record.id),
                way=edition.translate("Late"),
                before=None,
                now=status(edition, (late.told and late.told.entry.status) or "no_report"),
                due=say_date(record.due, edition.tongue),
            )
