"""Git, asked only for what runs nothing that a repository could bring: names of objects and their content."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SECONDS = 20
_KEPT = ("HOME", "PATH", "SYSTEMROOT", "XDG_CONFIG_HOME")
_ALONE = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


class Listed(NamedTuple):
    """A file of a revision: its name, its mode, and the name of its content."""

    name: str
    mode: str
    blob: str


def git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints in a folder, `given` some input. Raises `OSError` and `subprocess.SubprocessError`."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    done = subprocess.run(
        ["git", "--no-replace-objects", *words],  # the one that its user has
        cwd=folder,
        env=kept | _ALONE,
        input=given,
        capture_output=True,
        check=True,
        timeout=SECONDS,
    )
    return done.stdout


def files_in(folder: Path, commit: str) -> Iterator[Listed]:
    """The files in and below a folder in a commit, by their paths from there; links and modules too."""
    for line in filter(None, git(folder, "ls-tree", "-r", "-z", commit, ".").split(b"\0")):
        kind, _, name = line.partition(b"\t")
        mode, _, blob = kind.decode().split()
        yield Listed(os.fsdecode(name), mode, blob)
