"""The template folders: what is read from them, and how a fault in them is told."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from stratkit.source.door import BadBytes, Door, Unreadable

SHARED = "_shared"


class TemplateFault(Exception):
    """A template, its style sheet or its `document.yaml` is broken.

    The text is one sentence; `file` is the path as its reader knows it, `line` counts from 1 and is 0 where
    there is none, `help` says what would mend it.
    """

    def __init__(self, file: str, line: int, message: str, mend: str = "") -> None:
        place = f"{file}:{line}" if line else file
        super().__init__(f"{place}: {message}")
        self.file = file
        self.line = line
        self.message = message
        self.help = mend


class TemplateFolder:
    """Reads files inside one folder of templates, links out of it refused."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._door = Door(self.root, Path.cwd())

    def shown(self, name: str) -> str:
        """A file's path as its reader knows it."""
        return self._door.shown(self.root / name)

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return (self.root / name).is_file()

    def text(self, name: str) -> str:
        """The text of a file. Raises `TemplateFault`."""
        try:
            return self._door.read(self.root / name).text
        except Unreadable as error:
            raise TemplateFault(self.shown(name), 0, str(error), error.help) from error
        except BadBytes as error:
            line = error.source.text.count("\n", 0, error.offset) + 1
            raise TemplateFault(
                self.shown(name), line, "the file is not UTF-8", "save it as UTF-8"
            ) from error

    def content(self, name: str) -> bytes:
        """The bytes of a file. Raises `TemplateFault`."""
        try:
            return self._door.read_bytes(self.root / name)
        except Unreadable as error:
            raise TemplateFault(self.shown(name), 0, str(error), error.help) from error

    def place(self, trace: TracebackType | None) -> tuple[str, int]:
        """The last line of a template that a traceback goes through; the folder itself if there is none."""
        found = (self.shown("."), 0)
        while trace:
            file = trace.tb_frame.f_code.co_filename
            if Path(file).is_relative_to(self.root):
                found = (self.shown(file), trace.tb_lineno)
            trace = trace.tb_next
        return found
