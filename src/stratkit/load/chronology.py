"""What was reported, in the order of time.

In: a plan's updates, with dates as exact as their authors know them. Out: their order, and the day on which
something was reported or read.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date

from stratkit.load.index import Index
from stratkit.load.workspace import Workspace
from stratkit.model.date import FiscalYear, PartialDate
from stratkit.model.measure import Indicator
from stratkit.model.report import Reading, Update


def chronology(workspace: Workspace) -> list[Update]:
    """The updates by `date`, else by the end of their period, else where the author put them.

    Empty if a date among them cannot be read: their order is not known.
    """
    updates = workspace.reports
    fiscal = workspace.fiscal
    if fiscal is None or any(u.refused("date") or (not u.date and u.refused("period")) for u in updates):
        return []
    last = date.min
    days: list[tuple[date, int]] = []
    for number, update in enumerate(updates):
        last = day_of(update, fiscal) or last
        days.append((last, number))
    return [updates[number] for _, number in sorted(days)]


def day_of(update: Update, fiscal: FiscalYear) -> date | None:
    """The last day on which it can have been reported, as far as its author says."""
    if update.date:
        return update.date.last(fiscal)
    return update.period.last(fiscal) if update.period else None


def readings_of(update: Update, index: Index) -> Iterator[tuple[Reading, Indicator]]:
    """The readings of an update with their indicators; those that name none are left out."""
    for reading in update.readings:
        indicator = index.get(reading.indicator or "")
        if isinstance(indicator, Indicator):
            yield reading, indicator


def date_of(reading: Reading, update: Update) -> PartialDate | None:
    """The date of a reading: its own, or the end of the update's period. None if that cannot be read."""
    if reading.date or reading.refused("date"):
        return reading.date
    return update.period.end if update.period and not update.refused("period") else None


def dated(reading: Reading, update: Update) -> Reading:
    """The reading; of the day of its report, where neither it nor that one's period says of which it is."""
    return reading if date_of(reading, update) else reading.replace(date=update.date)


def known_by(reading: Reading, update: Update, indicator: Indicator, fiscal: FiscalYear) -> Hashable:
    """What tells a reading from others of its indicator: its day and its group; None if that is not known.

    Where readings count for the time they span, as in sums, a quarter is not the year that ends with it.
    """
    if reading.refused("date", "group") or update.refused("period") or indicator.refused("aggregate"):
        return None
    when = date_of(reading, update)
    day = when.last(fiscal) if when else None
    spans = indicator.aggregate in ("sum", "per_period")
    start = _first_day(reading, update, fiscal) if spans else None
    return indicator.id, day, start, frozenset((reading.group or {}).items())


def _first_day(reading: Reading, update: Update, fiscal: FiscalYear) -> date | None:
    if reading.date:
        return reading.date.first(fiscal)
    return update.period.first(fiscal) if update.period else None
