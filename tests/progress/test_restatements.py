"""Readings that a later report gave again, and differently."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.progress.known import Known
from stratkit.progress.restatements import restatements

PlanOf = Callable[..., Workspace]
PLAN = """\
indicators:
  - {id: rain, title: Rain, aggregate: sum}
  - {id: trees, title: Trees, groups: {kind: [oak, elm]}}
updates:
  - id: third
    date: 2024-02
    readings:
      - {indicator: trees, date: 2021, value: 15}
      - {indicator: trees, date: 2021, value: 7, group: {kind: oak}}
      - {indicator: rain, date: 2021-Q4, value: 31}
  - id: first
    date: 2022-02
    period: 2021
    readings:
      - {indicator: trees, value: 12}
      - {indicator: trees, value: 7.0, group: {kind: oak}}
      - {indicator: trees, value: 5, group: {kind: elm}}
      - {indicator: rain, value: 100}
      - {indicator: rain, date: 2021-Q4, max: 30}
  - id: second
    date: 2023-02
    readings:
      - {indicator: trees, date: 2021-12-31, value: 14}
      - {indicator: trees, date: 2021, value: 4, group: {kind: elm}}
      - {indicator: trees, value: 14}
"""


def told(workspace: Workspace, day: date) -> list[tuple[str, object, object, str]]:
    return [
        (
            one.indicator.id,
            (one.earlier.reading.value, one.earlier.update.id),
            (one.later.reading.value, one.later.update.id),
            f"{one.day} {' '.join(one.group.values())}".strip(),
        )
        for one in restatements(workspace, Known(workspace, day))
    ]


def test_by_indicator_and_in_the_order_they_became_known(plan_of: PlanOf) -> None:
    workspace = plan_of(PLAN)
    assert workspace.problems == []
    assert told(workspace, date(2025, 1, 1)) == [
        ("rain", (None, "first"), (31, "third"), "2021-12-31"),
        ("trees", (12, "first"), (14, "second"), "2021-12-31"),
        ("trees", (5, "first"), (4, "second"), "2021-12-31 elm"),
        ("trees", (14, "second"), (15, "third"), "2021-12-31"),
    ]


def test_what_is_not_known_yet_restates_nothing(plan_of: PlanOf) -> None:
    workspace = plan_of(PLAN)
    assert [one[2] for one in told(workspace, date(2023, 6, 1))] == [(14, "second"), (4, "second")]
    assert told(workspace, date(2022, 12, 1)) == []


def test_two_readings_of_one_report_are_no_restatement(plan_of: PlanOf) -> None:
    workspace = plan_of(PLAN.replace("value: 5, group: {kind: elm}", "value: 5, group: {kind: oak}"))
    assert [one for one in told(workspace, date(2022, 12, 1)) if "oak" in one[3]] == []
