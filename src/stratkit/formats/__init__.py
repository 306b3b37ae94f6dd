"""From findings to text, one module for each format, listed here.

In: `Finding`s and how much was looked at. Out: a `str`; only `cli` writes it anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from stratkit.check.finding import Finding


class Reach(NamedTuple):
    """How much was looked at: the number of elements and of files."""

    elements: int
    files: int


FINDING_FORMATS = {
    "full": "each finding with its lines and what would mend it",
    "concise": "one line for each finding",
    "json": "for programs; schema/findings.schema.json describes it",
}

Format = Callable[[Sequence[Finding], Reach, bool], str]


def finding_format(name: str) -> Format:
    """The function that writes findings in a format: findings, reach and whether to use colour in, text out."""
    write: Format = import_module(f"stratkit.formats.{name}").write
    return write
