"""Headings and images in Markdown, outside code.

Blocks are read by the parser that also prints them; what stands in a line is found by a scan.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = "\r\n|\n|\r"
_LABEL = 1000
"""As long as CommonMark lets a label be, with its sign."""

_MARK = r"\\[\s\S]|`+|!?\[|\]"
_TARGET = (
    r"""\(\s*(?:<(?P<quoted>[^<>\n]*)>|(?P<plain>(?:[^\s()<>]|\([^\s()]*\))*))"""
    r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)|\[(?P<label>[^\[\]]*)\]"""
)


class Heading(NamedTuple):
    """A heading: its level, 1 to 6, and where in the text it stands."""

    level: int
    start: int
    end: int


class Image(NamedTuple):
    """An image: the words that describe it, its address, and where in the text it stands."""

    words: str
    target: str
    start: int
    end: int


def find_headings(text: str) -> Iterator[Heading]:
    """The headings of a text, in order."""
    lines = _Lines(text)
    for token in _blocks(text)[0]:
        if token.type == "heading_open" and token.map:
            start, end = lines.trimmed(token.map[0])
            yield Heading(int(token.tag[1]), start, end)


def find_images(text: str) -> Iterator[Image]:
    """The images of a text, in order."""
    if "![" not in text:
        return
    tokens, references = _blocks(text)
    lines = _Lines(text)
    for token in tokens:
        if token.type == "inline" and token.map and "![" in token.content:
            offset = lines.offsets(token.map[0], token.content)
            for words, target, start, end in _images_in(token.content, references):
                yield Image(words, target, offset(start), offset(end))


def _blocks(text: str) -> tuple[list[Token], dict[str, str]]:
    """The blocks of a text, and the addresses that stand below it by their labels."""
    from stratkit.source.dialect import parser

    known: dict[str, Any] = {}
    tokens: list[Token] = []
    lines = re.split(_LINE_END, text.replace("\0", "\ufffd"))
    parser().block.parse("\n".join(lines), parser(), known, tokens)
    return tokens, {label: found["href"] for label, found in known.get("references", {}).items()}


class _Lines:
    """The lines of a text, to find again what a block says of them without their indents and signs."""

    def __init__(self, text: str) -> None:
        pieces = re.split(f"({_LINE_END})", text)
        self.lines = pieces[::2]
        self.starts = list(accumulate(map(len, pieces), initial=0))[::2]

    def trimmed(self, number: int) -> tuple[int, int]:
        """Where a line begins and ends, without the white space around it."""
        line = self.lines[number]
        start = self.starts[number] + len(line) - len(line.lstrip())
        return start, start + len(line.strip())

    def offsets(self, first: int, content: str) -> Callable[[int], int]:
        """Says where in the text a place in a block's content is; the block begins on the line `first`."""
        begins: list[int] = []
        shifts: list[int] = []
        begin = 0
        for number, line in enumerate(content.split("\n"), start=first):
            words = line.lstrip()
            indent = len(line) - len(words)
            begins.append(begin)
            shifts.append(self.starts[number] + max(self.lines[number].find(words), 0) - indent - begin)
            begin += len(line) + 1
        return lambda at: at + shifts[bisect_right(begins, at) - 1]


def _images_in(content: str, references: dict[str, str]) -> Iterator[tuple[str, str, int, int]]:
    """Words, address, start and end of each image in the content of a block."""
    mark, target = re.compile(_MARK), re.compile(_TARGET)
    ticks: dict[int, list[int]] = {}
    for run in re.finditer("`+", content):
        ticks.setdefault(len(run[0]), []).append(run.start())
    opened: list[int | None] = []
    at = 0
    while found := mark.search(content, at):
        at = found.end()
        if found[0][0] == "`":
            at = _after_code(ticks, at, len(found[0]))
        elif found[0] in ("[", "!["):
            opened.append(found.start() if found[0] == "![" else None)
        elif found[0] == "]" and opened and (begin := opened.pop()) is not None:
            leads = target.match(content, at)
            end = leads.end() if leads else at
            if leads and leads["label"] is None:
                address = leads["quoted"] or leads["plain"] or ""
            else:
                label = (leads and leads["label"]) or content[begin + 2 : min(found.start(), begin + _LABEL)]
                address = references.get(_plain(label), "") if references else ""
                if not address:
                    continue
            yield content[begin + 2 : found.start()], address, begin, end
            at = end


def _plain(label: str) -> str:
    from markdown_it.common.utils import normalizeReference

    return normalizeReference(label)


def _after_code(ticks: dict[int, list[int]], at: int, length: int) -> int:
    """Where the code ends that a run of backticks begins; just after the run if it begins none."""
    closing = ticks.get(length, [])
    number = bisect_right(closing, at)
    return closing[number] + length if number < len(closing) else at
