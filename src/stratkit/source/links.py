"""Links in prose to elements of the plan: `[words](#id)` and `[words][label]` with `[label]: #id`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from stratkit.source.blocks import Definition, read_blocks
from stratkit.source.brackets import Brackets

_TARGET = re.compile(r"\(#(?P<id>[^()\s]*)\)")
_DEFINITION = re.compile(r"\]:[\s>]*<?#")
_STRUCTURE = re.compile(r"^[ >*+\-0-9.)]*?(?: {4}|\t)|^[ >*+\-0-9.)]*(?:`{3}|~{3})", re.MULTILINE)
"""A line that may be code, or lie deep in a list."""


class ProseLink(NamedTuple):
    """The id that a link leads to, and the offset at which it is written."""

    target: str
    target_start: int


def find_links(prose: str) -> Iterator[ProseLink]:
    """The links of a Markdown text to elements, in order; a definition once, if it is used."""
    if not _may_link(prose):
        return
    definitions: dict[str, ProseLink] = {}
    if _STRUCTURE.search(prose) or _DEFINITION.search(prose):
        blocks = read_blocks(prose)
        definitions = dict(_defined(prose, blocks.definitions))
        stretches = blocks.stretches()
    else:
        stretches = _paragraphs(prose)
    for start, end in stretches:
        yield from _find_in_block(prose, start, end, definitions)


def _may_link(prose: str) -> bool:
    """Whether there could be a link; quick."""
    return "](#" in prose or ("]:" in prose and _DEFINITION.search(prose) is not None)


def _paragraphs(prose: str) -> list[tuple[int, int]]:
    """What lies between blank lines, where no link or code span goes on."""
    gaps = [match.span() for match in re.finditer(r"\n[^\S\n]*\n", prose)]
    return list(zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(prose)], strict=True))


def _defined(prose: str, definitions: Mapping[str, Definition]) -> Iterator[tuple[str, ProseLink]]:
    for label, (address, start, end) in definitions.items():
        if address.startswith("#"):
            target = unquote(address[1:])
            found = prose.find(f"#{target}", prose.index("]:", start), end)
            yield label, ProseLink(target, found + 1 if found >= 0 else start)


def _find_in_block(
    prose: str, start: int, end: int, definitions: dict[str, ProseLink]
) -> Iterator[ProseLink]:
    brackets = Brackets(prose, start, end)
    for pair in brackets:
        target = _TARGET.match(prose, pair.end + 1, end)
        if target:
            brackets.at = target.end()
        if pair.is_image:
            continue
        if target:
            yield ProseLink(target["id"], target.start("id"))
        elif definitions and (link := definitions.pop(pair.label(prose), None)):
            yield link
        if target or prose.startswith("(", pair.end + 1, end):
            brackets.opened.clear()  # no link may lie in another
