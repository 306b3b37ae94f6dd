"""Where the work that is checked out left the default branch."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from stratkit.load.git import git
from stratkit.load.snapshot import NoSnapshot, commit_of, refusal

BRANCHES = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
"""Where the default branch may be, as git keeps it; the first that is there."""

_FETCH = 'origin "+refs/heads/*:refs/remotes/origin/*"'  # a clone of one branch does not fetch the others


class Fork(NamedTuple):
    """The commit that two lines of work have in common, and the default branch by its short name."""

    commit: str
    branch: str


def fork_of(path: Path) -> Fork:
    """The merge base of what is checked out around a path and of the default branch. Raises `NoSnapshot`."""
    folder = path if path.is_dir() else path.parent
    try:
        return _fork(folder)
    except (OSError, subprocess.SubprocessError) as fault:
        raise refusal(path, fault) from None


def _fork(folder: Path) -> Fork:
    head = commit_of(folder, "HEAD")
    whole = git(folder, "rev-parse", "--is-shallow-repository").strip() != b"true"
    found = next(((ref, tip) for ref in BRANCHES if (tip := _tip(folder, ref))), None)
    if found is None:
        fetch = f"git fetch {_FETCH}" if whole else f"git fetch --unshallow {_FETCH}"
        mend = f"`{fetch}` brings it; if it is neither `main` nor `master`, name it: `--rev BRANCH`"
        raise NoSnapshot("git does not know the default branch here", mend)
    ref, tip = found
    branch = git(folder, "rev-parse", "--abbrev-ref", ref).decode(errors="replace").strip()
    try:
        return Fork(git(folder, "merge-base", head, tip).decode().strip(), branch)
    except subprocess.CalledProcessError as fault:
        if fault.stderr:
            raise
    if whole:
        raise NoSnapshot(f"this branch and `{branch}` have nothing in common", "name a revision: `--rev REV`")
    message = f"the history here is too short to tell where this branch left `{branch}`"
    raise NoSnapshot(message, f"`git fetch --unshallow {_FETCH}` brings the rest")


def _tip(folder: Path, ref: str) -> str:
    """The commit a branch is at; empty if there is none of that name."""
    try:
        return commit_of(folder, ref)
    except NoSnapshot:
        return ""
