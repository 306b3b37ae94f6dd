"""The pre-commit hook, as a repository of plans uses it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

CONFIG = """\
repos:
  - repo: {source}
    rev: {revision}
    hooks:
      - id: stratkit-validate
        args: [--format, concise, plans]
"""


def test_the_manifest_is_valid(root: Path, tool: Callable[..., str]) -> None:
    tool("pre_commit", "validate-manifest", root / ".pre-commit-hooks.yaml")


def test_it_passes_a_sound_plan_and_stops_a_fault(
    root: Path, desk: Path, tmp_path: Path, environment: dict[str, str], break_plan: Callable[[Path], None]
) -> None:
    """Installs stratkit from a copy of the checkout, and what it needs from where pip finds it."""
    person = {
        f"GIT_{role}_{what}": "author@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    surroundings = {**environment, **person, "PRE_COMMIT_HOME": str(tmp_path / "hooks")}

    def run(*words: str, cwd: Path) -> CompletedProcess[str]:
        return subprocess.run(
            words, cwd=cwd, env=surroundings, capture_output=True, text=True, timeout=600, check=False
        )

    def commit(folder: Path) -> str:
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Begin"], ["rev-parse", "HEAD"]):
            ended = run("git", *words, cwd=folder)
            assert ended.returncode == 0, ended.stderr
        return ended.stdout.strip()

    source = tmp_path / "source"
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=root).stdout
    for name in filter(lambda name: (root / name).is_file(), listed.split("\0")):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, source / name)
    config = CONFIG.format(source=source, revision=commit(source))
    (desk / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    commit(desk)

    hooks = (sys.executable, "-m", "pre_commit", "run", "--all-files")
    passed = run(*hooks, cwd=desk)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout

    break_plan(desk / "plans")
    stopped = run(*hooks, cwd=desk)
    assert stopped.returncode == 1
    assert "plans/plan.yaml:33:26: " in stopped.stdout
    assert "no-such-challenge" in stopped.stdout
