"""What an excerpt of a plan leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from stratkit.load.index import Index, fields_of
from stratkit.model.record import Record
from stratkit.model.report import AcceptedChange, Update
from stratkit.model.shape import Reference

INSIDE = ("parent", "box_in")
"""Fields that say where an element belongs or is printed: with that place it goes."""

ABOUT = {"activity": "contributes_to", "decision": "concerns", "indicator": "measures", "risk": "threatens"}
"""The field, by kind, without which nobody can say what an element is about: with all it names it goes."""


class Withheld(NamedTuple):
    """The records, each by its `id()`, and the ids that their authors gave them."""

    records: set[int]
    ids: set[str]

    def holds(self, record: Record) -> bool:
        """Whether it may not be seen."""
        return id(record) in self.records


def find_withheld(index: Index, hides: Callable[[Record], bool]) -> Withheld:
    """Every record that is to be hidden, all inside it, and all that is only about it."""
    found = Withheld(set(), set())
    before = -1
    while len(found.records) > before:
        before = len(found.records)
        for record in index.records:
            if not found.holds(record) and _goes(record, index.holder(record), hides, found):
                found.records.add(id(record))
                if named := record.__dict__.get("id"):
                    found.ids.add(named)
    return found


def _goes(record: Record, holder: Record | None, hides: Callable[[Record], bool], found: Withheld) -> bool:
    if (holder is not None and found.holds(holder)) or hides(record):
        return True
    if isinstance(record, Update):
        told = (*record.entries, *record.readings)
        if told and all(map(found.holds, told)):
            return True
    if isinstance(record, AcceptedChange) and speaks_of(record, found.ids):
        return True
    return _loses_its_subject(record, found.ids)


def speaks_of(record: AcceptedChange, ids: set[str]) -> bool:
    """Whether the change that was decided is named by one of some ids."""
    return not ids.isdisjoint(re.findall(r"[a-z0-9-]+", record.change))


def _loses_its_subject(record: Record, ids: set[str]) -> bool:
    about = ABOUT.get(getattr(record, "kind_", ""))
    for name, what in fields_of(type(record)).references:
        if isinstance(what, Reference) and (what.previous or what.former):
            continue
        value = record.__dict__[name]
        if isinstance(value, tuple):
            if name == about and value and ids.issuperset(value):
                return True
        elif value in ids and (name in INSIDE or name in record.required_):
            return True
    return False
