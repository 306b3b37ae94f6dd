"""Where in a file a stretch of a YAML text stands, though its lines are indented, folded or quoted there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from stratkit.source.node import Scalar
from stratkit.source.text import SourceText, Span


def placing(source: SourceText, scalar: Scalar) -> Callable[[int, int], Span]:
    """Says where the characters of a text from one offset up to another stand.

    Between what is written and what is meant YAML changes only white space: the other characters are counted.
    Where escapes hide the place, it is the text's first line.
    """
    begin, written = _written(source, scalar)
    if "".join(written.split()) != "".join(scalar.text.split()):
        first_line = source.first_line(scalar.start, scalar.end)
        return lambda start, end: first_line  # noqa: ARG005 — whatever is asked
    visible = [at for at, character in enumerate(written, start=begin) if not character.isspace()]
    counts = list(accumulate((int(not character.isspace()) for character in scalar.text), initial=0))

    def find(start: int, end: int) -> Span:
        first, last = counts[start], counts[end]
        if first == last:
            return source.span(visible[first] if first < len(visible) else scalar.end)
        return source.span(visible[first], visible[last - 1] + 1)

    return find


def _written(source: SourceText, scalar: Scalar) -> tuple[int, str]:
    """The characters between a text's quotes, or below the sign that begins a block."""
    start, end = scalar.start, scalar.end
    if scalar.style in ("|", ">"):
        start = min(source.line_end(start), end)
    elif scalar.style:
        start, end = start + 1, end - 1
    return start, source.text[start:end]
