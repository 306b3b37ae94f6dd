"""Reports in sections of statements, which each format dresses in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stratkit.check.judgement import Judged
from stratkit.check.levels import Level
from stratkit.formats.diff.piece import Sentence


class Entry(NamedTuple):
    """A statement, the changes it tells, lines that go with it, and the entries below it.

    `is_name`: it is one of a list, and no sentence.
    """

    sentence: Sentence
    changes: tuple[Judged, ...] = ()
    beside: tuple[Sentence, ...] = ()
    below: tuple[Entry, ...] = ()
    is_name: bool = False

    def told(self) -> Iterator[Judged]:
        """All changes told here and below."""
        yield from self.changes
        for entry in self.below:
            yield from entry.told()


class Section(NamedTuple):
    """Entries under a title, and how many things they tell of; `level` is that of a section on one level."""

    title: str
    number: int
    entries: tuple[Entry, ...]
    level: Level | None = None

    def told(self) -> Iterator[Judged]:
        """All changes told in it."""
        for entry in self.entries:
            yield from entry.told()
