"""Comments in which an author silences a finding: `# stratkit: ignore[code] — reason`.

In: the text of a file. Out: what each such comment silences, and on which lines; and the comments that begin
with `stratkit:` and go on otherwise. The parser drops comments, so they are found by a scan; what looks like
one inside a text is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stratkit.source.node import Mapping, Node, Scalar, Sequence
from stratkit.source.reader import read_tree
from stratkit.source.text import SourceText, Span

_SIGN = "stratkit:"
# Not compiled at import: few files have such comments.
_COMMENT = (
    r"(?i:(?:(?<=\s)|^)#[ \t]*stratkit:[ \t]*)"
    r"(?:(?P<ignore>(?i:ignore))(?![\w-])(?:\[(?P<codes>[^\]\r\n]*)\])?)?(?P<rest>[^\r\n]*)"
)
_REASON = r"[ \t]*(?:—|–|--|-|:)[ \t]*(?P<reason>\S.*)"


class Ignore(NamedTuple):
    """One comment: its place, the codes it names with theirs, its reason, and the lines it speaks of.

    One that is not `known` goes on with another word than `ignore`, and silences nothing.
    """

    span: Span
    codes: tuple[Span, ...]
    reason: str
    first: int
    last: int
    known: bool = True

    def covers(self, span: Span) -> bool:
        """Whether a place begins on the lines that the comment speaks of."""
        return span.source is self.span.source and self.first <= span.line <= self.last


def ignores(source: SourceText) -> Iterator[Ignore]:
    """The comments in a file that are meant for stratkit."""
    if _SIGN not in source.text.lower():
        return
    root = read_tree(source, [], max_nodes=len(source.text))
    texts = list(_scalars(root)) if root else []
    for match in re.finditer(_COMMENT, source.text, re.MULTILINE):
        if not any(_holds(source, text, match.start()) for text in texts):
            yield _ignore(source, match, texts)


def _ignore(source: SourceText, match: re.Match[str], texts: list[Scalar]) -> Ignore:
    reason = re.match(_REASON, match["rest"]) if match["ignore"] else None
    line = source.position(match.start())[0]
    if not source.line(line)[: match.start() - source.line_start(line)].strip():
        line = _next_line(source, line)
    first, last = line, line
    for text in texts:
        begin, end = source.position(text.start)[0], source.position(max(text.start, text.end - 1))[0]
        if begin <= line <= end:
            first, last = min(first, begin), max(last, end)
    return Ignore(
        source.span(match.start(), match.start() + len(match[0].rstrip())),
        tuple(_codes(source, match)),
        reason["reason"].strip() if reason else "",
        first,
        last,
        known=bool(match["ignore"]),
    )


def _codes(source: SourceText, match: re.Match[str]) -> Iterator[Span]:
    if match["codes"]:
        for code in re.finditer(r"[^\s,]+", match["codes"]):
            start = match.start("codes") + code.start()
            yield source.span(start, start + len(code[0]))


def _next_line(source: SourceText, line: int) -> int:
    """The next line with something on it besides a comment; the line itself if there is none."""
    last = source.position(len(source.text))[0]
    return next(
        (number for number in range(line + 1, last + 1) if re.match(r"\s*[^\s#]", source.line(number))), line
    )


def _holds(source: SourceText, text: Scalar, offset: int) -> bool:
    """Whether an offset lies in a text; behind the sign that begins a block of text a comment may stand."""
    if not text.start <= offset < text.end:
        return False
    return text.style not in ("|", ">") or offset > source.line_end(text.start)


def _scalars(root: Node) -> Iterator[Scalar]:
    todo = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            todo.extend(node.items)
        elif isinstance(node, Mapping):
            todo.extend(child for _, child in node.entries.values())
