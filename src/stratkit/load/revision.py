"""Which revision of the git repository a plan is, and whether its files are as they are there."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from stratkit.load.git import files_in, git

_MARK = b"\xef\xbb\xbf"


class Revision(NamedTuple):
    """A commit by its name in full, the day it was made (UTC), and whether files differ from it."""

    commit: str
    day: date
    changed: bool


def revision_of(folder: Path, files: Iterable[tuple[str, bytes]]) -> Revision | None:
    """The revision checked out where some files lie; None outside of git, or where there is no git.

    `files` are paths relative to the folder with what was read of them; a mark of UTF-8 at their start and
    how their lines end do not count.
    """
    try:
        commit = git(folder, "rev-parse", "--verify", "--end-of-options", "HEAD^{commit}").decode().strip()
        when = re.search(
            rb"^committer .* ([0-9]+) [+-][0-9]{4}$", git(folder, "cat-file", "commit", commit), re.MULTILINE
        )
        there = {one.name: one.blob for one in files_in(folder, commit)}
        if not when:
            return None
        day = datetime.fromtimestamp(int(when[1]), UTC).date()
    except (OSError, subprocess.SubprocessError, ValueError, OverflowError):
        return None
    changed = any(not _is_same(there.get(name), content) for name, content in files)
    return Revision(commit, day, changed or any(_is_gone(folder, name) for name in there))


def _is_gone(folder: Path, name: str) -> bool:
    """Whether a file that plans are made of is in the revision only."""
    return name.endswith((".yaml", ".yml", ".md", ".csv")) and not os.path.lexists(folder / name)


def _is_same(blob: str | None, content: bytes) -> bool:
    if blob is None:
        return False
    hasher = hashlib.sha1 if len(blob) == 40 else hashlib.sha256
    plain = content.removeprefix(_MARK)
    forms = {form for each in (plain, plain.replace(b"\r\n", b"\n")) for form in (each, _MARK + each)}
    return any(
        hasher(b"blob %d\0" % len(form) + form, usedforsecurity=False).hexdigest() == blob for form in forms
    )
