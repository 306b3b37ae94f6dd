"""What can be told of two plans, and what cannot: what is new, measured and reported."""

from collections.abc import Callable

import pytest

from stratkit.compare.difference import difference
from stratkit.compare.measured import measured
from stratkit.compare.newcomers import newcomers
from stratkit.compare.reported import last_heard
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]
NEXT = "format: 1\nplan: {id: next, title: Next, organization: {name: A network}}\n"


def test_newcomers_continue_nothing_and_are_not_in_question(plan_of: PlanOf) -> None:
    old = plan_of("themes: [{id: quiet, title: Quiet nights for all}, {id: clean, title: Clean}]\n")
    new = plan_of(
        "themes: [{id: calm, title: Quiet nights for us all}, {id: clean, title: Clean}]\n"
        "values: [{id: care, title: Care}]\n"
        "outcomes: [{id: deep, title: Deep quays, indicators: [{id: depth, title: Depth}]}]\n",
        header=NEXT,
    )
    found = difference(old, new)
    assert [each.new.id for each in found.matching.proposals] == ["calm"]
    assert [one.id for one in newcomers(found)] == ["deep", "depth"]


def test_indicators_are_measurable_by_a_target_or_a_baseline(plan_of: PlanOf) -> None:
    plan = plan_of(
        "indicators:\n"
        "  - {id: a, title: A}\n"
        "  - {id: b, title: B, targets: [{date: 2020, value: 3}]}\n"
        "  - {id: c, title: C, baseline: {value: 3}}\n"
    )
    assert measured(plan) == (3, 2)
    assert measured(plan_of("indicators: [{id: a, title: A, baseline: {value: }}]\n")) == (1, 1)


@pytest.mark.parametrize(
    ("updates", "when"),
    [
        ("", "None"),
        ("updates: [{id: a, period: 2020}, {id: b, date: 2019-05}]\n", "2020"),
        ("updates: [{id: a, period: {start: 2019, end: 2020}, date: 2021-02}]\n", "2019–2020"),
        ("updates: [{id: a, date: 2021-02}]\n", "2021-02"),
        ("updates: [{id: a, date: 2021-02}, {id: b}]\n", "2021-02"),
        ("indicators: [{id: x, title: X}]\nreadings: [{indicator: x, date: 2020-03, value: 1}]\n", "2020-03"),
    ],
)
def test_the_last_report_has_a_time(plan_of: PlanOf, updates: str, when: str) -> None:
    assert str(last_heard(plan_of(updates))) == when
