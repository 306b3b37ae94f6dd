"""Images in Markdown: `![words](address)` and `![words][label]` with `[label]: address`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from stratkit.source.blocks import Blocks, Definition, read_blocks
from stratkit.source.brackets import Brackets, Pair, plain_label

_TARGET = (
    r"""\(\s*(?:<(?P<quoted>[^<>\n]*)>|(?P<plain>(?:[^\s()<>]|\([^\s()]*\))*))"""
    r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)|\[(?P<label>[^\[\]]*)\]"""
)


class Image(NamedTuple):
    """An image: the words that describe it, its address, and where in the text it stands."""

    words: str
    target: str
    start: int
    end: int


def find_images(text: str) -> Iterator[Image]:
    """The images of a text, in order."""
    if "![" not in text:
        return
    blocks = read_blocks(text)
    for token in blocks.tokens:
        if token.type == "inline" and token.map and "![" in token.content:
            offset = _offsets(blocks, token.map[0], token.content)
            for image in _images_in(token.content, blocks.definitions):
                yield image._replace(start=offset(image.start), end=offset(image.end))


def _offsets(blocks: Blocks, first: int, content: str) -> Callable[[int], int]:
    """Says where in the text a place in a block's content is; the block begins on the line `first`."""
    begins: list[int] = []
    shifts: list[int] = []
    begin = 0
    for number, line in enumerate(content.split("\n"), start=first):
        words = line.lstrip()
        indent = len(line) - len(words)
        begins.append(begin)
        shifts.append(blocks.starts[number] + max(blocks.lines[number].find(words), 0) - indent - begin)
        begin += len(line) + 1
    return lambda at: at + shifts[bisect_right(begins, at) - 1]


def _images_in(content: str, definitions: Mapping[str, Definition]) -> Iterator[Image]:
    brackets = Brackets(content, 0, len(content))
    for pair in brackets:
        target, end = _lead(content, pair, definitions) if pair.is_image else (None, 0)
        if target is not None:
            brackets.at = end
            yield Image(content[pair.start : pair.end], target, pair.start - len("!["), end)


def _lead(content: str, pair: Pair, definitions: Mapping[str, Definition]) -> tuple[str | None, int]:
    """The address that an image leads to, and where the image ends; None if it leads nowhere."""
    after = pair.end + 1
    leads = re.compile(_TARGET).match(content, after)  # not at import: few plans have images
    end = leads.end() if leads else after
    if leads and leads["label"] is None:
        return leads["quoted"] or leads["plain"] or "", end
    if not definitions:
        return None, end
    label = plain_label(leads["label"]) if leads and leads["label"] else pair.label(content)
    definition = definitions.get(label)
    return definition.address if definition else None, end
