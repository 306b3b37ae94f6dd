"""What is known of an indicator, or of anything else, on a day: the readings and entries that count.

A report is known from its date; one without a date always was. A reading belongs to the day it says, else to
the last day of its report's period, else to the day of the report. Given again for the same day, it replaces
the earlier one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.model.date import CALENDAR, FiscalYear
from stratkit.model.measure import Indicator
from stratkit.model.report import Entry, Reading, Update

ALWAYS = date.min


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A reading, the day it is of, the report that gave it, and the one of that day which it replaces."""

    day: date
    reading: Reading
    update: Update
    earlier: Dated | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a report said of an element, and that report."""

    entry: Entry
    update: Update


class Known:
    """The reports of a plan that are known on a day, in the order in which they became known."""

    def __init__(self, workspace: Workspace, day: date) -> None:
        self.day = day
        self.fiscal: FiscalYear = workspace.fiscal or CALENDAR
        self.updates = sorted(
            (update for update in workspace.reports if self.since(update) <= day), key=self.since
        )
        self._readings: dict[str, list[Dated]] = defaultdict(list)
        self._entries: dict[str, Told] = {}
        for update in self.updates:
            for reading in update.readings:
                if dated := self._date(reading, update):
                    self._readings[reading.indicator].append(dated)
            for entry in update.entries:
                self._entries[entry.about] = Told(entry=entry, update=update)

    def since(self, update: Update) -> date:
        """The day a report is known from."""
        return update.date.last(self.fiscal) if update.date else ALWAYS

    @property
    def last(self) -> date | None:
        """The day on which something became known last: a report, or a reading that none gave."""
        days = [self.since(update) for update in self.updates]
        days += [dated.day for found in self._readings.values() for dated in found]
        return max((day for day in days if day != ALWAYS), default=None)

    def readings(self, indicator: Indicator) -> list[Dated]:
        """The readings of an indicator as a whole, by their days: of each day the last one given."""
        return _last_of_each_day(dated for dated in self._readings[indicator.id] if not dated.reading.group)

    def of(self, indicator: str) -> list[Dated]:
        """All readings of an indicator, those of groups too, in the order in which they became known."""
        return self._readings[indicator]

    def grouped(self, indicator: Indicator) -> dict[tuple[tuple[str, str], ...], list[Dated]]:
        """The readings of an indicator by the group they are of."""
        groups: dict[tuple[tuple[str, str], ...], list[Dated]] = defaultdict(list)
        for dated in self._readings[indicator.id]:
            if dated.reading.group:
                groups[tuple(sorted(dated.reading.group.items()))].append(dated)
        return {group: _last_of_each_day(found) for group, found in groups.items()}

    def told(self, element: str) -> Told | None:
        """What the last report that speaks of an element said of it."""
        return self._entries.get(element)

    def _date(self, reading: Reading, update: Update) -> Dated | None:
        """The reading with its day; None if it has no value, no day, or one that is still to come."""
        if reading.value is None and reading.min is None and reading.max is None:
            return None
        day = self._day(reading, update)
        return Dated(day=day, reading=reading, update=update) if day and day <= self.day else None

    def _day(self, reading: Reading, update: Update) -> date | None:
        if reading.date:
            return reading.date.last(self.fiscal)
        end = update.period.last(self.fiscal) if update.period else None
        return end or (update.date.last(self.fiscal) if update.date else None)


def _last_of_each_day(readings: Iterable[Dated]) -> list[Dated]:
    found: dict[date, Dated] = {}
    for dated in readings:
        found[dated.day] = replace(dated, earlier=found.get(dated.day))
    return [found[day] for day in sorted(found)]
