"""Where indicators lead, worked by hand: a line through the baseline and the last reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from stratkit.load.workspace import Workspace
from stratkit.progress.forecast import Forecast, forecast
from stratkit.progress.rollup import Progress

HEADER = (
    "format: 1\nplan: {id: small, title: Small, organization: {name: A}, period: {start: 2021, end: 2024}}\n"
)
BASELINE = "baseline: {date: 2020, value: 100}"
TARGET = "targets: [{date: 2024, value: 300}]"


@pytest.fixture
def told(plan_of: Callable[..., Workspace]) -> Callable[..., Forecast | None]:
    """Tells the forecast of an indicator with some readings, each a date and a value."""

    def tell(indicator: str, *readings: tuple[str, str]) -> Forecast | None:
        body = f"indicators:\n  - {{id: a, title: A, {indicator}}}\nreadings:\n"
        body += "".join(f"  - {{indicator: a, date: {day}, {value}}}\n" for day, value in readings)
        return forecast(Progress(plan_of(body, header=HEADER), date.max).indicators["a"])

    return tell


def test_the_pace_so_far_is_kept(told: Callable[..., Forecast | None]) -> None:
    coming = told(f"{BASELINE}, {TARGET}", ("2021", "value: 500"), ("2022", "value: 150"))
    assert coming is not None
    assert (coming.first, coming.last, coming.due) == (
        date(2020, 12, 31),
        date(2022, 12, 31),
        date(2024, 12, 31),
    )
    # 50 in 730 of 1461 days
    assert coming.value == 100 + 50 * Fraction(1461, 730)
    assert coming.percent == 25 * Fraction(1461, 730)
    assert coming.expected == 100 * Fraction(730, 1461)


def test_a_fall_goes_on(told: Callable[..., Forecast | None]) -> None:
    coming = told(
        "baseline: {date: 2020, value: 80}, targets: [{date: 2022, value: 0}]", ("2021", "value: 60")
    )
    assert coming is not None
    assert (coming.value, coming.percent, coming.expected) == (Fraction(40), Fraction(50), Fraction(50))


def test_sums_add_up(told: Callable[..., Forecast | None]) -> None:
    coming = told(
        "aggregate: sum, targets: [{date: 2022, value: 100}]", ("2021-H1", "value: 10"), ("2021", "value: 20")
    )
    assert coming is not None
    assert (coming.first, coming.value, coming.percent) == (date(2020, 12, 31), Fraction(60), Fraction(60))


def test_the_course_of_the_plan_is_what_is_expected(told: Callable[..., Forecast | None]) -> None:
    targets = "targets: [{date: 2021, value: 110}, {date: 2022, value: 300}]"
    coming = told(f"{BASELINE}, {targets}", ("2021", "value: 110"))
    assert coming is not None
    assert (coming.percent, coming.expected) == (Fraction(10), Fraction(5))


@pytest.mark.parametrize(
    ("indicator", "readings"),
    [
        (f"{BASELINE}, {TARGET}", []),
        (TARGET, [("2021", "value: 150"), ("2022", "value: 170")]),
        (BASELINE, [("2022", "value: 150")]),
        (f"{BASELINE}, {TARGET}", [("2020", "value: 150")]),
        (f"{BASELINE}, {TARGET}", [("2021-10-19", "value: 150")]),
        (f"{BASELINE}, {TARGET}", [("2024", "value: 150")]),
        (f"{BASELINE}, {TARGET}", [("2022", "min: 150")]),
        (f"path: stepped, {BASELINE}, {TARGET}", [("2022", "value: 150")]),
        (f"aggregate: per_period, {BASELINE}, {TARGET}", [("2022", "value: 150")]),
        (f"direction: maintain, {BASELINE}, {TARGET}", [("2022", "value: 150")]),
        ("baseline: {value: 300}, " + TARGET, [("2022", "value: 150")]),
        (
            "scale: [low, high], baseline: {value: low}, targets: [{date: 2024, value: high}]",
            [("2022", "value: low")],
        ),
    ],
)
def test_nothing_is_told_where_a_line_tells_nothing(
    indicator: str, readings: list[tuple[str, str]], told: Callable[..., Forecast | None]
) -> None:
    assert told(indicator, *readings) is None


def test_it_is_told_once_a_fifth_of_the_time_is_gone(told: Callable[..., Forecast | None]) -> None:
    assert told(f"{BASELINE}, {TARGET}", ("2021-10-20", "value: 150")) is not None  # 293 of 1461 days
