from __future__ import annotations

import json
import os
import re
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
NOBODY = "no stakeholder, member or organization has the id"
HEADER = "format: 1\nplan: {id: small, title: Small, organization: {name: A network}}\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / "faulty").mkdir()
    (tmp_path / "faulty/plan.yaml").write_text(HEADER + "history:\n  - {id: a, title: A, by: none}\n")
    return tmp_path / "faulty"


@pytest.mark.parametrize("name", PLANS)
def test_sample_plans_have_no_errors(name: str, run: Run, root: Path) -> None:
    done = run("validate", root / "plans" / name)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"(\d+ warnings?, )?\d+ info in .+ files?\.", done.stdout.splitlines()[-1])


def test_a_folder_of_plans(run: Run, root: Path) -> None:
    done = run("validate", "plans", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" in 394 elements and 22 files of 4 plans.\n")


def test_findings_end_with_1(run: Run, faulty: Path) -> None:
    done = run("validate", "faulty")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        f"error[dangling-reference]: {NOBODY} `none`\n --> faulty/plan.yaml:4:27\n"
    )
    assert done.stdout.endswith("1 error in 2 elements and 1 file.\n")


def test_the_folder_is_here_unless_named(run: Run, faulty: Path) -> None:
    done = run("validate", "--format", "concise", cwd=faulty)
    assert done.returncode == 1
    assert done.stdout == f"plan.yaml:4:27: error[dangling-reference] {NOBODY} `none`\n"


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
    assert answer["findings"][0]["column"] == 27


def test_colour_only_when_asked_or_on_a_terminal(run: Run, faulty: Path) -> None:
    assert "\x1b[" not in run("validate", "faulty").stdout
    assert "\x1b[" in run("validate", "faulty", "--color", "always").stdout
    assert "\x1b[" in run("validate", "faulty", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("validate", "faulty", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_quiet_says_nothing_where_nothing_is_wrong(run: Run, project: Path) -> None:
    done = run("validate", "-q", "plans/b")
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
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"typer", "yaml", "stratkit"} <= loaded
    assert not loaded & {"weasyprint", "jinja2", "rich", "markdown_it", "pydantic", "hypothesis"}


def codes(text: str) -> list[str]:
    return re.findall(r"\[([a-z-]+)\]", text)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three plans: one is faulty, one sound, and one cannot be opened."""
    for name, body in (
        ("a", "history:\n  - {id: a, title: A, by: none, date: 2021-13}\n"),
        ("b", ""),
    ):
        (tmp_path / "plans" / name).mkdir(parents=True)
        (tmp_path / "plans" / name / "plan.yaml").write_text(HEADER.replace("small", f"plan-{name}") + body)
    return tmp_path / "plans"


def test_selecting_rules(run: Run, project: Path) -> None:
    concise = ("validate", "plans", "--format", "concise")
    assert codes(run(*concise).stdout) == ["dangling-reference", "invalid-date"]
    assert codes(run(*concise, "--select", "invalid-date,invalid-id").stdout) == ["invalid-date"]
    assert codes(run(*concise, "--ignore", "invalid-date", "--ignore", "invalid-id").stdout) == [
        "dangling-reference"
    ]
    done = run(*concise, "--select", "invalid-dat")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "stratkit: there is no rule `invalid-dat`\n  help: did you mean `invalid-date`?\n"


def test_a_rule_that_is_off_can_be_selected(run: Run, project: Path) -> None:
    (project / "stratkit.yaml").write_text("rules: {invalid-date: off}\n")
    assert "invalid-date" not in run("validate", "plans").stdout
    assert "error[invalid-date]" in run("validate", "plans", "--select", "invalid-date").stdout


def test_statistics(run: Run, project: Path) -> None:
    done = run("validate", "plans", "--statistics")
    assert done.returncode == 1
    assert [line.split()[:3] for line in done.stdout.splitlines()] == [
        ["1", "error", "dangling-reference"],
        ["1", "error", "invalid-date"],
    ]
    assert run("validate", "plans/b", "--statistics").stdout == "No findings.\n"
    assert run("validate", "plans", "--statistics", "--format", "json").returncode == 2


def test_a_plan_that_cannot_be_opened_hides_no_other(run: Run, project: Path) -> None:
    (project / "c").mkdir()
    (project / "c/plan.yaml").symlink_to("../../elsewhere.yaml")
    (project.parent / "elsewhere.yaml").write_text(HEADER)
    done = run("validate", "plans/a", "plans/c", "plans/b")
    assert done.returncode == 2
    assert "plans/c/plan.yaml: the path leaves the project's folder" in done.stderr
    assert "2 errors in 3 elements and 2 files of 2 plans." in done.stdout


def test_many_plans_on_all_cores_say_the_same(run: Run, project: Path) -> None:
    for number in range(20):
        folder = project / f"plan-{number}"
        folder.mkdir()
        (folder / "plan.yaml").write_text(HEADER.replace("small", f"p{number}") + f"vision: [{number}]\n")
    (project / "plan-7/plan.yaml").unlink()
    (project / "plan-7/plan.yaml").symlink_to("/dev/zero")
    done = run("validate", "plans", "plans/plan-7", "--format", "concise")
    assert done.returncode == 2
    assert done.stderr.count("stratkit: ") == 1
    alone = [run("validate", f"plans/{name}", "--format", "concise").stdout for name in ("a", "plan-19")]
    assert done.stdout.startswith(alone[0])
    assert alone[1] in done.stdout
    assert len(done.stdout.splitlines()) == 2 + 19


def test_a_fault_in_the_settings_is_told_once(run: Run, project: Path) -> None:
    (project / "stratkit.yaml").write_text("failon: never\n")
    assert codes(run("validate", "plans", "--format", "concise").stdout).count("unknown-setting") == 1


def test_adopting_gradually(run: Run, project: Path) -> None:
    done = run("validate", "plans", "--write-known", "known.json")
    assert (done.returncode, done.stdout) == (0, "known.json: 2 known findings\n")
    done = run("validate", "plans", "--known", "known.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "No new findings in 3 elements and 2 files of 2 plans; 2 known findings left out.\n"

    plan = project / "a/plan.yaml"
    another = "by: none}\n  - {id: b, title: B, by: nobody"
    plan.write_text(plan.read_text().replace("2021-13", "2021-12").replace("by: none", another))
    (project / "stratkit.yaml").write_text("known_findings: known.json\n")
    (project.parent / "known.json").rename(project / "known.json")
    done = run("validate", "plans", "--format", "concise")
    assert done.returncode == 1
    assert done.stdout == f"plans/a/plan.yaml:5:27: error[dangling-reference] {NOBODY} `nobody`\n"
    assert done.stderr.splitlines()[0] == (
        "stratkit: 1 known finding does not occur any more; `--write-known` brings the file up to date:"
    )
    assert done.stderr.splitlines()[1].startswith("  invalid-date at `a` (")

    kept = run("validate", "plans/b", "--write-known", "plans/known.json")
    assert kept.stdout == "plans/known.json: 2 known findings\n"
    run("validate", "plans", "--write-known", "plans/known.json")
    done = run("validate", "plans")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("text", [None, "[]", "\xff"])
def test_a_file_of_known_findings_that_is_none(text: str | None, run: Run, project: Path) -> None:
    if text is not None:
        (project / "known.json").write_text(text, encoding="latin-1")
    for words in (("--known", "plans/known.json"), ()):
        done = run("validate", "plans/b", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert "\n  help: " in done.stderr
        (project / "stratkit.yaml").write_text("known_findings: known.json\n")


def test_known_findings_lie_inside_the_project(run: Run, project: Path) -> None:
    (project.parent / "known.json").write_text('{"version": 1, "findings": []}')
    (project / "stratkit.yaml").write_text("known_findings: ../known.json\n")
    done = run("validate", "plans/b")
    assert (done.returncode, done.stdout) == (2, "")
    assert "leaves the project's folder" in done.stderr


def test_on_github_it_writes_the_summary_of_the_job(run: Run, project: Path) -> None:
    page = project / "summary.md"
    page.write_text("Before.\n")
    done = run("validate", "plans", "--format", "github", GITHUB_STEP_SUMMARY=str(page))
    assert done.returncode == 1
    assert [line.split(" ")[0] for line in done.stdout.splitlines()] == ["::error", "::error"]
    assert page.read_text().startswith("Before.\n")
    assert page.read_text().count("invalid-date") == 1
    run("validate", "plans", "--format", "concise", GITHUB_STEP_SUMMARY=str(page))
    assert page.read_text().count("invalid-date") == 1
