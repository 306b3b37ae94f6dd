"""Links in prose to elements of the plan: `[words](#id)`, outside code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_MARK = re.compile(r"\\[\s\S]|`+|!?\[|\](?:\(#(?P<id>[^()\s]*)\)|(?P<elsewhere>\())?")


class ProseLink(NamedTuple):
    """A link's words and the id it leads to, with offsets: of the whole, and of the id."""

    words: str
    target: str
    start: int
    end: int
    target_start: int


def find_links(prose: str) -> Iterator[ProseLink]:
    """The links of a Markdown text to elements, in order."""
    if "](#" in prose:
        for start, end in _blocks(prose):
            yield from _find_in_block(prose, start, end)


def _blocks(prose: str) -> Iterator[tuple[int, int]]:
    """What lies between blank lines, where no link or code span goes on, and outside fenced code."""
    fence = ""
    start = at = 0
    for line in prose.split("\n"):
        after = at + len(line) + 1
        words = line.strip()
        opens = _FENCE.match(line)
        if fence:
            if words.startswith(fence) and not words.strip(fence[0]):
                fence, start = "", after
        elif opens or not words:
            yield start, at
            fence, start = opens[1] if opens else "", after
        at = after
    if not fence:
        yield start, len(prose)


def _find_in_block(prose: str, start: int, end: int) -> Iterator[ProseLink]:
    ticks: dict[int, list[int]] = {}
    for run in re.finditer("`+", prose[start:end]):
        ticks.setdefault(len(run[0]), []).append(start + run.start())
    opened: list[tuple[int, bool]] = []
    at = start
    while mark := _MARK.search(prose, at, end):
        at = mark.end()
        if mark[0][0] == "`":
            at = _after_code(ticks, at, len(mark[0]))
        elif mark[0][-1] == "[" and mark[0][0] != "\\":
            opened.append((mark.start(), mark[0][0] == "!"))
        elif mark[0][0] == "]" and opened:
            begin, image = opened.pop()
            if mark["id"] is not None and not image:
                yield ProseLink(prose[begin + 1 : mark.start()], mark["id"], begin, at, mark.start("id"))
            if not image and (mark["id"] is not None or mark["elsewhere"]):
                opened.clear()  # no link may lie in another


def _after_code(ticks: dict[int, list[int]], at: int, length: int) -> int:
    """Where the code ends that a run of backticks begins; just after the run if it begins none."""
    closing = ticks.get(length, [])
    number = bisect_right(closing, at)
    return closing[number] + length if number < len(closing) else at
