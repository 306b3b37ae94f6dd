from __future__ import annotations

from decimal import Decimal

import pytest

from stratkit.model.date import PartialDate, Period
from stratkit.model.money import Money
from stratkit.views.dates import say_date, say_money, say_number, say_period


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
    assert say_date(PartialDate(written), str) == said


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
    assert say_period(Period(*dates), str) == said


def test_nothing_is_said_of_no_date() -> None:
    assert (say_date(None, str), say_period(None, str)) == ("", "")


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
    assert say_number(value, unit) == said


def test_money() -> None:
    assert say_money(Money(Decimal(120000), "EUR")) == "EUR 120,000"
