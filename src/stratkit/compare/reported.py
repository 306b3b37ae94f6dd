"""What a plan reported last of its elements: a status, or a figure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from stratkit.compare.figures import values
from stratkit.load.chronology import chronology, date_of
from stratkit.load.workspace import Workspace
from stratkit.model.date import CALENDAR, PartialDate, Period
from stratkit.model.report import Entry, Reading, Update


class Report(NamedTuple):
    """The last entry that says how an element stands, and the update it is in."""

    entry: Entry
    update: Update


class Figure(NamedTuple):
    """A reading of everybody, and the update it is in."""

    reading: Reading
    update: Update


def last_figures(workspace: Workspace) -> Mapping[str, Figure]:
    """By id the reading of each indicator that is of the last day; of several of one day the one told last.

    Readings of groups, and those that say nothing, do not count. Empty if the order is not known.
    """
    fiscal = workspace.fiscal or CALENDAR
    found: dict[str, tuple[date, Figure]] = {}
    for update in chronology(workspace):
        for reading in update.readings:
            when = date_of(reading, update) or update.date
            day = when.last(fiscal) if when else date.min
            known = found.get(reading.indicator)
            if not reading.group and values(reading) and (known is None or known[0] <= day):
                found[reading.indicator] = day, Figure(reading, update)
    return {name: figure for name, (_, figure) in found.items()}


def last_heard(workspace: Workspace) -> Period | PartialDate | None:
    """Of when the last report of a plan is: its period, its date, or that of a reading; None if unknown.

    Of several reports whose order is not known it is the one that its author put last.
    """
    for update in reversed(chronology(workspace) or workspace.reports):
        dates = [one.date for one in update.readings if one.date]
        found = update.period or update.date or max(dates, default=None)
        if found:
            return found
    return None


def last_reports(workspace: Workspace) -> Mapping[str, Report]:
    """By id the last report of each element that says how it stands.

    Empty if the order of the updates is not known: a date among them cannot be read.
    """
    return {
        entry.about: Report(entry, update)
        for update in chronology(workspace)
        for entry in update.entries
        if entry.status
    }
