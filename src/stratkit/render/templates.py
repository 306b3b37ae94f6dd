"""The template folders: what is read from them, and how a fault in them is told."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from stratkit import shipped
from stratkit.load.folder import is_there
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
    """Reads templates from one folder, or from several as if they were one: the first that has a file gives
    it. Links out of them are refused.
    """

    def __init__(self, root: Path, *more: Path) -> None:
        self.roots = tuple(dict.fromkeys(path.resolve() for path in (root, *more)))
        self._doors = {path: Door(path, Path.cwd()) for path in self.roots}

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return any(is_there(root / name) for root in self.roots)

    def home(self, name: str) -> Path:
        """The folder that a file comes from; the last one for a file that is nowhere."""
        return next((root for root in self.roots if is_there(root / name)), self.roots[-1])

    def path(self, name: str) -> Path:
        """Where a file is, or would be."""
        return self.home(name) / name

    def names(self) -> tuple[str, ...]:
        """All files, sorted: each as other templates name it, whichever folder it comes from."""
        found = {
            path.relative_to(root).as_posix()
            for root in self.roots
            for path in root.rglob("*")
            if is_there(path) and not any(part.startswith(".") for part in path.relative_to(root).parts)
        }
        return tuple(sorted(found))

    def shown(self, name: str) -> str:
        """A file's path as its reader knows it."""
        return self._doors[self.home(name)].shown(self.path(name))

    def text(self, name: str) -> str:
        """The text of a file. Raises `TemplateFault`."""
        try:
            return self._doors[self.home(name)].read(self.path(name)).text
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
            return self._doors[self.home(name)].read_bytes(self.path(name))
        except Unreadable as error:
            raise TemplateFault(self.shown(name), 0, str(error), error.help) from error

    def place(self, trace: TracebackType | None) -> tuple[str, int]:
        """The last line of a template that a traceback goes through; the folder itself if there is none."""
        found = (self.shown("."), 0)
        while trace:
            file = Path(trace.tb_frame.f_code.co_filename)
            for root in self.roots:
                if file.is_relative_to(root):
                    found = (self._doors[root].shown(file), trace.tb_lineno)
            trace = trace.tb_next
        return found


def templates_of(folder: Path | None) -> TemplateFolder:
    """The templates that come with stratkit, behind those of a project's own folder if it has one."""
    return TemplateFolder(*filter(None, (folder, shipped.templates())))
