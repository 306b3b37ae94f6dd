from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


PLANS = (
    "cities-alliance-2014-2017",
    "cities-alliance-2018-2021",
    "metropolis-2021-2023",
    "metropolis-women-and-girls",
)
HEADER = "format: 1\nplan: {id: small, title: Small, organization: {name: A network}}\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / "faulty").mkdir()
    (tmp_path / "faulty/plan.yaml").write_text(HEADER + "outcomes:\n  - {id: a, title: A, themes: [none]}\n")
    return tmp_path / "faulty"


@pytest.mark.parametrize("name", PLANS)
def test_sample_plans_have_no_findings(name: str, run: Run, root: Path) -> None:
    done = run("validate", root / "plans" / name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No findings in ")


def test_a_folder_of_plans(run: Run, root: Path) -> None:
    done = run("validate", "plans", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No findings in ")


def test_findings_end_with_1(run: Run, faulty: Path) -> None:
    done = run("validate", "faulty")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "error[dangling-reference]: no theme has the id `none`\n --> faulty/plan.yaml:4:32\n"
    )
    assert done.stdout.endswith("1 error in 2 elements and 1 file.\n")


def test_the_folder_is_here_unless_named(run: Run, faulty: Path) -> None:
    done = run("validate", "--format", "concise", cwd=faulty)
    assert done.returncode == 1
    assert done.stdout == "plan.yaml:4:32: error[dangling-reference] no theme has the id `none`\n"


def test_threshold_from_file_environment_and_command_line(run: Run, faulty: Path) -> None:
    (faulty / "stratkit.yaml").write_text("fail_on: never\n")
    assert run("validate", "faulty").returncode == 0
    assert run("validate", "faulty", STRATKIT_FAIL_ON="error").returncode == 1
    assert run("validate", "faulty", "--fail-on", "never", STRATKIT_FAIL_ON="error").returncode == 0


def test_a_project_changes_severities(run: Run, faulty: Path) -> None:
    (faulty / "stratkit.yaml").write_text("rules:\n  dangling-reference: warning\n")
    done = run("validate", "faulty")
    assert done.returncode == 0
    assert "1 warning in" in done.stdout


def test_json(run: Run, faulty: Path) -> None:
    answer = json.loads(run("validate", "faulty", "--format", "json").stdout)
    assert answer["findings"][0]["column"] == 32


def test_colour_only_when_asked_or_on_a_terminal(run: Run, faulty: Path) -> None:
    assert "\x1b[" not in run("validate", "faulty").stdout
    assert "\x1b[" in run("validate", "faulty", "--color", "always").stdout
    assert "\x1b[" in run("validate", "faulty", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("validate", "faulty", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_quiet_says_nothing_where_nothing_is_wrong(run: Run, root: Path) -> None:
    done = run("validate", "-q", root / "plans/metropolis-women-and-girls")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_names_in_an_encoding_that_cannot_show_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "small/plan.yaml").write_text(
        HEADER + "outcomes:\n  - {id: a, title: A, themes: [équité]}\n", encoding="utf-8"
    )
    done = run("validate", "small", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "\\xe9quit\\xe9" in done.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["validate", "nowhere"], "nowhere: there is no such file or folder"),
        (["validate", "empty"], "empty: this folder has no plan.yaml"),
        (["vaildate"], "No such command 'vaildate'"),
        (["validate", "--format", "xml"], "'xml' is not one of"),
        (["rule", "dangling-refrence"], "there is no rule `dangling-refrence`"),
    ],
)
def test_used_wrongly(words: list[str], sentence: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "\n  help: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_plan_outside_its_project(run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text(HEADER)
    (tmp_path / "project/linked").mkdir(parents=True)
    (tmp_path / "project/linked/plan.yaml").symlink_to("../../elsewhere.yaml")
    done = run("validate", "project/linked")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "stratkit: project/linked/plan.yaml: the path leaves the project's folder\n  help: "
    )


def test_without_a_word_it_says_how_it_is_used(run: Run) -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: " in done.stderr


def test_bytes_that_are_not_utf8_are_a_finding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "latin").mkdir()
    (tmp_path / "latin/plan.yaml").write_bytes(HEADER.encode() + "vision: Une cité\n".encode("latin-1"))
    done = run("validate", "latin", "--format", "concise")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "latin/plan.yaml:3:16: error[invalid-yaml] the byte 0xE9 is not UTF-8\n"


@pytest.mark.skipif(os.name != "posix", reason="needs a shell with pipes and /dev/full")
def test_streams_that_end_early(root: Path) -> None:
    command = f"{sys.executable} -m stratkit rule"
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}

    def shell(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=60, check=False
        )

    closed = shell(f"set -o pipefail; {command} | head -c 1 >/dev/null")
    assert (closed.returncode, closed.stderr) == (0, "")
    full = shell(f"{command} >/dev/full")
    assert (full.returncode, full.stderr) == (
        2,
        "stratkit: the output could not be written: the disk is full\n",
    )


def test_nothing_heavy_is_imported(root: Path) -> None:
    code = (
        "import sys; sys.argv = ['stratkit', 'validate', 'plans/metropolis-2021-2023']\n"
        "from stratkit.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(eval(done.stdout.splitlines()[-1]))  # noqa: S307 — our own output
    assert {"typer", "yaml", "stratkit"} <= loaded
    assert not loaded & {"weasyprint", "jinja2", "rich", "markdown_it", "pydantic", "hypothesis"}
