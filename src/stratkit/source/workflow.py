"""Commands to GitHub Actions, written so that no text in them forges another.

GitHub documents that lines and columns count from 1, that an end which is left out is the start (so an end is
the last character), and that columns stand only where both lines are the same. It does not say what a column
counts: here, code points.
"""

from __future__ import annotations

from collections.abc import Iterable

from stratkit.source.shown import visible
from stratkit.source.text import Span

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def annotation(level: str, span: Span, title: str, lines: Iterable[str]) -> str:
    """A line that annotates a place with some lines of text; `level` is one of `COMMANDS`."""
    return f"::{COMMANDS[level]} {_properties(span, title)}::{_escape(chr(10).join(map(visible, lines)))}\n"


def _properties(span: Span, title: str) -> str:
    end_line, end_column = span.source.position(max(span.start, span.end - 1))
    properties: dict[str, object] = {"file": span.path, "line": span.line, "endLine": end_line}
    if span.line == end_line:
        properties |= {"col": span.column, "endColumn": end_column}
    properties["title"] = title
    return ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())


def _property(text: str) -> str:
    # Escaped first: the path has to come out as it is, and no line end is then left to be written out.
    return visible(_escape(text).replace(":", "%3A").replace(",", "%2C"))


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
