"""The guide to progress says what the program does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from stratkit.load.tables import COLUMNS
from stratkit.load.workspace import open_workspace
from stratkit.progress.standing import Bands
from stratkit.render.documents import documents

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
PLAN = """\
format: 1
plan: {id: example, title: Example, organization: {name: Example}, period: {start: 2021, end: 2023}}
outcomes: [{id: water-losses-cut, title: Losses are cut}]
indicators:
  - {id: water-losses, title: Losses, unit: percent}
  - {id: response-time, title: Days}
  - {id: homes-reoccupied, title: Homes, groups: {region: [north]}}
  - {id: officers-exchanged, title: Officers, groups: {region: [north]}}
"""


@pytest.fixture
def guide(root: Path) -> str:
    return (root / "docs/progress.md").read_text(encoding="utf-8")


def blocks(guide: str, kind: str) -> list[str]:
    found = [text for name, text in BLOCK.findall(guide) if name == kind]
    assert found
    return found


def test_its_commands_run(guide: str, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "plans", tmp_path / "plans")
    (tmp_path / "stratkit.yaml").write_text("")
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    for command in "".join(blocks(guide, "sh")).splitlines():
        words = [sys.executable, "-m", "stratkit", *shlex.split(command)[1:]]
        done = subprocess.run(
            words, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), command
        assert done.stdout


def test_its_report_and_table_are_sound(guide: str, tmp_path: Path) -> None:
    report = next(text for text in blocks(guide, "yaml") if text.startswith("updates:"))
    (table,) = blocks(guide, "csv")
    earlier = "  - {id: report-2021, period: 2021, readings: [{indicator: water-losses, value: 29.4}]}\n"
    (tmp_path / "plan.yaml").write_text(PLAN + report.replace("updates:\n", f"updates:\n{earlier}"))
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings/a.csv").write_text(table)
    workspace = open_workspace(tmp_path, tmp_path)
    assert not workspace.problems
    assert len(workspace.plan.readings) == 4
    assert set(table.splitlines()[0].split(",")) <= set(COLUMNS)


def test_its_bands_are_settings(guide: str, tmp_path: Path) -> None:
    (settings,) = (text for text in blocks(guide, "yaml") if text.startswith("# stratkit.yaml"))
    (tmp_path / "stratkit.yaml").write_text(settings)
    (tmp_path / "plan.yaml").write_text(PLAN)
    workspace = open_workspace(tmp_path, tmp_path)
    assert not workspace.problems
    bands = Bands.of(workspace.settings)
    assert bands == Bands(on_track=Fraction(90, 100), at_risk=Fraction(75, 100))
    usual = Bands()
    assert f"on track from {usual.on_track * 100} % of what is expected on the day" in guide
    assert f"at risk from {usual.at_risk * 100} %" in guide


def test_it_names_every_kind_and_rule(guide: str, root: Path) -> None:
    named = set(re.findall(r"^\| `([a-z-]+)` \|", guide, re.MULTILINE))
    others = set(re.findall(r"^\| `([a-z-]+)` \|", (root / "docs/documents.md").read_text(), re.MULTILINE))
    assert named | (others & set(documents())) == set(documents())
    rules = (root / "docs/rules.md").read_text(encoding="utf-8")
    for rule in re.findall(r"rules\.md#([a-z-]+)", guide):
        assert f"# {rule}" in rules
