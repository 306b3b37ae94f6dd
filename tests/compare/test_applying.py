"""What holds of every comparison of a plan with itself and its revisions: plans and edits at random.

What a plan says is taken in its normal form, which has every field of every record; `form.py` says what it
leaves out, and why. Of cycles only what is promised is compared: changes are applied to revisions only. The
place of what is new among others is not told: only what was in a list before has to keep its order.

`PLAN_SEEDS=1000:6000 pytest tests/compare/test_applying.py` draws other plans, and as many as you like.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple, get_args

import pytest
from tests.compare.applying import missed
from tests.compare.invention.author import Author
from tests.compare.invention.edits import Editor
from tests.compare.invention.liberties import Liberties, write
from tests.compare.invention.tree import Tree, spots, tree_of
from tests.compare.test_cases import CASES, Case, told, workspace
from tests.compare.test_properties import each_plan, mirrored

from stratkit.check.finding import STRUCTURE, find
from stratkit.compare.change import Change, Kind
from stratkit.compare.difference import difference
from stratkit.load.agreement import kinds
from stratkit.load.workspace import Workspace, open_workspace

FIRST, LAST = map(int, os.environ.get("PLAN_SEEDS", "0:80").split(":"))
CHUNKS = 8
REVISIONS = [case for case in CASES if "cycle" not in case and "faulty" not in case]
BETWEEN_CYCLES = {"continued", "merged", "shifted"}
ELSEWHERE = ("previous", "part_of")
"""Paths to other plans, which are not there where a plan is written anew."""

each_chunk = pytest.mark.parametrize(
    "seeds", [range(FIRST + number, LAST, CHUNKS) for number in range(CHUNKS)], ids=lambda seeds: seeds.start
)


class Drawn(NamedTuple):
    """A plan, the same after some edits, what these were, and what is told of them."""

    old: Workspace
    new: Workspace
    edits: list[str]
    changes: tuple[Change, ...]


def opened(tree: Tree, folder: Path, dice: Random | None = None) -> Workspace:
    """A tree, written to files and read; with dice to several."""
    return open_workspace(write(tree, folder, dice), folder.parent)


def drawn(tree: Tree, dice: Random, folder: Path, *, lineage: bool = True) -> Drawn:
    editor = Editor(tree, dice, lineage=lineage)
    old, new = opened(tree, folder / "old"), opened(editor.edit(), folder / "new", dice)
    return Drawn(old, new, editor.told, difference(old, new).changes)


def invented(seed: int) -> tuple[Tree, Random]:
    """A plan at random, and the dice for what becomes of it."""
    dice = Random(seed)  # noqa: S311 # nothing secret
    return Author(dice).plan(), dice


def shipped(plan: Path) -> tuple[Tree, Random]:
    """A plan that is there, and dice."""
    tree: Tree = tree_of(open_workspace(plan, plan).plan)
    tree["plan"] = {key: value for key, value in tree["plan"].items() if key not in ELSEWHERE}
    return tree, Random(plan.name)  # noqa: S311


def folders(seeds: range, base: Path) -> Iterator[tuple[int, Path]]:
    """Each seed with a folder of its own."""
    for seed in seeds:
        folder = base / str(seed)
        folder.mkdir()
        yield seed, folder


@each_chunk
def test_changes_applied_to_a_plan_give_its_revision(seeds: range, tmp_path: Path) -> None:
    for seed, folder in folders(seeds, tmp_path):
        pair = drawn(*invented(seed), folder)
        faults = [str(fault) for plan in (pair.old, pair.new) for fault in find(plan, STRUCTURE)]
        assert faults == [], (seed, pair.edits)
        assert missed(pair.old, pair.changes, pair.new) == [], (seed, pair.edits)


@each_plan
def test_so_they_do_of_plans_that_are_there(plan: Path, tmp_path: Path) -> None:
    pair = drawn(*shipped(plan), tmp_path)
    assert missed(pair.old, pair.changes, pair.new) == [], pair.edits


@pytest.mark.parametrize("case", REVISIONS, ids=lambda case: case["name"])
def test_so_they_do_of_the_cases(case: Case, tmp_path: Path) -> None:
    old, new = (workspace(case, side, tmp_path) for side in ("old", "new"))
    found = difference(old, new)
    if found.matching.revised:
        assert missed(old, found.changes, new) == []


@pytest.mark.parametrize("seed", range(FIRST, min(LAST, FIRST + 20)))
def test_a_change_that_is_not_told_is_missed(seed: int, tmp_path: Path) -> None:
    pair = drawn(*invented(seed), tmp_path)
    for one in pair.changes:
        others = [change for change in pair.changes if change is not one]
        assert is_missed(pair, others), (seed, told(one))


def is_missed(pair: Drawn, changes: list[Change]) -> bool:
    """Whether some of the changes do not give the later plan, or contradict each other."""
    try:
        return missed(pair.old, changes, pair.new) != []
    except (AssertionError, KeyError, ValueError):
        return True


@each_chunk
def test_what_says_the_same_is_no_change(seeds: range, tmp_path: Path) -> None:
    for seed, folder in folders(seeds, tmp_path):
        tree, dice = invented(seed)
        one, other = (
            opened(tree, folder / "one"),
            opened(Liberties(tree, dice).take(), folder / "other", dice),
        )
        for pair in ((one, other), (other, one), (other, other)):
            assert [told(change) for change in difference(*pair).changes] == [], seed
        assert missed(one, (), other) == [], seed


@each_chunk
def test_without_lineage_the_way_back_mirrors_the_way_there(seeds: range, tmp_path: Path) -> None:
    for seed, folder in folders(seeds, tmp_path):
        pair = drawn(*invented(seed), folder, lineage=False)
        back = difference(pair.new, pair.old).changes
        assert mirrored(pair.changes, turned=True) == mirrored(back, turned=False), (seed, pair.edits)


def test_plans_at_random_leave_nothing_out() -> None:
    found = [spot for seed in range(60) for spot in spots(invented(seed)[0])]
    classes = {spot.record.__name__: spot.record for spot in found}
    fields = {(spot.record.__name__, key) for spot in found for key in spot.node}
    assert {spot.kind for spot in found} - {""} == kinds()
    every = {(name, key) for name, record in classes.items() for key in record.fields_ if key != "was"}
    assert sorted(every - fields) == []


def test_edits_at_random_leave_nothing_out(tmp_path: Path) -> None:
    found: set[Kind] = set()
    for seed, folder in folders(range(100), tmp_path):
        if found | BETWEEN_CYCLES != set(get_args(Kind)):
            found |= {change.kind for change in drawn(*invented(seed), folder).changes}
    assert set(get_args(Kind)) - found == BETWEEN_CYCLES
