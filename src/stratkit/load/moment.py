"""A plan as it was known on a day: without what was reported or decided later."""

from __future__ import annotations

from datetime import date

from stratkit.load.excerpt import Excerpt
from stratkit.load.withheld import find_withheld
from stratkit.load.workspace import Workspace
from stratkit.model.date import CALENDAR
from stratkit.model.record import Record
from stratkit.model.report import DatedReading, Decision, Update


def as_of(workspace: Workspace, day: date) -> Workspace:
    """What was known on a day, in a plan and the one before it: the same workspace where nothing is of later.

    A report, and a reading that no report gave, counts from the day it is dated, or the last day that its
    date may mean; a report without a date was known always.
    """
    known, before = _known(workspace, day), workspace.previous
    then = _known(before, day) if before else None
    return known if then is None or then is before else known.after(then)


def _known(workspace: Workspace, day: date) -> Workspace:
    fiscal = workspace.fiscal or CALENDAR

    def comes_later(record: Record) -> bool:
        if not isinstance(record, Update | Decision | DatedReading) or record.date is None:
            return False
        return record.date.last(fiscal) > day

    withheld = find_withheld(workspace.index, comes_later)
    return Excerpt(workspace, withheld, set()) if withheld.records else workspace
