from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from stratkit.load.revision import Revision, revision_of

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org")


def git(folder: Path, *words: str) -> str:
    environment = {
        "GIT_COMMITTER_DATE": "2026-05-03T23:30:00-0500",
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
    }
    done = subprocess.run(
        ["git", *WHO, *words], cwd=folder, check=True, capture_output=True, text=True, env=environment
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    plan = tmp_path / "plans" / "one"
    plan.mkdir(parents=True)
    (plan / "plan.yaml").write_bytes(b"format: 1\n")
    (plan / "sub").mkdir()
    (plan / "sub/é.yaml").write_bytes(b"themes: []\r\n")
    (tmp_path / "other.txt").write_text("x")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "one")
    return tmp_path


FILES = [("plan.yaml", b"format: 1\n"), ("sub/é.yaml", b"themes: []\r\n")]


def test_a_clean_plan(repository: Path) -> None:
    commit = git(repository, "rev-parse", "HEAD")
    found = revision_of(repository / "plans/one", FILES)
    assert found == Revision(commit, date(2026, 5, 4), changed=False)


def test_what_lies_elsewhere_does_not_count(repository: Path) -> None:
    (repository / "other.txt").write_text("changed")
    (repository / "plans/one/build").mkdir()
    (repository / "plans/one/build/one.pdf").write_text("made")
    found = revision_of(repository / "plans/one", FILES)
    assert found
    assert not found.changed


@pytest.mark.parametrize(
    "files",
    [
        [("plan.yaml", b"format: 1 \n")],
        [*FILES, ("new.yaml", b"")],
        [("sub/plan.yaml", b"format: 1\n")],
    ],
)
def test_files_that_differ(repository: Path, files: list[tuple[str, bytes]]) -> None:
    found = revision_of(repository / "plans/one", files)
    assert found
    assert found.changed


def test_a_file_that_is_gone(repository: Path) -> None:
    (repository / "plans/one/sub/é.yaml").unlink()
    found = revision_of(repository / "plans/one", FILES[:1])
    assert found
    assert found.changed


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfformat: 1\n", b"format: 1\r\n"])
def test_a_mark_and_ends_of_lines_do_not_count(repository: Path, content: bytes) -> None:
    found = revision_of(repository / "plans/one", [("plan.yaml", content)])
    assert found
    assert not found.changed


def test_no_repository(tmp_path: Path) -> None:
    assert revision_of(tmp_path, []) is None


def test_no_commit_yet(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert revision_of(tmp_path, []) is None


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert revision_of(repository, []) is None


def test_a_hostile_repository_runs_nothing(repository: Path) -> None:
    """Its settings name programs that git runs to look at files."""
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repository}/ran\n")
    trap.chmod(0o755)
    (repository / ".git/config").write_text(
        f"[core]\n\tfsmonitor = {trap}\n\tsshCommand = {trap}\n\tpager = {trap}\n"
        f"[diff]\n\texternal = {trap}\n[alias]\n\trev-parse = !{trap}\n[extensions]\n\tpartialClone = far\n"
        f'[remote "far"]\n\turl = ext::{trap}\n\tpromisor = true\n[protocol]\n\tallow = always\n'
    )
    revision_of(repository / "plans/one", FILES)
    assert not (repository / "ran").exists()
