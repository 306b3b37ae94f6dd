"""The one door through which files come in.

A plan arrives by pull request, so its paths are not trusted: every file is resolved, has to lie inside the
project's folder, be a regular file and keep within the limits before a byte of it is parsed or quoted.
"""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

from stratkit.source.text import SourceText

MAX_FILE = 2 * 1024 * 1024
MAX_PLAN = 50 * 1024 * 1024


class Unreadable(Exception):
    """A file cannot be read: `code` is the rule it breaks, the text what is wrong, `help` the cure."""

    def __init__(self, code: str, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.help = mend


class BadBytes(Exception):
    """A file is not UTF-8: its text with signs for what cannot be read, the first bad byte and its place."""

    def __init__(self, source: SourceText, offset: int, byte: int) -> None:
        super().__init__(f"byte 0x{byte:02X} is not UTF-8")
        self.source = source
        self.offset = offset
        self.byte = byte


class Door:
    """Reads files inside one folder, and counts what it has read.

    `root` is the project's folder; `base` the folder that shown paths are relative to; `revision` is shown
    before them, for files as they were in one.
    """

    def __init__(
        self,
        root: Path,
        base: Path,
        *,
        max_file: int = MAX_FILE,
        max_plan: int = MAX_PLAN,
        revision: str = "",
    ) -> None:
        self.root = root.resolve()
        self.base = base.resolve()
        self.max_file = max_file
        self.max_plan = max_plan
        self.revision = revision
        self.total = 0

    def shown(self, path: Path) -> str:
        """The path as a reader knows it: relative to where they stand, with forward slashes.

        That of a file in a revision is written as git does, `REVISION:path`.
        """
        try:
            shown = os.path.relpath(path, self.base).replace(os.sep, "/")
        except ValueError:
            shown = path.as_posix()
        # A name that is not UTF-8 could not be printed.
        shown = shown.encode("utf-8", "backslashreplace").decode("utf-8")
        return f"{self.revision}:{shown}" if self.revision else shown

    def inside(self, path: Path) -> Path:
        """The path without links. Raises `Unreadable` if it leaves the project's folder."""
        try:
            resolved = path.resolve()
        except (OSError, RuntimeError, ValueError) as error:
            raise Unreadable("missing-file", "the path cannot be followed") from error
        if not resolved.is_relative_to(self.root):
            raise Unreadable(
                "unsafe-path",
                "the path leaves the project's folder",
                "keep what a plan needs inside the folder that holds `stratkit.yaml`",
            )
        return resolved

    def read(self, path: Path) -> SourceText:
        """The text of a UTF-8 file. Raises `Unreadable`, or `BadBytes` if it is not UTF-8."""
        raw = self.read_bytes(path).removeprefix(codecs.BOM_UTF8)
        shown = self.shown(path)
        try:
            return SourceText(shown, raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            offset = len(raw[: error.start].decode("utf-8"))
            text = raw.decode("utf-8", "replace")
            raise BadBytes(SourceText(shown, text), offset, raw[error.start]) from None

    def read_bytes(self, path: Path) -> bytes:
        """The bytes of a regular file within the limits. Raises `Unreadable`."""
        resolved = self.inside(path)
        try:
            # Without O_NONBLOCK a named pipe would be waited for without end.
            handle = os.open(
                resolved, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
            )
        except FileNotFoundError:
            raise Unreadable("missing-file", "there is no such file") from None
        except OSError as error:
            raise Unreadable("missing-file", f"the file cannot be opened ({error.strerror})") from None
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Unreadable("unsafe-path", "this is not an ordinary file")
        with os.fdopen(handle, "rb") as file:
            raw = file.read(self.max_file + 1)
        if len(raw) > self.max_file:
            raise Unreadable(
                "unsafe-path",
                f"the file is larger than {self.max_file:,} bytes",
                "split it into several files, or raise the limits with `--room`",
            )
        self.total += len(raw)
        if self.total > self.max_plan:
            raise Unreadable(
                "unsafe-path", f"the plan's files hold more than {self.max_plan:,} bytes together"
            )
        return raw
