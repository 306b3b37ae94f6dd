"""Square brackets in Markdown, outside code: around the words of links and images.

In: a text and the stretch of it to look at, which is the content of one block. Out: pairs of brackets, in the
order in which they close.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

MAX_LABEL = 999
"""As long as CommonMark lets a label be."""

_MARK = re.compile(r"\\[\s\S]|`+|!?\[|\]")


class Pair(NamedTuple):
    """Where the words between two brackets begin and end, and whether a `!` stands before them."""

    start: int
    end: int
    is_image: bool

    def label(self, text: str) -> str:
        """The words as the label of a definition; empty if they are too long for one."""
        return plain_label(text[self.start : self.end]) if self.end - self.start <= MAX_LABEL else ""


class Brackets:
    """The pairs in a stretch of text; whoever goes through them says what they lead to and where to go on."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.end = end
        self.at = start
        self.opened: list[tuple[int, bool]] = []
        self.ticks: dict[int, list[int]] = {}
        for run in re.finditer("`+", text[start:end]):
            self.ticks.setdefault(len(run[0]), []).append(start + run.start())

    def __iter__(self) -> Iterator[Pair]:
        while mark := _MARK.search(self.text, self.at, self.end):
            self.at = mark.end()
            if mark[0][0] == "`":
                self.at = self._after_code(len(mark[0]))
            elif mark[0] in ("[", "!["):
                self.opened.append((self.at, mark[0] == "!["))
            elif mark[0] == "]" and self.opened:
                start, is_image = self.opened.pop()
                yield Pair(start, mark.start(), is_image)

    def _after_code(self, length: int) -> int:
        """Where the code ends that a run of backticks begins; just after the run if it begins none."""
        closing = self.ticks.get(length, [])
        number = bisect_right(closing, self.at)
        return closing[number] + length if number < len(closing) else self.at


def plain_label(label: str) -> str:
    """A label as definitions are known by: neither white space nor capitals tell two apart."""
    from markdown_it.common.utils import normalizeReference

    return normalizeReference(label)
