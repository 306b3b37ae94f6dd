"""Headings in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from stratkit.source.blocks import read_blocks


class Heading(NamedTuple):
    """A heading: its level, 1 to 6, and where in the text it stands."""

    level: int
    start: int
    end: int


def find_headings(text: str) -> Iterator[Heading]:
    """The headings of a text, in order."""
    blocks = read_blocks(text)
    for token, words in pairwise(blocks.tokens):
        if token.type == "heading_open" and token.map:
            number = token.map[0]
            line = blocks.lines[number].rstrip()
            # Before it there may be the sign of a quotation or a list; one that is underlined has no sign.
            sign = token.markup if token.markup.startswith("#") else words.content.split("\n")[0].strip()
            begin = max(line.find(sign), 0)
            yield Heading(int(token.tag[1]), blocks.starts[number] + begin, blocks.starts[number] + len(line))
