"""Prose that lies in a file of its own."""

from __future__ import annotations

from stratkit.source.text import SourceText


class FromFile(str):
    """A text read from a file, which it remembers."""

    source: SourceText

    def __new__(cls, source: SourceText) -> FromFile:
        made = super().__new__(cls, source.text.strip())
        made.source = source
        return made
