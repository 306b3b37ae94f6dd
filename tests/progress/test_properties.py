"""What holds of progress whatever the figures are."""

from __future__ import annotations

import json
import random
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.report import NO_REPORT
from stratkit.progress.rollup import Progress

DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))
FIGURES = st.integers(-500, 500)
READINGS = st.lists(st.tuples(DAYS, FIGURES), max_size=6, unique_by=lambda one: one[0])
INDICATORS = st.lists(
    st.fixed_dictionaries(
        {
            "direction": st.sampled_from(["increase", "decrease", "maintain"]),
            "aggregate": st.sampled_from(["latest", "sum", "per_period"]),
            "path": st.sampled_from(["linear", "stepped"]),
            "baseline": FIGURES,
            "targets": st.lists(st.tuples(DAYS, FIGURES), max_size=3, unique_by=lambda one: one[0]),
            "readings": READINGS,
            "weight": st.integers(1, 5),
        }
    ),
    min_size=1,
    max_size=4,
)


def opened(indicators: list[dict[str, Any]], order: int = 0) -> Workspace:
    """A plan with an outcome for every two indicators; its reports in some order."""
    made = [
        {key: one[key] for key in ("direction", "aggregate", "path", "weight")}
        | {
            "id": f"i{number}",
            "title": f"I{number}",
            "baseline": {"date": "2019", "value": one["baseline"]},
            "targets": [{"date": str(day), "value": value} for day, value in one["targets"]],
        }
        for number, one in enumerate(indicators)
    ]
    updates = [
        {
            "id": f"u{number}-{place}",
            "date": str(day),
            "readings": [{"indicator": f"i{number}", "value": value}],
        }
        for number, one in enumerate(indicators)
        for place, (day, value) in enumerate(one["readings"])
    ]
    random.Random(order).shuffle(updates)  # noqa: S311 # nothing secret
    plan = {
        "format": 1,
        "plan": {
            "id": "example",
            "title": "Example",
            "organization": {"name": "Example"},
            "period": {"start": 2020, "end": 2023},
        },
        "outcomes": [
            {"id": f"o{place}", "title": f"O{place}", "indicators": made[place : place + 2]}
            for place in range(0, len(made), 2)
        ],
        "updates": updates,
    }
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plan.yaml").write_text(json.dumps(plan))
        return open_workspace(Path(folder), Path(folder))


@settings(max_examples=60, deadline=None)
@given(INDICATORS, DAYS)
def test_what_is_rolled_up_is_bounded(indicators: list[dict[str, Any]], day: date) -> None:
    progress = Progress(opened(indicators), day)
    for stands in (*progress.outcomes.values(), progress.plan):
        assert 0 <= stands.figures <= stands.parts
        for percent in (stands.percent, stands.expected_percent):
            assert percent is None or 0 <= percent <= 100
        assert (stands.percent is None) == (stands.figures == 0)


@settings(max_examples=60, deadline=None)
@given(INDICATORS, DAYS, st.integers(1, 1000))
def test_the_order_of_reports_in_the_file_does_not_matter(
    indicators: list[dict[str, Any]], day: date, order: int
) -> None:
    one, other = (Progress(opened(indicators, number), day) for number in (0, order))
    for target, stands in one.indicators.items():
        same = other.indicators[target]
        assert (stands.actual, stands.percent, stands.status) == (same.actual, same.percent, same.status)
    assert (one.plan.percent, one.plan.status) == (other.plan.percent, other.plan.status)


@settings(max_examples=60, deadline=None)
@given(INDICATORS, DAYS)
def test_no_report_is_never_a_status_of_success_or_failure(
    indicators: list[dict[str, Any]], day: date
) -> None:
    progress = Progress(opened([one | {"readings": []} for one in indicators]), day)
    assert {stands.status for stands in progress.indicators.values()} == {NO_REPORT}
    assert progress.plan.status == NO_REPORT
    assert progress.plan.percent is None


@settings(max_examples=60, deadline=None)
@given(st.integers(-100, 100), st.integers(1, 100), FIGURES, st.integers(1, 50))
def test_more_of_a_rising_indicator_is_no_less(start: int, rise: int, value: int, more: int) -> None:
    found = []
    for reading in (value, value + more):
        indicator = {
            "direction": "increase",
            "aggregate": "latest",
            "path": "linear",
            "weight": 1,
            "baseline": start,
            "targets": [(date(2023, 12, 31), start + rise)],
            "readings": [(date(2021, 6, 30), reading)],
        }
        found.append(Progress(opened([indicator]), date(2022, 1, 1)).indicators["i0"].percent)
    assert found[0] is not None
    assert found[1] is not None
    assert found[0] < found[1]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 1000), st.integers(1, 1000))
def test_what_is_expected_of_a_rising_indicator_never_falls(first: int, second: int) -> None:
    indicator = {
        "direction": "increase",
        "aggregate": "latest",
        "path": "linear",
        "weight": 1,
        "baseline": 0,
        "targets": [(date(2021, 12, 31), 40), (date(2023, 12, 31), 100)],
        "readings": [],
    }
    workspace, begin = opened([indicator]), date(2020, 1, 1)
    early, late = sorted((first, second))
    expected = [
        Progress(workspace, begin + timedelta(days=days)).indicators["i0"].expected for days in (early, late)
    ]
    assert expected[0] is not None
    assert expected[1] is not None
    assert expected[0] <= expected[1]
