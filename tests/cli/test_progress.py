"""`stratkit progress`, as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

PLAN = """\
format: 1
plan: {id: p, title: A plan, organization: {name: A network}, period: {start: 2021, end: 2023}}
outcomes:
  - id: trained
    title: People are trained
    indicators:
      - id: people
        title: People
        baseline: {date: 2020, value: 0}
        targets: [{date: 2023, value: 90}]
updates:
  - {id: report-2021, period: 2021, date: 2022-02-15, readings: [{indicator: people, value: 30}]}
  - {id: report-2022, period: 2022, date: 2023-02-15, readings: [{indicator: people, value: 45}]}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN)
    return folder


def test_tree_as_of_a_day(run: Run, plan: Path) -> None:
    done = run("progress", "p", "--as-of", "2022-12-31")
    assert (done.returncode, done.stderr) == (0, "")
    assert "A network, as of 2022-12-31\n" in done.stdout
    assert "1 of 1 outcome reported" in done.stdout
    assert "People are trained ✕ off track 33 % 66 % 11 months ago" in " ".join(done.stdout.split())
    assert "people" not in done.stdout.lower().replace("people are trained", "")


def test_more_with_v(run: Run, plan: Path) -> None:
    told = run("progress", "p", "--as-of", "2022-12-31", "-v").stdout
    assert "People are trained  trained" in told
    assert "  People  people" in told


def test_today_is_the_day_unless_said(run: Run, plan: Path) -> None:
    told = run("progress", "p", SOURCE_DATE_EPOCH="1672444800").stdout
    assert "as of 2022-12-31" in told


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_forms(run: Run, plan: Path, form: str) -> None:
    done = run("progress", "p", "--as-of", "2023-03-01", "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    match form:
        case "json":
            assert json.loads(done.stdout)["elements"][0]["percent"] == 50
        case "csv":
            assert next(csv.DictReader(io.StringIO(done.stdout)))["percent"] == "50.00"
        case _:
            assert "| People are trained | ✕ off track | 50 % |" in done.stdout


def test_working_behind_a_status(run: Run, plan: Path) -> None:
    done = run("progress", "p", "--as-of", "2023-03-01", "--explain", "people")
    assert (done.returncode, done.stderr) == (0, "")
    for told in ("baseline", "target", "expected", "45", "p/plan.yaml:9", "p/plan.yaml:10", "p/plan.yaml:13"):
        assert told in done.stdout
    done = run("progress", "p", "--explain", "poeple")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean `people`?" in done.stderr


def test_broken_plan_is_not_computed(run: Run, plan: Path) -> None:
    (plan / "plan.yaml").write_text(PLAN.replace("value: 45", 'value: "4,5"'))
    done = run("progress", "p")
    assert done.returncode == 1
    assert "`4,5` is not a number" in done.stdout
    assert "nothing was computed" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "there is no such file or folder"),
        (("p", "--as-of", "31.12.2022"), "does not match"),
        (("p", "--format", "xml"), "xml"),
    ],
)
def test_used_wrongly(run: Run, plan: Path, words: tuple[str, ...], said: str) -> None:
    done = run("progress", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_bands_of_the_project(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "stratkit.yaml").write_text("bands: {on_track: 50, at_risk: 40}\n")
    assert "● on track" in run("progress", "p", "--as-of", "2022-12-31").stdout
    (tmp_path / "stratkit.yaml").write_text("bands: {on_track: 80, at_risk: 90}\n")
    assert "at risk begins at 90 %, above on track at 80 %" in run("progress", "p").stdout


def test_ascii_terminals_are_told_too(run: Run, plan: Path) -> None:
    done = run("progress", "p", "--as-of", "2022-12-31", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "x off track" in done.stdout
    assert "\\u" not in done.stdout
