"""The guide to `stratkit diff` says what the program does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from stratkit.check.comparison import compare
from stratkit.check.levels import LEVELS, POLICIES
from stratkit.cli.diff import DiffFormat
from stratkit.load.workspace import open_workspace

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
PLAN = """\
format: 1
plan: {id: example, title: Example, organization: {name: Example}, period: {start: 2021, end: 2023}}
stakeholders: [{id: assembly, name: Assembly}]
indicators: [{id: people, title: People, direction: increase, targets: [{date: 2023, value: 90}]}]
"""
SAMPLE = "plans/metropolis-2021-2023"

Shell = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def guide(root: Path) -> str:
    return (root / "docs/diff.md").read_text(encoding="utf-8")


def blocks(guide: str, kind: str) -> list[str]:
    found = [text for name, text in BLOCK.findall(guide) if name == kind]
    assert found
    return found


def table(guide: str, heading: str) -> list[list[str]]:
    """The rows of the table whose first column has a heading."""
    _, found, after = guide.partition(f"\n| {heading} |")
    assert found
    rows = after.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip().strip("`") for cell in row.strip("|").split(" | ")] for row in rows]


@pytest.fixture
def shell(root: Path, tmp_path: Path) -> Shell:
    """Runs a line in a repository with the sample plans, tagged v1 and v2, on a branch that changed one."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "stratkit").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m stratkit "$@"\n')
    (bin_ / "stratkit").chmod(0o755)
    there = tmp_path / "repository"
    shutil.copytree(root / "plans", there / "plans")
    shutil.copytree(there / SAMPLE, there / "plans/my-plan")
    (there / "stratkit.yaml").write_text("")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    environment = {
        **kept,
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(root / "src"),
        "PYTHONUTF8": "1",
        "HOME": str(tmp_path),
        **{f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")},
    }

    def call(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-c", line],
            cwd=there,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    for line in (
        "git init -q -b main && git add -A && git commit -q -m First && git tag v1",
        "git commit -q --allow-empty -m Second && git tag v2 && git checkout -q -b work",
        f"sed -i.bak 's/^  title: .*/  title: Another title/' {SAMPLE}/plan.yaml plans/my-plan/plan.yaml",
        "find . -name '*.bak' -delete",
    ):
        assert call(line).returncode == 0, line
    return call


def test_its_commands_run(guide: str, shell: Shell) -> None:
    for line in "".join(blocks(guide, "sh")).splitlines():
        done = shell(line)
        assert (done.returncode, done.stderr) == (0, ""), line
        assert done.stdout or not line.startswith("stratkit")


def test_git_speaks_of_plans(guide: str, shell: Shell, tmp_path: Path) -> None:
    (attributes,) = blocks(guide, "gitattributes")
    (tmp_path / "repository/.gitattributes").write_text(attributes)
    (config,) = (line for line in "".join(blocks(guide, "sh")).splitlines() if line.startswith("git config"))
    assert shell(config).returncode == 0
    done = shell(f"git diff {SAMPLE}")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"stratkit diff {SAMPLE}/plan.yaml\n")
    assert "Another title" in done.stdout
    assert "diff --git" in shell(f"git diff --no-ext-diff {SAMPLE}").stdout
    assert shell("git commit -q -a -m Third").returncode == 0
    assert f"stratkit diff {SAMPLE}/plan.yaml\n" in shell("git log -p --ext-diff -1").stdout


def scripts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from [inner] if key == "run" else scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


def test_its_workflows_run(guide: str, shell: Shell) -> None:
    workflows = [text for text in blocks(guide, "yaml") if text.startswith("# .github/workflows/")]
    assert len(workflows) == 2
    for text in workflows:
        found = yaml.safe_load(text)
        (job,) = found["jobs"].values()
        assert job["steps"][0] == {"uses": "actions/checkout@v4", "with": {"fetch-depth": 0}}
        (line,) = (each for each in scripts(job) if each.startswith("stratkit"))
        done = shell(line)
        assert (done.returncode, done.stderr) == (0, ""), line
        assert done.stdout or "> changes.md" in line


def test_its_decision_counts(guide: str, tmp_path: Path) -> None:
    (accepted,) = (text for text in blocks(guide, "yaml") if text.startswith("accepted_changes:"))
    for name, text in (("old", PLAN), ("new", PLAN.replace("90", "60") + accepted)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.yaml").write_text(text)
    old, new = (open_workspace(tmp_path / name, tmp_path) for name in ("old", "new"))
    assert not [*old.problems, *new.problems]
    judgement = compare(old, new).judgement
    (change,) = judgement.changes
    assert (change.level, change.accepted) == ("error", new.plan.accepted_changes[0])
    assert not judgement.fails("info")


def test_its_tables_are_complete(guide: str) -> None:
    assert [row[0] for row in table(guide, "`--policy`")] == list(POLICIES)
    assert [row[0] for row in table(guide, "`--format`")] == [str(form) for form in DiffFormat]
    assert [row[0] for row in table(guide, "level")] == list(reversed(LEVELS))


def test_its_figures_are_those_that_were_measured(guide: str, root: Path) -> None:
    decision = (root / "docs/decisions/0012-how-elements-are-matched.md").read_text(encoding="utf-8")
    figures = table(guide, "strength")
    assert len(figures) == 4
    assert figures == table(decision, "strength")
