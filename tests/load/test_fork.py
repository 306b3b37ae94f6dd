"""Where a branch left the default one, in repositories that mean no good."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from stratkit.load.fork import fork_of
from stratkit.load.snapshot import NoSnapshot


def git(folder: Path, *words: str) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, check=True, capture_output=True, env=environment, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a commit on `main`, and one more on `work`, which is checked out."""
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "One")
    git(tmp_path, "checkout", "-q", "-b", "work")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Two")
    return tmp_path


def test_the_first_branch_that_is_there(repository: Path) -> None:
    main, work = git(repository, "rev-parse", "main"), git(repository, "rev-parse", "work")
    assert fork_of(repository) == (main, "main")
    git(repository, "update-ref", "refs/remotes/origin/main", work)
    assert fork_of(repository) == (work, "origin/main")
    git(repository, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
    assert fork_of(repository) == (work, "origin/main")
    git(repository, "update-ref", "refs/remotes/origin/trunk", main)
    git(repository, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert fork_of(repository) == (main, "origin/trunk")


def test_a_branch_named_like_a_commit_leads_nowhere_else(repository: Path) -> None:
    main = git(repository, "rev-parse", "main")
    git(repository, "update-ref", f"refs/heads/{main[:12]}", "work")
    assert fork_of(repository).commit == main


def test_nothing_of_a_hostile_repository_runs(repository: Path) -> None:
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repository}/ran\n")
    trap.chmod(0o755)
    with (repository / ".git/config").open("a") as config:
        config.write(
            f"[core]\n\tfsmonitor = {trap}\n\tsshCommand = {trap}\n\tpager = {trap}\n"
            f"\thooksPath = {repository}\n[pager]\n\tmerge-base = {trap}\n\trev-parse = {trap}\n"
            f"[alias]\n\tmerge-base = !{trap}\n\trev-parse = !{trap}\n"
        )
    assert fork_of(repository).branch == "main"
    assert not (repository / "ran").exists()


def test_replaced_commits_do_not_count(repository: Path) -> None:
    main = git(repository, "rev-parse", "main")
    git(repository, "checkout", "-q", "--orphan", "alone")
    git(repository, "commit", "-q", "--allow-empty", "-m", "Alone")
    git(repository, "checkout", "-q", "work")
    git(repository, "replace", "work", "alone")
    assert fork_of(repository).commit == main


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(NoSnapshot, match="no commit is checked out here"):
        fork_of(tmp_path)
