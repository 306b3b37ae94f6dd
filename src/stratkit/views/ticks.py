"""Stretches of time that an axis names: years, quarters, months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names, get_quarter_names

from stratkit.views.tongue import Tongue


@dataclass(frozen=True, kw_only=True)
class Tick:
    """The first day of a stretch of time, and what the stretch is called; it lasts until the next."""

    day: date
    words: str


def years(first: date, last: date) -> tuple[Tick, ...]:
    """The years of the calendar that two days are in, and those between."""
    return tuple(Tick(day=date(year, 1, 1), words=f"{year:04}") for year in range(first.year, last.year + 1))


def quarters(first: date, last: date, tongue: Tongue) -> tuple[Tick, ...]:
    """The quarters of the calendar that two days are in, and those between: `Q1`."""
    names = get_quarter_names("abbreviated", locale=tongue.locale)
    begun = _begin(first, last, 3)
    return tuple(Tick(day=day, words=str(names[day.month // 3 + 1])) for day in begun)


def months(first: date, last: date, tongue: Tongue) -> tuple[Tick, ...]:
    """The months that two days are in, and those between: `Jan`."""
    names = get_month_names("abbreviated", context="stand-alone", locale=tongue.locale)
    return tuple(Tick(day=day, words=str(names[day.month])) for day in _begin(first, last, 1))


def _begin(first: date, last: date, length: int) -> list[date]:
    """The first days of all stretches of a length in months, the year's first one first."""
    start, end = (day.year * 12 + day.month - 1 for day in (first, last))
    return [
        date(number // 12, number % 12 + 1, 1) for number in range(start - start % length, end + 1, length)
    ]
