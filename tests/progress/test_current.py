from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from stratkit.load.workspace import Workspace
from stratkit.progress.current import current

YEARS = """
work_plans:
  - {id: all-years, title: All years, period: {start: 2021, end: 2023}}
  - {id: second, title: Second, period: 2022}
  - {id: first, title: First, period: 2021}
"""
GAP = """
work_plans:
  - {id: undated, title: Undated}
  - {id: first, title: First, period: 2021-H1}
  - {id: second, title: Second, period: 2022}
"""


@pytest.mark.parametrize(
    ("body", "day", "found"),
    [
        (YEARS, "2021-06-01", "first"),
        (YEARS, "2022-12-31", "second"),
        (YEARS, "2023-01-01", "all-years"),
        (YEARS, "2024-01-01", "second"),
        (YEARS, "2020-12-31", "first"),
        (GAP, "2021-09-01", "first"),
        (GAP, "2022-01-01", "second"),
        (GAP, "2020-01-01", "first"),
        ("work_plans: [{id: a, title: A}, {id: b, title: B}]\n", "2022-01-01", "a"),
    ],
)
def test_a_day_belongs_to_one_work_plan(
    plan_of: Callable[..., Workspace], body: str, day: str, found: str
) -> None:
    plan = current(plan_of(body), date.fromisoformat(day))
    assert plan is not None
    assert plan.id == found


def test_there_may_be_none(plan_of: Callable[..., Workspace]) -> None:
    assert current(plan_of(), date(2022, 1, 1)) is None
