"""Milestones, outcomes and what is rolled up from them, against figures worked by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.progress.conftest import exact, examples

from stratkit.load.workspace import open_workspace
from stratkit.model.promise import ActionLine, Axis, Challenge, Theme
from stratkit.progress.rollup import GroupStanding, MilestoneStanding, Progress
from stratkit.progress.standing import Standing

EXAMPLES = examples("rollups.yaml")


def stands(progress: Progress, target: str) -> Standing:
    if target == "plan":
        return progress.plan
    for found in (progress.indicators, progress.milestones, progress.outcomes):
        if target in found:
            return found[target]
    record = progress.workspace.index.get(target)
    if isinstance(record, Theme):
        return progress.theme(target)
    if isinstance(record, Challenge):
        return progress.challenge(target)
    assert isinstance(record, ActionLine | Axis)
    return progress.place(record)


def said(standing: Standing, expected: dict[str, Any]) -> dict[str, object]:
    """What a standing says of what is expected of it."""
    found: dict[str, object] = {
        "percent": standing.percent,
        "expected_percent": standing.expected_percent,
        "status": standing.status,
    }
    if "of" in expected:
        assert isinstance(standing, GroupStanding)
        found["of"] = [standing.figures, standing.parts]
    if "reported" in expected:
        assert isinstance(standing, GroupStanding | MilestoneStanding)
        told = standing.told
        assert told
        found["reported"] = {"status": told.entry.status, "progress": told.entry.progress}
    return {key: found[key] for key in expected}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_figures_worked_by_hand(example: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(example["plan"], encoding="utf-8")
    workspace = open_workspace(tmp_path, tmp_path)
    assert workspace.problems == []
    progress = Progress(workspace, date.fromisoformat(example["as_of"]))
    for target, expected in example["expected"].items():
        wanted = {
            key: exact(value) if key in ("percent", "expected_percent") else value
            for key, value in expected.items()
        }
        assert (target, said(stands(progress, target), expected)) == (target, wanted)
