"""The latest reading of each indicator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stratkit.model.date import CALENDAR, FiscalYear
from stratkit.model.measure import Indicator
from stratkit.model.report import Reading, Update
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.indicators import Measured, say_value


@dataclass(frozen=True, kw_only=True)
class Latest(Measured):
    """The value that was read last. `reading` and `basis` are as of an entry."""

    basis: str = ""
    reading: bool = False


def latest(edition: Edition) -> dict[str, Latest]:
    """By the ids of indicators: of the readings with a value, of everybody, the one of the last day.

    A reading without a date is of the end of its update's period, or of the day it was reported. One of which
    no day is known comes before all others; of two of one day the later in the plan counts.
    """
    fiscal = edition.plan.plan.fiscal or CALENDAR
    found: dict[str, tuple[date, Latest]] = {}
    for update in edition.workspace.reports:
        for reading in update.readings:
            value = _value(edition, reading)
            if not value or reading.group:
                continue
            day = _day(update, reading, fiscal)
            if reading.indicator not in found or found[reading.indicator][0] <= day:
                found[reading.indicator] = day, _measured(edition, update, reading, value)
    return {target: measured for target, (_, measured) in found.items()}


def _value(edition: Edition, reading: Reading) -> str:
    indicator = edition.index.get(reading.indicator)
    return say_value(edition, reading, indicator.unit if isinstance(indicator, Indicator) else None)


def _day(update: Update, reading: Reading, fiscal: FiscalYear) -> date:
    if reading.date:
        return reading.date.last(fiscal)
    ended = update.period.last(fiscal) if update.period else None
    return ended or (update.date.last(fiscal) if update.date else date.min)


def _measured(edition: Edition, update: Update, reading: Reading, value: str) -> Latest:
    when = reading.date or (update.period.end if update.period else None) or update.date
    return Latest(
        value=value,
        date=say_date(when, edition.tongue),
        note=edition.say(reading.note),
        basis=reading.basis or "",
        reading=bool(reading.reading),
    )
