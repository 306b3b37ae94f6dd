"""The blocks of a Markdown text and where they stand, as the parser reads them that also prints them."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token


class Definition(NamedTuple):
    """An address that a text gives for a label, and from which offset up to which it does."""

    address: str
    start: int
    end: int


class Blocks(NamedTuple):
    """A text in blocks: its lines, the offset at which each begins, the blocks, and what labels stand for."""

    lines: list[str]
    starts: list[int]
    tokens: list[Token]
    definitions: dict[str, Definition]

    def stretches(self) -> list[tuple[int, int]]:
        """Where the blocks that hold words begin and end, each once."""
        held = (token.map for token in self.tokens if token.type == "inline" and token.map)
        return list(dict.fromkeys((self.starts[first], self.starts[end]) for first, end in held))


def read_blocks(text: str) -> Blocks:
    """Cut a text into blocks. Offsets in its lines are those in the text, whatever its line ends are."""
    from stratkit.source.dialect import parser

    text = text.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    tokens: list[Token] = []
    found: dict[str, Any] = {}
    parser().block.parse(text, parser(), found, tokens)
    definitions = {
        label: Definition(reference["href"], *(starts[line] for line in reference["map"]))
        for label, reference in found.get("references", {}).items()
    }
    return Blocks(lines, starts, tokens, definitions)
