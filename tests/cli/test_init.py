from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("style", ["action-lines", "pillars", "goals"])
def test_a_new_plan_validates_and_fits_a_screen(style: str, run: Run, tmp_path: Path) -> None:
    done = run("init", "ours", "--style", style)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-5:-2] == [
        "  stratkit validate ours",
        "  stratkit render ours --to pdf,html",
        "  stratkit rule",
    ]
    plan = (tmp_path / "ours/plan.yaml").read_text(encoding="utf-8")
    assert plan.count("\n") <= 55
    assert "{" not in plan.split("\n", 1)[1]
    checked = run("validate", "ours")
    assert (checked.returncode, checked.stdout) == (0, "No findings in 7 elements and 1 file.\n")


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("mine\n")
    done = run("init", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert "plan.yaml is there already" in done.stderr
    assert (tmp_path / "plan.yaml").read_text() == "mine\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.yaml"]


def test_the_schema_line_leads_to_the_schema(run: Run, tmp_path: Path) -> None:
    run("init", ".")
    first = (tmp_path / "plan.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert (tmp_path / first.rpartition("=")[2]).read_text(encoding="utf-8") == run("schema").stdout
