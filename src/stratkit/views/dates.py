"""Dates, periods, numbers and sums, as a reader of the language expects them."""

from __future__ import annotations

from copy import copy
from datetime import date
from decimal import Decimal

from babel.dates import format_date, format_skeleton, get_month_names, get_quarter_names
from babel.numbers import NumberPattern

from stratkit.model.date import PartialDate, Period
from stratkit.model.money import Money
from stratkit.views.tongue import Tongue, direction

NARROW_SPACE = "\u202f"
"""French sets thousands apart with it. Where words are hyphenated, WeasyPrint 70 breaks lines early at it."""

LEFT_TO_RIGHT = "\u200e"
"""Keeps a minus before its number where words run the other way."""


def say_date(when: PartialDate | None, tongue: Tongue) -> str:
    """A date as exact as it is: `2021`, `H1 2021`, `November 2020`, `30 September 2021`, `FY2026 Q1`."""
    if when is None:
        return ""
    part = when.written.partition("-")[2]
    if not part:
        return _year(when, tongue)
    if part[0] in "HQ":
        return _part_of_year(part, when, tongue)
    day = date(when.year, when.month, when.day or 1)
    if when.day:
        return format_date(day, "long", locale=tongue.locale)
    return format_skeleton("yMMMM", day, locale=tongue.locale)


def _year(when: PartialDate, tongue: Tongue) -> str:
    year = f"{when.year:04}"
    return tongue.translate("FY{year}").format(year=year) if when.fiscal else year


def _part_of_year(part: str, when: PartialDate, tongue: Tongue) -> str:
    year = _year(when, tongue)
    if part[0] == "H":
        half = tongue.translate("H1") if part == "H1" else tongue.translate("H2")
    else:
        half = get_quarter_names("abbreviated", locale=tongue.locale)[int(part[1:])]
    pattern = tongue.translate("{year} {part}") if when.fiscal else tongue.translate("{part} {year}")
    return pattern.format(part=half, year=year)


def say_period(period: Period | None, tongue: Tongue) -> str:
    """A period: one date, or two with a dash; an open end is said in words."""
    if period is None:
        return ""
    if _whole_years(period):
        period = Period(*(when and PartialDate(f"{when.year:04}") for when in period))
    start, end = say_date(period.start, tongue), say_date(period.end, tongue)
    if start and end:
        return start if start == end else f"{start}–{end}" if (start + end).isdigit() else f"{start} – {end}"
    if start:
        return tongue.translate("from {date}").format(date=start)
    return tongue.translate("until {date}").format(date=end) if end else ""


def _whole_years(period: Period) -> bool:
    """Whether it begins and ends where years of the calendar do."""
    first, last = period.first(), period.last()
    if first is None or last is None or any(when.fiscal for when in period if when):
        return False
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def say_month(number: int, tongue: Tongue) -> str:
    """The name of a month, 1 to 12, within a sentence."""
    return str(get_month_names("wide", locale=tongue.locale)[number])


def say_number(value: Decimal | str, tongue: Tongue, unit: str | None = None) -> str:
    """A number with all its digits, its thousands apart, or the word of a scale; percent is a sign."""
    if isinstance(value, str) or not value.is_finite():
        return str(value)
    if unit == "percent":
        return _write(value.scaleb(-2), _digits(value), tongue.locale.percent_formats[None], tongue)
    return _write(value, _digits(value), tongue.locale.decimal_formats[None], tongue)


def _digits(value: Decimal) -> int:
    """How many digits are written behind the point."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _write(value: Decimal, digits: int, pattern: NumberPattern, tongue: Tongue) -> str:
    exact = copy(pattern)
    exact.frac_prec = (digits, digits)
    said = str(exact.apply(value, tongue.locale))
    minus = f"{LEFT_TO_RIGHT}−" if direction(tongue.tag) == "rtl" else "−"
    return said.replace("-", minus).replace(NARROW_SPACE, "\u00a0")


def say_money(money: Money, tongue: Tongue) -> str:
    """A sum with the code of its currency, where the language puts that: `EUR 120,000`, `120 000 EUR`."""
    amount = say_number(money.amount, tongue)
    first = "¤" in tongue.locale.currency_formats["standard"].prefix[0]
    return f"{money.currency} {amount}" if first else f"{amount} {money.currency}"
