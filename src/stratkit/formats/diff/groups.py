"""Under what a change is told that is about no commitment, or about a plan that was revised."""

from __future__ import annotations

from stratkit.check.judgement import Judged
from stratkit.compare.holding import holders
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, capital
from stratkit.load.index import Index
from stratkit.model.element import Element
from stratkit.model.plan import Header, Plan
from stratkit.model.promise import ActionLine


def group_of(one: Judged, names: Names) -> Sentence:
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
