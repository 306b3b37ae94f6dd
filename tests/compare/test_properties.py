"""What holds of every comparison."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.compare.test_cases import CASES, Case, told, workspace

from stratkit import shipped
from stratkit.compare.change import Change
from stratkit.compare.difference import difference
from stratkit.load.transcript import transcript
from stratkit.load.workspace import open_workspace

PLANS = sorted(path.parent for path in shipped.plans().glob("*/plan.yaml"))
PAIRS = (
    ("added", "removed"),
    ("linked", "unlinked"),
    ("set", "unset"),
    ("listed", "unlisted"),
    ("brought-forward", "postponed"),
    ("target-raised", "target-lowered"),
    ("target-brought-forward", "target-postponed"),
    ("target-added", "target-dropped"),
    ("baseline-added", "baseline-dropped"),
    ("split", "merged"),
)
OTHER_WAY = dict(PAIRS) | {other: one for one, other in PAIRS}
LINEAGE = ("was:", "succeeds:", "retired:", "faulty", "cycle", "status:")
"""What makes the way from one plan to the other unlike the way back."""

each_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)


@each_plan
def test_a_plan_and_itself(plan: Path) -> None:
    assert difference(*(open_workspace(plan, plan) for _ in range(2))).changes == ()


@each_plan
def test_files_joined_and_texts_wrapped_otherwise(plan: Path, tmp_path: Path) -> None:
    whole = open_workspace(plan, plan)
    (tmp_path / "plan.yaml").write_text(transcript(whole.plan), encoding="utf-8")
    assert difference(whole, open_workspace(tmp_path, tmp_path)).changes == ()


def mirrored(changes: tuple[Change, ...], *, turned: bool) -> list[str]:
    """Changes without what depends on the way, as they would be the other way if `turned`."""
    found = []
    for change in changes:
        said = told(change)
        sides = {"before": said.get("before"), "after": said.get("after")}
        if turned:
            said["kind"] = OTHER_WAY.get(change.kind, change.kind)
            sides = {"before": sides["after"], "after": sides["before"]}
        names = sorted({str(said["element"]), str(said.get("old", said["element"]))})
        found.append(json.dumps([said["kind"], said.get("field"), sides, names], sort_keys=True))
    return sorted(found)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if not any(word in json.dumps(case) for word in LINEAGE)],
    ids=lambda case: case["name"],
)
def test_without_lineage_the_way_back_mirrors_the_way_there(case: Case, tmp_path: Path) -> None:
    old, new = (workspace(case, side, tmp_path) for side in ("old", "new"))
    one, other = difference(old, new).changes, difference(new, old).changes
    assert mirrored(one, turned=True) == mirrored(other, turned=False)
