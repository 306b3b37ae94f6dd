"""Dates, periods, numbers and sums, as a reader expects them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from stratkit.model.date import PartialDate, Period
from stratkit.model.money import Money

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

Translate = Callable[[str], str]


def say_date(date: PartialDate | None, translate: Translate) -> str:
    """A date as exact as it is: `2021`, `H1 2021`, `November 2020`, `30 September 2021`, `FY2026 Q1`."""
    if date is None:
        return ""
    year = f"FY{date.year:04}" if date.fiscal else f"{date.year:04}"
    rest = date.written.partition("-")[2]
    if not rest:
        return year
    if rest[0] in "HQ":
        return f"{year} {rest}" if date.fiscal else f"{rest} {year}"
    month = translate(MONTHS[date.month - 1])
    return f"{date.day} {month} {year}" if date.day else f"{month} {year}"


def say_period(period: Period | None, translate: Translate) -> str:
    """A period: one date, or two with a dash; an open end is said in words."""
    if period is None:
        return ""
    if _whole_years(period):
        period = Period(*(date and PartialDate(f"{date.year:04}") for date in period))
    start, end = say_date(period.start, translate), say_date(period.end, translate)
    if start and end:
        return start if start == end else f"{start}–{end}" if (start + end).isdigit() else f"{start} – {end}"
    if start:
        return translate("from {date}").format(date=start)
    return translate("until {date}").format(date=end) if end else ""


def _whole_years(period: Period) -> bool:
    """Whether it begins and ends where years of the calendar do."""
    first, last = period.first(), period.last()
    if first is None or last is None or any(date.fiscal for date in period if date):
        return False
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def say_number(value: Decimal | str, unit: str = "") -> str:
    """A number with its thousands apart, or the word of a scale; percent is written as a sign."""
    if isinstance(value, str) or not value.is_finite():
        return str(value)
    number = f"{value:,f}".replace("-", "−")
    return f"{number}%" if unit == "percent" else number


def say_money(money: Money) -> str:
    """A sum after its currency: `EUR 120,000`."""
    return f"{money.currency} {say_number(money.amount)}"
