"""Links in prose to elements of the plan: `[words](#id)` and `[words][label]` with `[label]: #id`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import unquote

_MARK = re.compile(r"\\[\s\S]|`+|!?\[|\](?:\(#(?P<id>[^()\s]*)\)|(?P<elsewhere>\())?")
_DEFINITION = re.compile(r"\]:[\s>]*<?#")
_STRUCTURE = re.compile(r"^[ >*+\-0-9.)]*?(?: {4}|\t)|^[ >*+\-0-9.)]*(?:`{3}|~{3})", re.MULTILINE)
"""A line that may be code, or lie deep in a list."""

MAX_LABEL = 999

Definitions = dict[str, "ProseLink"]


class ProseLink(NamedTuple):
    """The id that a link leads to, and the offset at which it is written."""

    target: str
    target_start: int


def may_link(prose: str) -> bool:
    """Whether `find_links` could find anything; quick."""
    return "](#" in prose or ("]:" in prose and _DEFINITION.search(prose) is not None)


def find_links(prose: str) -> Iterator[ProseLink]:
    """The links of a Markdown text to elements, in order; a definition once, if it is used."""
    if not may_link(prose):
        return
    definitions: Definitions = {}
    if _STRUCTURE.search(prose) or _DEFINITION.search(prose):
        blocks, definitions = _parse(prose)
    else:
        blocks = _paragraphs(prose)
    for start, end in blocks:
        yield from _find_in_block(prose, start, end, definitions)


def _paragraphs(prose: str) -> list[tuple[int, int]]:
    """What lies between blank lines, where no link or code span goes on."""
    gaps = [match.span() for match in re.finditer(r"\n[^\S\n]*\n", prose)]
    return list(zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(prose)], strict=True))


def _parse(prose: str) -> tuple[list[tuple[int, int]], Definitions]:
    """The blocks that hold words, and what is defined for links."""
    from markdown_it.token import Token

    from stratkit.source.dialect import parser

    text = prose.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    tokens: list[Token] = []
    found: dict[str, dict[str, dict[str, object]]] = {}
    parser().block.parse(text, parser(), found, tokens)
    blocks = dict.fromkeys(
        (starts[token.map[0]], starts[token.map[1]])
        for token in tokens
        if token.type == "inline" and token.map
    )
    return list(blocks), dict(_defined(prose, starts, found.get("references", {})))


def _defined(
    prose: str, starts: list[int], references: dict[str, dict[str, object]]
) -> Iterator[tuple[str, ProseLink]]:
    for label, reference in references.items():
        address, lines = reference["href"], reference["map"]
        if isinstance(address, str) and address.startswith("#") and isinstance(lines, list):
            target = unquote(address[1:])
            start = starts[lines[0]]
            after = prose.index("]:", start)
            found = prose.find(f"#{target}", after, starts[lines[1]])
            yield label, ProseLink(target, found + 1 if found >= 0 else start)


def _find_in_block(prose: str, start: int, end: int, definitions: Definitions) -> Iterator[ProseLink]:
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
            opened.append((at, mark[0][0] == "!"))
        elif mark[0][0] == "]" and opened:
            begin, image = opened.pop()
            if image:
                continue
            if mark["id"] is not None:
                yield ProseLink(mark["id"], mark.start("id"))
            elif definitions and mark.start() - begin <= MAX_LABEL:
                yield from _use(definitions, prose[begin : mark.start()])
            if mark["id"] is not None or mark["elsewhere"]:
                opened.clear()  # no link may lie in another


def _use(definitions: Definitions, label: str) -> Iterator[ProseLink]:
    from markdown_it.common.utils import normalizeReference

    definition = definitions.pop(normalizeReference(label), None)
    if definition:
        yield definition


def _after_code(ticks: dict[int, list[int]], at: int, length: int) -> int:
    """Where the code ends that a run of backticks begins; just after the run if it begins none."""
    closing = ticks.get(length, [])
    number = bisect_right(closing, at)
    return closing[number] + length if number < len(closing) else at
