"""Indicators on a day, against figures worked by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.progress.conftest import exact, examples

from stratkit.load.workspace import Workspace, open_workspace
from stratkit.progress.indicators import IndicatorStanding, Measures
from stratkit.progress.known import Known
from stratkit.progress.share import Bounds
from stratkit.progress.standing import Bands

EXAMPLES = examples("examples.yaml")


def opened(example: dict[str, Any], folder: Path) -> Workspace:
    header = {"id": "example", "title": "Example", "organization": {"name": "Example"}}
    header |= {key: example[key] for key in ("period", "fiscal_year") if key in example}
    reports = [
        report | {"id": f"report-{number}", "readings": [{"indicator": "it"} | r for r in report["readings"]]}
        for number, report in enumerate(example["reports"])
    ]
    plan = {
        "format": 1,
        "plan": header,
        "indicators": [{"id": "it", "title": "It"} | example["indicator"]],
        "updates": reports,
    }
    (folder / "plan.yaml").write_text(json.dumps(plan), encoding="utf-8")
    workspace = open_workspace(folder, folder)
    assert workspace.problems == []
    return workspace


def measured(example: dict[str, Any], folder: Path) -> IndicatorStanding:
    workspace = opened(example, folder)
    known = Known(workspace, date.fromisoformat(example["as_of"]))
    return Measures(workspace, known, Bands()).standing(workspace.plan.indicators[0])


def test_there_are_enough() -> None:
    names = [example["name"] for example in EXAMPLES]
    assert len(names) >= 80
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_figures_worked_by_hand(example: dict[str, Any], tmp_path: Path) -> None:
    found = measured(example, tmp_path)
    assert {
        "actual": found.actual,
        "expected": found.expected,
        "percent": found.percent,
        "expected_percent": found.expected_percent,
        "status": found.status,
    } == {
        "actual": exact(example["actual"]),
        "expected": exact(example["expected"]),
        "percent": exact(example["percent"]),
        "expected_percent": exact(example["expected_percent"]),
        "status": example["status"],
    }
    if bounds := example.get("bounds"):
        assert found.bounds == Bounds(low=exact(bounds.get("min")), high=exact(bounds.get("max")))
    if told := example.get("actual_bounds"):
        reading = found.readings[-1].reading
        assert (exact(reading.min), exact(reading.max)) == (exact(told.get("min")), exact(told.get("max")))
