"""`stratkit diff --git-driver`, as git calls it: the plan's changes, else the lines, and nothing lost."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = """\
import sys
from types import ModuleType

from stratkit.cli import app as whole
from stratkit.cli.diff import diff

module = sys.modules["stratkit.formats.diff.full"] = ModuleType("full")
module.write = lambda comparison, *, colour, impact: "".join(
    f"{one.level} {one.fingerprint}\\n" for one in comparison.judgement.changes
)
whole.app.command()(diff)
whole.run()
"""
"""The command line, with a format that prints the name of each change."""

PLAN = """\
format: 1
plan: {id: harbours, title: Harbours, organization: {name: A network}, period: {start: 2021, end: 2023}}
"""
OUTCOMES = """\
outcomes:
  - id: trained
    title: Pilots are trained
    themes: [quiet]
    indicators:
      - id: people
        title: Pilots
        direction: increase
        baseline: {date: 2020, value: 0}
        targets: [{date: 2023, value: 90}]
"""
LOWERED = "stratkit diff plans/p/outcomes.yaml\nerror target-lowered:people:2023\n"

Git = Callable[..., str]


@pytest.fixture
def git(root: Path, tmp_path: Path) -> Git:
    """Runs git in the repository, with stratkit for what is in `plans`."""
    repository = tmp_path / "repository"
    command = tmp_path / "command.py"
    command.write_text(COMMAND)
    driver = shlex.join([sys.executable, str(command), "diff", "--git-driver", "--"])
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {
        **kept,
        "PYTHONPATH": str(root / "src"),
        "PYTHONUTF8": "1",
        "HOME": str(tmp_path),
        "GIT_CONFIG_NOSYSTEM": "1",
    }

    def call(*words: str, cwd: Path = repository) -> str:
        settings = ("user.name=A", "user.email=a@example.org", f"diff.stratkit.command={driver}")
        options = [word for setting in settings for word in ("-c", setting)]
        done = subprocess.run(
            ["git", *options, *words],
            cwd=cwd,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    for name, text in {
        ".gitattributes": "plans/** diff=stratkit\n",
        "plans/p/plan.yaml": PLAN,
        "plans/p/outcomes.yaml": OUTCOMES,
        "plans/p/themes.yaml": "themes: [{id: quiet, title: Quiet}]\n",
        "plans/one.yaml": PLAN.replace("harbours", "one") + "vision: Ports for all.\n",
    }.items():
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    call("init", "-q", "-b", "main")
    call("add", "-A")
    call("commit", "-q", "-m", "First")
    return call


@pytest.fixture
def plan(git: Git, tmp_path: Path) -> Path:
    return tmp_path / "repository/plans/p"


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_file_within_its_plan(git: Git, plan: Path) -> None:
    rewrite(plan / "outcomes.yaml", "90", "60")
    assert git("diff") == LOWERED
    assert git("diff", cwd=plan) == LOWERED
    git("add", "-A")
    assert git("diff", "--cached") == LOWERED


def test_each_file_tells_of_its_own_changes_only(git: Git, plan: Path) -> None:
    rewrite(plan / "outcomes.yaml", "90", "60")
    rewrite(plan / "themes.yaml", "title: Quiet", "title: Silence")
    rewrite(plan / "plan.yaml", "title: Harbours", "title: Ports")
    assert git("diff") == (
        f"{LOWERED}stratkit diff plans/p/plan.yaml\ninfo reworded:harbours:title\n"
        "stratkit diff plans/p/themes.yaml\nwarning reworded:quiet:title\n"
    )


def test_a_plan_of_one_file(git: Git, plan: Path) -> None:
    rewrite(plan.parent / "one.yaml", "Ports for all", "Ports for many")
    assert git("diff") == "stratkit diff plans/one.yaml\nwarning reworded:one:vision.statement\n"


def test_the_log(git: Git, plan: Path) -> None:
    rewrite(plan / "outcomes.yaml", "90", "60")
    git("commit", "-q", "-a", "-m", "Second")
    rewrite(plan / "outcomes.yaml", "60", "80")
    git("commit", "-q", "-a", "-m", "Third")
    told = git("log", "-p", "--ext-diff", "--format=%s", "-2")
    raised = LOWERED.replace("error", "info").replace("lowered", "raised")
    assert [line for line in told.splitlines() if line] == [
        "Third",
        *raised.splitlines(),
        "Second",
        *LOWERED.splitlines(),
    ]


def test_new_and_deleted_files(git: Git, plan: Path) -> None:
    (plan / "outcomes.yaml").unlink()
    (plan / "more.yaml").write_text("themes: [{id: calm, title: Calm}]\n")
    git("add", "-A")
    assert git("diff", "--cached", "--no-renames") == (
        "stratkit diff plans/p/more.yaml\ninfo added:calm\n"
        "stratkit diff plans/p/outcomes.yaml\nerror removed:trained\n"
    )


def test_a_renamed_file(git: Git, plan: Path) -> None:
    git("mv", "plans/p/outcomes.yaml", "plans/p/results.yaml")
    rewrite(plan / "results.yaml", "90", "60")
    told = git("diff", "-M", "HEAD")
    assert told.startswith("stratkit diff plans/p/results.yaml\nsimilarity index ")
    assert "\nrename from plans/p/outcomes.yaml\nrename to plans/p/results.yaml\n" in told
    assert told.endswith("\nerror target-lowered:people:2023\n")


def test_what_is_no_change_of_the_plan_is_told_in_lines(git: Git, plan: Path) -> None:
    rewrite(plan / "themes.yaml", "themes:", "# A remark \x1b[31m\nthemes:")
    told = git("diff")
    assert told.startswith("diff --git a/plans/p/themes.yaml b/plans/p/themes.yaml\n")
    assert "\n+# A remark \\x1b[31m\n" in told


def test_what_cannot_be_read_is_told_in_lines(git: Git, plan: Path) -> None:
    rewrite(plan / "outcomes.yaml", "value: 90", 'value: "9,0"')
    told = git("diff")
    assert "\n-        targets: [{date: 2023, value: 90}]\n" in told
    assert '\n+        targets: [{date: 2023, value: "9,0"}]\n' in told


def test_an_element_that_went_to_another_file_is_told_in_lines(git: Git, plan: Path) -> None:
    (plan / "themes.yaml").write_text("challenges: [{id: silt, title: Silt}]\n")
    (plan / "outcomes.yaml").write_text(f"{OUTCOMES}themes: [{{id: quiet, title: Quiet}}]\n")
    assert "+themes: [{id: quiet, title: Quiet}]\n" in git("diff", "plans/p/outcomes.yaml")


def test_what_is_in_no_plan_is_told_in_lines(git: Git, plan: Path) -> None:
    (plan.parent / "notes.md").write_text("One.\n")
    git("add", "-A")
    told = git("diff", "--cached")
    assert "--- /dev/null\n+++ b/plans/notes.md\n" in told
    assert told.endswith("+One.\n")


def test_a_new_plan_and_one_that_is_gone(git: Git, plan: Path) -> None:
    git("mv", "plans/p", "plans/q")
    told = git("diff", "--cached", "--no-renames")
    assert "+plan: {id: harbours, " in told
    assert "-plan: {id: harbours, " in told


def test_a_plan_in_its_first_commit_of_a_folder_that_is_gone(git: Git, plan: Path) -> None:
    rewrite(plan / "plan.yaml", "title: Harbours", "title: Ports")
    git("commit", "-q", "-a", "-m", "Second")
    git("mv", "plans/p", "plans/q")
    git("commit", "-q", "-m", "Third")
    told = git("show", "--ext-diff", "--format=", "HEAD~1")
    assert told == "stratkit diff plans/p/plan.yaml\ninfo reworded:harbours:title\n"


def test_modes_and_links(git: Git, plan: Path) -> None:
    (plan / "themes.yaml").chmod(0o755)
    assert git("diff") == "old mode 100644\nnew mode 100755\n"
    (plan / "themes.yaml").unlink()
    (plan / "themes.yaml").symlink_to("/etc/passwd")
    told = git("diff")
    assert "+/etc/passwd" in told
    assert "root:" not in told


def test_a_conflict(git: Git, plan: Path, tmp_path: Path) -> None:
    git("checkout", "-q", "-b", "other")
    rewrite(plan / "outcomes.yaml", "90", "60")
    git("commit", "-q", "-a", "-m", "Other")
    git("checkout", "-q", "main")
    rewrite(plan / "outcomes.yaml", "90", "70")
    git("commit", "-q", "-a", "-m", "Main")
    words = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "merge", "-q", "other"]
    assert subprocess.run(words, cwd=plan, capture_output=True, check=False).returncode == 1
    assert "* Unmerged path plans/p/outcomes.yaml\n" in git("diff", "--cached")


def test_outside_of_a_repository(git: Git, tmp_path: Path, plan: Path) -> None:
    told = git("diff")
    assert told == ""
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    before.write_text(PLAN + "vision: Ports for all.\n")
    after.write_text(PLAN + "vision: Ports for many.\n")
    driver = [sys.executable, str(tmp_path / "command.py"), "diff", "--git-driver", "--"]
    words = [*driver, "a.yaml", str(before), "0" * 40, "100644", str(after), "0" * 40, "100644"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src")}
    done = subprocess.run(
        words, cwd=tmp_path, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "stratkit diff a.yaml\nwarning reworded:harbours:vision.statement\n"
