from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stratkit.cli.plans import find_plans, open_plan
from stratkit.cli.streams import Stop

Run = Callable[..., subprocess.CompletedProcess[str]]


PLANS = (
    "cities-alliance-2014-2017",
    "cities-alliance-2018-2021",
    "cities-alliance-2022-2025",
    "example-network-2021-2023",
    "example-network-2024-2026",
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
    assert re.fullmatch(
        r"(No findings|(\d+ warnings?(, |(?= in )))?(\d+ info)?) ?in .+ files?\.",
        done.stdout.splitlines()[-1],
    )


def test_a_folder_of_plans(run: Run, root: Path) -> None:
    done = run("validate", "plans", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" elements and 65 files of 7 plans.\n")


def test_findings_end_with_1(run: Run, faulty: Path) -> None:
    done = run("validate", "faulty")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"error[dangling-reference]: {NOBODY} `none`\n --> faulty/plan.yaml:4:27\n")
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
        (["validate", "empty"], "empty: this folder has no plan.yaml, and none is below"),
        (["validate", "a" * 300], "a: File name too long"),
        (["validate", "plans", "--write-known", "a" * 300], "cannot be written (File name too long)"),
        (["validate", "plans", "--known", "a" * 300], "a: File name too long"),
        (["validate", "plans", "--known", "none.json"], "none.json: there is no such file"),
        (["vaildate"], "No such command 'vaildate'"),
        (["validate", "--format", "xml"], "'xml' is not one of"),
        (["rule", "dangling-refrence"], "there is no rule `dangling-refrence`"),
    ],
)
def test_used_wrongly(words: list[str], sentence: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/plan.yaml").write_text(HEADER)
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "fault of stratkit" not in done.stderr
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
    mute = shell(f"{command} >&-")
    assert (mute.returncode, mute.stderr) == (0, "")
    assert shell(f"{command} 2>&-").returncode == 0
    assert shell(f"{command} NONE <&- >&- 2>&-").returncode == 2


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
    assert not loaded & {"weasyprint", "jinja2", "rich", "markdown_it", "pydantic", "hypothesis", "babel"}


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


@pytest.mark.skipif(os.name != "posix", reason="only there may a folder be deleted that somebody is in")
@pytest.mark.parametrize("command", ["validate", "render", "render --list"])
def test_in_a_folder_that_has_been_deleted(command: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = subprocess.run(
        ["bash", "-c", f"cd gone && rmdir ../gone && {sys.executable} -m stratkit {command}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("stratkit: the folder you are in is not there any more\n  help: ")


def test_a_plan_in_a_folder_that_may_not_be_entered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = Path.stat

    def deny(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if "locked" in path.parent.parts:  # root may enter everywhere
            raise PermissionError(13, "Permission denied")
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", deny)
    monkeypatch.chdir(project)
    for name in ("locked/z", "locked/z/plan.yaml"):
        (plan,) = find_plans([Path(name)])
        assert isinstance(plan, Path)
        with pytest.raises(Stop, match=f"^{name}: Permission denied$"):
            open_plan(plan)


def test_what_cannot_be_searched_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def deny(folder: Path) -> Iterator[os.DirEntry[str]]:
        if folder.name in {"locked", "inside"}:
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    for name in ("locked", "a/inside"):
        (project / name).mkdir()
    monkeypatch.setattr(os, "scandir", deny)
    monkeypatch.chdir(project)
    stop, *plans = find_plans([Path()])
    assert isinstance(stop, Stop)
    assert str(stop) == "locked: the folder cannot be opened (Permission denied)"
    assert plans == [Path("a"), Path("b")]


def test_plans_that_cannot_be_opened_are_not_passed_over(run: Run, project: Path) -> None:
    for name in ("fifo", "link"):
        (project / name).mkdir()
    os.mkfifo(project / "fifo/plan.yaml")
    (project / "link/plan.yaml").symlink_to("nowhere")
    done = run("validate", "plans")
    assert done.returncode == 2
    assert "plans/fifo/plan.yaml: this is not an ordinary file\n" in done.stderr
    assert "plans/link/plan.yaml: this link leads nowhere\n" in done.stderr
    assert "of 2 plans." in done.stdout


def test_all_plans_excluded(run: Run, project: Path) -> None:
    (project / "stratkit.yaml").write_text("exclude: ['*']\n")
    done = run("validate", "plans")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("stratkit: plans: stratkit.yaml excludes all plans below\n  help: ")


def test_a_plan_is_checked_once_however_it_is_reached(run: Run, project: Path) -> None:
    (project / "link").symlink_to("a")
    done = run("validate", "plans/link", "plans/a", "plans/a/plan.yaml", "plans/b/../a", "plans")
    assert "2 errors in 3 elements and 2 files of 2 plans." in done.stdout


@pytest.mark.parametrize("words", [("--select", "challenge-without-response"), ("--ignore", "invalid-date")])
def test_a_selection_turns_no_unreadable_plan_green(words: tuple[str, ...], run: Run, project: Path) -> None:
    plan = project / "a/plan.yaml"
    plan.write_text(plan.read_text().replace("by: none, ", ""))
    option = words[0]
    done = run("validate", "plans", *words)
    assert (done.returncode, done.stdout) == (1, "No findings in 3 elements and 2 files of 2 plans.\n")
    assert done.stderr == (
        f"stratkit: 1 fault in the files keeps rules from being sure; `{option}` leaves it out\n"
    )
    assert run("validate", "plans", *words, "--fail-on", "never").returncode == 0
    run("validate", "plans", "--write-known", "known.json")
    done = run("validate", "plans", *words, "--known", "known.json")
    assert (done.returncode, done.stderr) == (0, "")
    (project / "stratkit.yaml").write_text("rules: {invalid-date: warning}\n")
    assert run("validate", "plans", *words).returncode == 0


def test_the_environment_gives_way_to_statistics(run: Run, project: Path) -> None:
    done = run("validate", "plans", "--statistics", STRATKIT_FORMAT="json")
    assert (done.returncode, done.stderr) == (1, "")
    assert "error    invalid-date" in done.stdout


def test_a_wrong_word_in_the_environment(run: Run, project: Path) -> None:
    done = run("validate", "plans", STRATKIT_FORMAT="xml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("stratkit: STRATKIT_FORMAT in the environment: 'xml' is not one of ")


def test_a_broken_file_of_known_findings_is_told_once_by_its_path(run: Run, project: Path) -> None:
    (project / "stratkit.yaml").write_text("known_findings: known.json\n")
    named = "stratkit: plans/known.json, the known findings that stratkit.yaml names: "
    done = run("validate", "plans")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"{named}there is no such file\n"
        "  help: `stratkit validate --write-known plans/known.json` writes it\n"
    )
    assert run("validate", "plans", "--write-known", "plans/known.json").returncode == 0
    assert run("validate", "plans").returncode == 0
    (project / "known.json").write_text("[]")
    done = run("validate", "plans")
    assert done.stderr.startswith(f"{named}this is not a file of known findings\n  help: name another file")
    assert done.stderr.count("stratkit: ") == 1


def test_known_findings_of_plans_with_one_id(run: Run, project: Path) -> None:
    plan, other = project / "a/plan.yaml", project / "b/plan.yaml"
    other.write_text(plan.read_text().replace("by: none", "by: nobody"))
    done = run("validate", "plans", "--write-known", "known.json")
    shared = (
        "stratkit: plans/a, plans/b have the same id `plan-a`: what is known of one is known of all of them\n"
    )
    assert (done.stdout, done.stderr) == ("known.json: 3 known findings\n", shared)
    done = run("validate", "plans", "--known", "known.json")
    assert (done.returncode, done.stderr) == (0, shared)
    assert "4 known findings left out" in done.stdout
    done = run("validate", "plans", "--known", "known.json", "-q", "--format", "concise")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_known_fault_of_the_settings_is_stored_once(run: Run, project: Path) -> None:
    (project / "stratkit.yaml").write_text("colour: blue\n")
    only = ("validate", "plans", "--select", "unknown-setting")
    assert run(*only, "--write-known", "known.json").stdout == "known.json: 1 known finding\n"
    (project / "c").mkdir()
    (project / "c/plan.yaml").write_text(HEADER)
    done = run(*only, "--known", "known.json")
    assert "No new findings in 4 elements and 3 files of 3 plans; 1 known finding left out.\n" in done.stdout
    (project / "stratkit.yaml").write_text("")
    done = run(*only, "--known", "known.json")
    assert "unknown-setting at `stratkit.yaml` (" in done.stderr


def test_entries_of_rules_that_are_no_more_are_gone(run: Run, project: Path) -> None:
    one = {"plan": "plan-b", "code": "no-such-rule", "element": "", "fingerprint": "0"}
    (project / "known.json").write_text(json.dumps({"version": 1, "findings": [one]}))
    done = run("validate", "plans/b", "--known", "plans/known.json")
    assert "no-such-rule at `plan-b` (0)" in done.stderr
    done = run("validate", "plans/b", "--write-known", "plans/known.json")
    assert done.stdout == "plans/known.json: 0 known findings\n"


FIGURES = (
    HEADER
    + "indicators:\n  - id: trees\n    title: Trees\n    unit: trees\n    direction: increase\n"
    + "    baseline: {date: 2020, value: 8}\n    targets: [{date: 2026, value: 20}]\n"
    + "updates:\n  - id: first\n    period: 2021\n    readings:\n"
    + "      - indicator: trees\n        value: 12\n"
)
GUARD = "error[published-figure-changed]"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A plan in a repository, tagged v1; since then a reading has changed."""
    plan = tmp_path / "plans/small/plan.yaml"
    plan.parent.mkdir(parents=True)
    (tmp_path / "plans/stratkit.yaml").touch()
    plan.write_text(FIGURES)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "one")
    git(tmp_path, "tag", "v1")
    plan.write_text(FIGURES.replace("value: 12", "value: 13"))
    return plan


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True)


def test_a_published_figure_that_changed(run: Run, published: Path) -> None:
    assert run("validate", "plans").returncode == 0
    done = run("validate", "plans", "--published", "v1")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        f"{GUARD}: `trees` was 12 for 2021 at v1, and is 13 now\n"
        "  --> plans/small/plan.yaml:15:16\n   |\n15 |         value: 13\n   |                ^^\n"
        "   = the published figure is here: v1:plans/small/plan.yaml:15:16\n"
        "   = help: put it back; a later update may give it again, with a `note:` that says why\n\n"
        "1 error in 3 elements and 1 file.\n"
    )
    assert run("validate", published, "--published", "v1", cwd=published.parent).returncode == 1


def test_a_published_figure_that_was_restated(run: Run, published: Path) -> None:
    later = (
        "  - id: second\n    period: 2022\n    readings:\n      - {indicator: trees, date: 2021, value: 13"
    )
    published.write_text(FIGURES + later + ", note: One was late.}\n")
    done = run("validate", "plans", "--published", "v1")
    assert (done.returncode, done.stdout[:12], done.stderr) == (0, "No findings ", "")


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "sarif", "junit", "rdjson", "concise"])
def test_every_format_tells_what_changed(form: str, run: Run, published: Path) -> None:
    done = run("validate", "plans", "--published", "v1", "--format", form)
    assert done.returncode == 1
    assert "`trees` was 12 for 2021 at v1, and is 13 now" in done.stdout


def test_a_project_decides_on_published_figures(run: Run, published: Path) -> None:
    settings = published.parents[1] / "stratkit.yaml"
    settings.write_text("rules: {published-figure-changed: warning}\n")
    assert run("validate", "plans", "--published", "v1").returncode == 0
    settings.write_text("rules: {published-figure-changed: off}\n")
    done = run("validate", "plans", "--published", "v9")
    assert (done.returncode, done.stdout[:12]) == (0, "No findings ")
    chosen = ("--select", "published-figure-changed")
    assert run("validate", "plans", "--published", "v1", *chosen).returncode == 1
    left_out = ("--ignore", "published-figure-changed")
    assert run("validate", "plans", "--published", "v1", *left_out).returncode == 0


def test_a_comment_about_a_published_figure(run: Run, published: Path) -> None:
    comment = "value: 13  # stratkit: ignore[published-figure-changed] — a slip of the printer"
    published.write_text(published.read_text().replace("value: 13", comment))
    for words in ((), ("--published", "v1")):
        done = run("validate", "plans", *words)
        assert (done.returncode, done.stdout[:12]) == (0, "No findings ")
    done = run("validate", "plans", "--published", "HEAD", "--format", "concise")
    assert "[published-figure-changed]" not in done.stdout
    published.write_text(FIGURES.replace("value: 12", "value: 12" + comment.removeprefix("value: 13")))
    assert "unused-ignore" in run("validate", "plans", "--published", "v1").stdout


def test_known_changes_stay_known_without_a_revision(run: Run, published: Path) -> None:
    run("validate", "plans", "--published", "v1", "--write-known", "known.json")
    for words in ((), ("--published", "v1")):
        done = run("validate", "plans", "--known", "known.json", *words)
        assert (done.returncode, done.stderr) == (0, "")


def test_several_plans_against_a_revision(run: Run, published: Path) -> None:
    new = published.parents[1] / "new/plan.yaml"
    new.parent.mkdir()
    new.write_text(HEADER)
    done = run("validate", "plans", "--published", "v1", "--format", "concise")
    assert done.returncode == 2
    assert done.stderr.startswith("stratkit: plans/new: there was no plan here at `v1`\n  help: ")
    assert done.stdout.startswith("plans/small/plan.yaml:15:16: error[published-figure-changed]")
    done = run("validate", "plans", "--published", "v9")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "stratkit: git knows no revision `v9`\n"
        "  help: `git tag` lists the tags here; `git fetch --tags` brings those that are missing\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--published", ""), "--published names no revision"),
        (("--select", "published-figure-changed"), "published-figure-changed needs a revision"),
    ],
)
def test_a_revision_has_to_be_named(words: tuple[str, ...], told: str, run: Run, published: Path) -> None:
    done = run("validate", "plans", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"stratkit: {told}")


def test_a_published_plan_with_faults(run: Run, published: Path) -> None:
    good = published.read_text()
    published.write_text(good.replace("value: 13", "vlaue: 13"))
    git(published.parent, "commit", "-a", "-q", "-m", "two")
    published.write_text(good.replace("updates:", "updates: ["))
    git(published.parent, "commit", "-a", "-q", "-m", "three")
    published.write_text(good)
    done = run("validate", "plans", "--published", "HEAD~1")
    assert done.returncode == 0
    hides = "1 fault in the published files may hide figures from the comparison"
    assert done.stderr == f"stratkit: {hides}: see HEAD~1:plans/small/plan.yaml:15:9\n"
    done = run("validate", "plans", "--published", "HEAD")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("stratkit: `plans/small` cannot be read whole at `HEAD`: HEAD:plans/small/")


def test_reports_are_overdue_as_of_a_day(run: Run, tmp_path: Path) -> None:
    (tmp_path / "late").mkdir()
    plan = HEADER.replace("small,", "late,").replace("network}}", "network}, period: {start: 2021}, CADENCE}")
    plan = plan.replace("CADENCE", "reporting: [{title: Report, cadence: yearly}]")
    (tmp_path / "late/plan.yaml").write_text(plan + "outcomes:\n  - {id: a, title: A}\n")
    words = ("validate", "late", "--select", "report-overdue", "--format", "concise")
    assert run(*words).stdout == run(*words, "--as-of", "2022-03-31").stdout == ""
    done = run(*words, "--as-of", "2022-04-01", "--fail-on", "warning")
    assert done.returncode == 1
    assert "warning[report-overdue] no report for 2021 has come on 1 of 1 outcome; " in done.stdout
    assert run(*words, "--as-of", "April").returncode == 2


def test_what_is_not_asked_for_costs_nothing(root: Path, published: Path) -> None:
    heavy = ("subprocess", "tempfile", "stratkit.load.git", "stratkit.compare.published")
    code = (
        "import sys; from stratkit.cli.plans import check_plan; "
        "from stratkit.check.finding import EVERYTHING; "
        f"from pathlib import Path; check_plan(Path('plans/small'), EVERYTHING, 1); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    words = [sys.executable, "-S", "-c", code]
    path = os.pathsep.join((str(root / "src"), *(one for one in sys.path if one.endswith("site-packages"))))
    done = subprocess.run(
        words, cwd=published.parents[2], env={"PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
