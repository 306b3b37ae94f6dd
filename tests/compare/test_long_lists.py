"""Lists as long as a file can hold, with nothing in common: told, and in time."""

from collections.abc import Callable
from time import process_time

import pytest

from stratkit.compare.difference import difference
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]
LONG = 2_000
INDICATOR = "indicators: [{id: i, title: I}]\n"


def ideas(word: str) -> str:
    told = ", ".join(f"{word} {number} {word}s {word} {number}" for number in range(LONG))
    return f"action_lines: [{{id: a, title: A, key_ideas: [{told}]}}]\n"


def readings(value: int) -> str:
    told = ", ".join(f"{{indicator: i, date: 2020, value: {value + number}}}" for number in range(LONG))
    return f"{INDICATOR}readings: [{told}]\n"


def targets(year: int) -> str:
    told = ", ".join(
        f"{{date: {year + day // 336}-{1 + day // 28 % 12:02}-{1 + day % 28:02}, value: 5}}"
        for day in range(LONG)
    )
    return f"indicators: [{{id: i, title: I, targets: [{told}]}}]\n"


def themes(first: int) -> str:
    there = "".join(f"  - {{id: t{number}, title: T{number}}}\n" for number in range(2 * LONG))
    named = ", ".join(f"t{first + number}" for number in range(LONG))
    return f"themes:\n{there}outcomes: [{{id: o, title: O, themes: [{named}]}}]\n"


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (ideas("dredge"), ideas("train"), {"listed", "unlisted"}),
        (ideas("dredge"), ideas("dredge now"), {"reworded"}),
        (readings(0), readings(LONG), {"changed"}),
        (targets(2020), targets(2040), {"target-postponed"}),
        (themes(0), themes(LONG), {"linked", "unlinked"}),
    ],
    ids=["ideas", "reworded ideas", "readings", "targets", "themes"],
)
def test_long_lists(plan_of: PlanOf, old: str, new: str, kinds: set[str]) -> None:
    one, other = plan_of(old), plan_of(new)
    assert (one.problems, other.problems) == ([], [])
    start = process_time()
    changes = difference(one, other).changes
    assert process_time() - start < 10
    assert {change.kind for change in changes} == kinds
    assert len(changes) == len(kinds) * LONG
