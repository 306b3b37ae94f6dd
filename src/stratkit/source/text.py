"""A text, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

MAX_SHOWN = 60
_LINE_END = re.compile(r"\r\n|\n|\r")


class SourceText:
    """The text of one file, with the path a reader knows it by.

    Offsets are counted in code points from 0, lines and columns from 1. Lines end where editors end them: at
    LF, CRLF and CR; YAML's further line breaks (NEL, LS, PS) do not count.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_start(self, number: int) -> int:
        """The offset at which a line begins."""
        return self._starts[number - 1]

    def line(self, number: int) -> str:
        """A line's text without its end; empty past the last one."""
        if number > len(self._starts):
            return ""
        start = self.line_start(number)
        return self.text[start : self.line_end(start)]

    def line_end(self, offset: int) -> int:
        """The offset at which the line that holds this one ends, before its line end."""
        number = bisect_right(self._starts, offset)
        if number == len(self._starts):
            return len(self.text)
        after = self._starts[number]
        width = 2 if self.text.startswith("\r\n", after - 2) else 1
        return max(offset, after - width)

    def first_line(self, start: int, end: int) -> Span:
        """The place from one offset up to another, but no further than the line it begins on."""
        return self.span(start, max(start, min(end, self.line_end(start))))

    def span(self, start: int, end: int | None = None) -> Span:
        """The place from one offset up to another; without an end, an empty place. It ends with the text."""
        last = len(self.text)
        return Span(self, min(start, last), min(start if end is None else end, last))


class Span(NamedTuple):
    """A place: a text, and two offsets in it."""

    source: SourceText
    start: int
    end: int

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def line(self) -> int:
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @property
    def place(self) -> str:
        """The path, the line and the column, as editors and terminals take them for a link."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def end_position(self) -> tuple[int, int]:
        """The line and the column just after the place."""
        return self.source.position(self.end)

    def lines(self) -> Iterator[int]:
        """The numbers of the lines the place touches."""
        yield from range(self.line, self.end_position[0] + 1)


def short(text: str) -> str:
    """A text as messages quote it."""
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
