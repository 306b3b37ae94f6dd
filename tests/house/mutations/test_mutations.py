"""One fault is one finding, where a person would look for it: on a thousand changes of the real plans."""

import random
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.house.mutations import keys, references, syntax, tables, values
from tests.house.mutations.mutation import Mutation, Place
from tests.house.mutations.plans import NAMES, PLANS, nodes

from stratkit.check.finding import find
from stratkit.load.workspace import open_workspace

OPERATORS = {
    operator.__name__: operator
    for module in (keys, values, references, syntax, tables)
    for operator in module.OPERATORS
}
CHUNKS = 10
MUTATIONS = 1000
SEED = 2021


@cache
def drawn() -> tuple[tuple[str, Mutation], ...]:
    """A thousand nodes drawn evenly from all that an operator fits, each with the one used least so far.

    The first are one for each operator: some fit a few nodes alone.
    """
    fitting = []
    for node in (node for name in NAMES for node in nodes(name)):
        mutations = {name: mutation for name, operator in OPERATORS.items() if (mutation := operator(node))}
        if mutations:
            fitting.append(mutations)
    random.Random(SEED).shuffle(fitting)  # noqa: S311 — nothing secret
    chosen = []
    for name in OPERATORS:
        number = next(number for number, mutations in enumerate(fitting) if name in mutations)
        chosen.append((name, fitting.pop(number)[name]))
    used = Counter(OPERATORS.keys())
    for mutations in fitting[: MUTATIONS - len(chosen)]:
        name = min(mutations, key=used.__getitem__)
        used[name] += 1
        chosen.append((name, mutations[name]))
    return tuple(chosen)


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "plans"
    shutil.copytree(PLANS, folder)
    return folder


@pytest.fixture(scope="module")
def intact(plans: Path) -> dict[str, list[Place]]:
    return {name: places(plans, name) for name in NAMES}


def places(plans: Path, name: str) -> list[Place]:
    """Where something is found in a plan."""
    found = find(open_workspace(plans / name, plans))
    return [(finding.code, finding.span.path, finding.span.line, finding.span.column) for finding in found]


def added(plans: Path, mutation: Mutation, before: list[Place]) -> list[Place]:
    """What is found in a plan with a fault, and is not in the plan without it.

    A finding that speaks of several elements stands at one of them. If that is the one with the fault, it
    moves to the next: none is added.
    """
    file = plans / mutation.node.file
    file.write_bytes(mutation.text.encode("utf-8", "surrogateescape"))
    try:
        found = Counter(places(plans, mutation.node.plan))
    finally:
        file.write_bytes(mutation.node.text.encode("utf-8"))
    expected = Counter(mutation.now(place) for place in before)
    gone = Counter(code for code, *_ in (expected - found).elements())
    fresh = []
    for place in (found - expected).elements():
        if gone[place[0]]:
            gone[place[0]] -= 1
        else:
            fresh.append(place)
    return fresh


def test_drawing_uses_every_operator_on_every_plan() -> None:
    used = Counter(name for name, _ in drawn())
    assert len(drawn()) == len({mutation.node for _, mutation in drawn()}) == MUTATIONS
    assert used.keys() == OPERATORS.keys()
    assert {mutation.node.plan for _, mutation in drawn()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nodes_are_where_their_words_are(name: str) -> None:
    for node in nodes(name):
        if node.plain:
            assert node.words == node.value.value
        assert (PLANS / node.file).read_text("utf-8")[node.start : node.end] == node.words
        assert node.words


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_each_fault_is_one_finding_at_its_place(
    plans: Path, intact: dict[str, list[Place]], chunk: int
) -> None:
    wrong = []
    for name, mutation in drawn()[chunk::CHUNKS]:
        found = added(plans, mutation, intact[mutation.node.plan])
        if found != [mutation.place]:
            wrong.append(f"{name}: expected {mutation.place}, found {found}: {mutation.words!r}")
    assert wrong == []
