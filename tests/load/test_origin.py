"""What an author wrote and could not be read."""

from collections.abc import Callable

import pytest

from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]


@pytest.mark.parametrize(
    ("reading", "fields", "expected"),
    [
        ("value: 3", ("value", "date", "group"), False),
        ("value: 3, group: {sex: women}", ("group",), False),
        ("value: 3, date: May", ("date",), True),
        ("value: 3, date: May", ("value", "group"), False),
        ("value: 3, gruop: {sex: women}", ("group",), True),
        ("value: 3, gruop: {sex: women}", ("value",), False),
        ("value: 3, group: {sex: women, age: []}", ("group",), True),
        ("value: 3, reading: [value, []]", ("reading",), True),
        ("value: 3, reading: []", ("reading",), False),
    ],
)
def test_refused_fields(plan_of: PlanOf, reading: str, fields: tuple[str, ...], *, expected: bool) -> None:
    plan = plan_of(f"updates: [{{id: a, readings: [{{indicator: b, {reading}}}]}}]\n").plan
    assert plan.updates[0].readings[0].refused(*fields) is expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", False),
        ("{start: 2024, end: 2025}", False),
        ("{start: 2024, end: May}", True),
        ("{start: 2024, edn: 2025}", True),
        ("[2024]", True),
    ],
)
def test_refused_periods(plan_of: PlanOf, period: str, *, expected: bool) -> None:
    assert plan_of(f"updates: [{{id: a, period: {period}}}]\n").plan.updates[0].refused("period") is expected
