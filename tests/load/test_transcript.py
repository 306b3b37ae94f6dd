"""A plan written out says what its files say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.load.transcript import transcript
from stratkit.load.workspace import Workspace, open_workspace

PLANS = sorted(path.parent.name for path in (Path(__file__).parents[2] / "plans").glob("*/plan.yaml"))

ODD = """
values:
  - {id: a, title: "no", summary: "2021-03-04", text: "- a\\n\\n  b: c #d\\n"}
  - {id: b, title: {en: " yes ", ar: "نعم"}, text: "tab\\there: 'and' \\"there\\" 😀", weight: 0.10}
  - {id: c, title: "[x]", succeeds: [], fields: {own: "~"}}
fields: [{id: own, title: Own, required: false}]
outcomes:
  - {id: o, title: O, markers: {gender: 2}, budget: [{amount: 12.50 EUR, date: FY2026-Q1}]}
indicators:
  - {id: i, title: I, groups: {sex: [women, men]}, baseline: {date: 2021-H1, value: -1.0}}
updates: [{id: u, period: {start: 2021, end: 2022-03}, entries: []}, {id: v, period: 2021-Q1}]
"""


def again(text: str, folder: Path) -> Workspace:
    (folder / "again.yaml").write_text(text, encoding="utf-8")
    return open_workspace(folder / "again.yaml", folder)


def test_there_are_plans() -> None:
    assert len(PLANS) >= 4


@pytest.mark.parametrize("name", PLANS)
def test_read_again_it_is_the_same_plan(name: str, root: Path, tmp_path: Path) -> None:
    plan = open_workspace(root / "plans" / name, root).plan
    assert again(transcript(plan), tmp_path).plan == plan


def test_values_that_yaml_would_take_for_something_else(
    plan_of: Callable[..., Workspace], tmp_path: Path
) -> None:
    workspace = plan_of(ODD)
    assert workspace.problems == []
    read = again(transcript(workspace.plan), tmp_path)
    assert read.problems == []
    assert read.plan == workspace.plan
    assert str(read.plan.values[1].weight) == "0.10"
    assert read.plan.values[2].succeeds == ()
