"""Prose that lies in Markdown files beside the YAML."""

from __future__ import annotations

import re
from pathlib import Path

from stratkit.model.language import Translated
from stratkit.model.prose import FromFile
from stratkit.source.door import BadBytes, Door, Unreadable
from stratkit.source.problem import Problem
from stratkit.source.text import SourceText, Span

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FRONT_MATTER = re.compile(
    r"""
    ---[ \t]*\r?\n
    (?:\#.*\n)*
    [\w-]+:(?:[ \t].*)?\r?\n                                 # it is a key that makes it YAML
    (?:(?:[\w-]+:(?:[ \t].*)?|[ \t]+\S.*|-[ \t].*|\#.*)\r?\n)*
    ---[ \t]*(?:\r?\n|\Z)
    """,
    re.VERBOSE,
)


class ProseFolder:
    """Reads prose files inside one plan's folder, relative to the YAML file that names them.

    YAML between two lines of `---` at the very start, as some editors keep there, is not part of the text.
    """

    def __init__(self, folder: Path, door: Door, language: str = "en") -> None:
        self.folder = folder.resolve()
        self.door = door
        self.language = language
        self.beside = folder

    def read(self, path: str, span: Span, problems: list[Problem]) -> str | None:
        """The file's text, with a translation for each `name.LL.md` next to it."""
        try:
            full = self._place(path)
            text = self._text(full)
            others = {language: self._text(other) for language, other in self._translations(full)}
        except Unreadable as error:
            mend = error.help or "paths are relative to the file they are written in"
            problems.append(Problem(error.code, span, f"`{path}`: {error}", mend))
            return None
        except BadBytes as error:
            problems.append(bad_bytes(error))
            return None
        if not text:
            problems.append(
                Problem("invalid-value", span, f"`{path}` is empty", "write its text, or delete the key")
            )
            return None
        return Translated(text, {self.language: text, **others}) if others else text

    def _place(self, written: str) -> Path:
        path = self.beside / written
        if Path(written).is_absolute() or not self.door.inside(path).is_relative_to(self.folder):
            raise Unreadable("unsafe-path", "the path leaves the plan's folder", "keep the file inside it")
        return path

    def _text(self, path: Path) -> FromFile:
        return FromFile(_without_front_matter(self.door.read(path)))

    def _translations(self, path: Path) -> list[tuple[str, Path]]:
        before, after = f"{path.stem}.", path.suffix
        try:
            names = sorted(other.name for other in path.parent.iterdir())
        except OSError as error:
            raise Unreadable("missing-file", f"its folder cannot be read ({error.strerror})") from None
        found = [
            (name[len(before) : -len(after)], name)
            for name in names
            if name.startswith(before) and name.endswith(after)
        ]
        return [(language, path.parent / name) for language, name in found if _LANGUAGE.fullmatch(language)]


def _without_front_matter(source: SourceText) -> SourceText:
    """The text with spaces in its place: whatever follows stays where it is."""
    found = _FRONT_MATTER.match(source.text)
    if found is None:
        return source
    return SourceText(source.path, re.sub(r"[^\r\n]", " ", found[0]) + source.text[found.end() :])


def bad_bytes(error: BadBytes) -> Problem:
    """The fault of a file that is not UTF-8, at its first bad byte."""
    span = error.source.span(error.offset, error.offset + 1)
    return Problem(
        "invalid-yaml", span, f"the byte 0x{error.byte:02X} is not UTF-8", "save the file as UTF-8"
    )
