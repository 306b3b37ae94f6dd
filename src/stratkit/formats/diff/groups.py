"""The changes of a report in groups: what is weaker first, then what cannot be decided, then the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.check.levels import Level
from stratkit.compare.holding import holders
from stratkit.formats.diff.headline import sections
from stratkit.formats.diff.names import Names, names
from stratkit.formats.diff.piece import Piece, Sentence, capital
from stratkit.load.index import Index
from stratkit.model.element import Element
from stratkit.model.plan import Header, Plan
from stratkit.model.promise import ActionLine

ACCEPTED = "Accepted"


class Group(NamedTuple):
    """Changes under a heading; `level` is None for those that were accepted."""

    title: Sentence
    level: Level | None
    changes: list[Judged]


def groups(comparison: Comparison) -> Iterator[Group]:
    """Errors, warnings, what was accepted; then what is left, by action line or kind."""
    titles, changes = sections(comparison), comparison.judgement.changes
    levels: tuple[Level, ...] = ("error", "warning")
    for level in levels:
        if found := [one for one in changes if one.level == level and not one.accepted]:
            yield Group((Piece(titles[level]),), level, found)
    if decided := [one for one in changes if one.accepted]:
        yield Group((Piece(ACCEPTED),), None, decided)
    yield from _others(comparison)


def _others(comparison: Comparison) -> Iterator[Group]:
    old, new = names(comparison.difference)
    found: dict[Sentence, list[Judged]] = {}
    for one in comparison.judgement.changes:
        if one.level == "info" and not one.accepted:
            side = new if one.change.new is not None else old
            found.setdefault(_group(one, side), []).append(one)
    yield from (Group(title, "info", changes) for title, changes in found.items())


def _group(one: Judged, names: Names) -> Sentence:
    """The action line that an element lies in, else its kind."""
    record = one.change.new if one.change.new is not None else one.change.old
    if record is None or isinstance(record, Plan | Header):
        return (Piece("The plan itself"),)
    line = _line(names.workspace.index, record) if isinstance(record, Element) else None
    return capital(names.full(line)) if line else names.several(record)


def _line(index: Index, element: Element) -> ActionLine | None:
    """The action line it is or lies in, if it lies in one alone."""
    seen: set[str] = set()
    found: Element | None = element
    while found is not None and found.id not in seen:
        if isinstance(found, ActionLine):
            return found
        seen.add(found.id)
        above = holders(index, found)
        record = index.get(above[0]) if len(above) == 1 else None
        found = record if isinstance(record, Element) else None
    return None
