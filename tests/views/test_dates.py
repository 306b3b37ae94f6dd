from __future__ import annotations

from decimal import Decimal

import pytest

from stratkit.model.date import PartialDate, Period
from stratkit.model.money import Money
from stratkit.views.dates import say_date, say_money, say_month, say_number, say_period
from stratkit.views.tongue import Tongue

ENGLISH = Tongue()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2021", "2021"),
        ("2021-H1", "H1 2021"),
        ("2021-Q3", "Q3 2021"),
        ("2020-11", "November 2020"),
        ("2021-09-03", "3 September 2021"),
        ("FY2026", "FY2026"),
        ("FY2026-Q1", "FY2026 Q1"),
    ],
)
def test_dates(written: str, said: str) -> None:
    assert say_date(PartialDate(written), ENGLISH) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2021", "2023", "2021–2023"),
        ("2021", "2021", "2021"),
        ("2021-03", "2021-05", "March 2021 – May 2021"),
        ("2018-01-01", "2021", "2018–2021"),
        ("2021-01", "2021-12-31", "2021"),
        ("FY2021", "FY2022-Q4", "FY2021 – FY2022 Q4"),
        ("2023", None, "from 2023"),
        (None, "2023", "until 2023"),
        (None, None, ""),
    ],
)
def test_periods(start: str | None, end: str | None, said: str) -> None:
    dates = [PartialDate(date) if date else None for date in (start, end)]
    assert say_period(Period(*dates), ENGLISH) == said


def test_nothing_is_said_of_no_date() -> None:
    assert (say_date(None, ENGLISH), say_period(None, ENGLISH)) == ("", "")


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (Decimal(2642), "", "2,642"),
        (Decimal("8.90"), "percent", "8.90%"),
        (Decimal(-3), "points", "−3"),
        (Decimal("1E+3"), "", "1,000"),
        ("high", "", "high"),
    ],
)
def test_numbers(value: Decimal | str, unit: str, said: str) -> None:
    assert say_number(value, ENGLISH, unit) == said


def test_money() -> None:
    assert say_money(Money(Decimal(120000), "EUR"), ENGLISH) == "EUR 120,000"


@pytest.mark.parametrize(
    ("tag", "day", "month", "quarter", "number", "percent", "money"),
    [
        ("en-US", "September 3, 2021", "September 2021", "Q3 2021", "1,234.50", "8.90%", "EUR 1,234.50"),
        (
            "fr",
            "3 septembre 2021",
            "septembre 2021",
            "T3 2021",
            "1\xa0234,50",
            "8,90\xa0%",
            "1\xa0234,50 EUR",
        ),
        (
            "es",
            "3 de septiembre de 2021",
            "septiembre de 2021",
            "T3 2021",
            "1.234,50",
            "8,90\xa0%",
            "1.234,50 EUR",
        ),
        ("ar", "3 سبتمبر 2021", "سبتمبر 2021", "الربع الثالث 2021", "1,234.50", "8.90%", "1,234.50 EUR"),
        (
            "fr-CA",
            "3 septembre 2021",
            "septembre 2021",
            "T3 2021",
            "1\xa0234,50",
            "8,90\xa0%",
            "1\xa0234,50 EUR",
        ),
        ("xx", "3 September 2021", "September 2021", "Q3 2021", "1,234.50", "8.90%", "EUR 1,234.50"),
    ],
)
def test_each_language_has_its_ways(
    tag: str, *, day: str, month: str, quarter: str, number: str, percent: str, money: str
) -> None:
    tongue, amount = Tongue(tag), Decimal("1234.50")
    dates = [say_date(PartialDate(date), tongue) for date in ("2021-09-03", "2021-09", "2021-Q3")]
    assert dates == [day, month, quarter]
    assert say_number(amount, tongue) == number
    assert say_number(Decimal("8.90"), tongue, "percent") == percent
    assert say_money(Money(amount, "EUR"), tongue) == money


def test_a_minus_stays_before_its_number() -> None:
    assert say_number(Decimal(-3), Tongue("ar")) == "\u200e−3"
    assert say_number(Decimal("-0.5"), Tongue("fr"), "percent") == "−0,5\xa0%"


def test_a_month_has_a_name_in_each_language() -> None:
    assert [say_month(4, Tongue(tag)) for tag in ("en", "fr", "es", "ar")] == [
        "April",
        "avril",
        "abril",
        "أبريل",
    ]
