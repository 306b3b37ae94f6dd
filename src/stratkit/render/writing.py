"""Files that are written whole or not at all, and never over somebody else's work.

In: the bytes of a finished document and where they go. Out: the file; or a `WriteFault`, and nothing else.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from pathlib import Path

# Where a document says who made it: the head of an HTML file, the metadata anywhere in a PDF.
_OURS = re.compile(
    rb"""<meta\s+name=["']?generator["']?\s+content=["']?stratkit[\s"'>]|/Creator\s*\(stratkit[\s)]""",
    re.IGNORECASE,
)
_MAX_OURS = 256 * 1024 * 1024
_ELSEWHERE = "choose another place with `-o`"


class WriteFault(Exception):
    """A file was not written. The text is a plain sentence, `help` what would mend it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.help = remedy


def write_file(path: Path, data: bytes, *, force: bool) -> None:
    """Writes `data` beside `path`, then moves it into place; makes the folder if there is none.

    An existing file is replaced if stratkit made it, if it holds these bytes already, or with `force`.
    Raises `WriteFault`; the old file, if any, is then untouched and nothing is left beside it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear(path, data, force=force)
        _replace(path, data)
    except OSError as fault:
        raise _explain(path, fault) from fault


def made_by_stratkit(content: bytes) -> bool:
    """Whether an HTML or PDF file names stratkit as its maker."""
    return bool(_OURS.search(content if content.startswith(b"%PDF") else content[:65536]))


def _clear(path: Path, data: bytes, *, force: bool) -> None:
    """Raises `WriteFault` unless the place is free or its file may be replaced."""
    try:
        there = path.lstat()
    except FileNotFoundError:
        return
    mode = there.st_mode
    if stat.S_ISDIR(mode):
        raise WriteFault(f"`{path}` is a folder, not a file", _ELSEWHERE)
    if stat.S_ISLNK(mode):
        raise WriteFault(f"`{path}` is a link to another place", f"remove the link, or {_ELSEWHERE}")
    if not stat.S_ISREG(mode):
        raise WriteFault(f"`{path}` is not an ordinary file", _ELSEWHERE)
    if force:
        return
    found = path.read_bytes() if there.st_size <= _MAX_OURS else b""
    if found != data and not made_by_stratkit(found):
        raise WriteFault(
            f"`{path}` is already there and was not made by stratkit",
            f"use `--force` to write over it, or {_ELSEWHERE}",
        )


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".stratkit-{secrets.token_hex(8)}")
    file = draft.open("xb")
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _explain(path: Path, fault: OSError) -> WriteFault:
    match fault.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return WriteFault(f"there is no permission to write `{path}`", _ELSEWHERE)
        case errno.ENOSPC | errno.EDQUOT:
            return WriteFault(f"there is no room left to write `{path}`", f"free some space, or {_ELSEWHERE}")
        case errno.EEXIST | errno.ENOTDIR:
            return WriteFault(f"`{path.parent}` is not a folder", _ELSEWHERE)
        case _:
            return WriteFault(f"`{path}` cannot be written ({fault.strerror})", _ELSEWHERE)
