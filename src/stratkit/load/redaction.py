"""A plan without some of its records, and without every reference to them."""

from __future__ import annotations

from typing import TypeVar

from stratkit.load.index import fields_of
from stratkit.load.unlinking import unlink
from stratkit.load.withheld import Withheld, speaks_of
from stratkit.model.element import Described, Element
from stratkit.model.language import Translated
from stratkit.model.record import Record
from stratkit.model.report import AcceptedChange
from stratkit.model.shape import Reference

R = TypeVar("R", bound=Record)


class Redaction:
    """Copies records without those withheld. `previous` are the ids withheld in the previous plan.

    `references` are the plan's own fields that hold ids.
    """

    def __init__(self, withheld: Withheld, previous: set[str], references: set[str]) -> None:
        self.withheld = withheld
        self.previous = previous
        self.references = references

    def copy(self, record: R) -> R:
        """A record as it may be seen; the same one if all of it may."""
        said = record.__dict__
        kinds = fields_of(type(record))
        values: dict[str, object] = {name: self._children(record, name) for name in kinds.children}
        for name, what in kinds.references:
            values[name] = self._named(said[name], self._hidden(what), record.defaults_[name])
        values |= {name: self._texts(said[name]) for name in kinds.prose}
        if isinstance(record, Element) and record.fields:
            values["fields"] = self._own(record.fields)
        changed = {name: value for name, value in values.items() if value is not said[name]}
        if said.get("reading"):
            changed |= self._reading(record, changed)
        if isinstance(record, Described) and "public" in record.audience:
            changed["audience"] = ()  # it says nothing to those who see it
        return record.replace(**changed) if changed else record

    def _children(self, record: Record, name: str) -> object:
        value = record.__dict__[name]
        if isinstance(value, tuple):
            kept = tuple(self.copy(child) for child in value if not self._drops(child))
            return value if _same(kept, value) else kept
        return self._part(value, required=name in record.required_) if isinstance(value, Record) else value

    def _part(self, part: Record, *, required: bool) -> Record | None:
        copy = self.copy(part)
        empty = copy is not part and copy.as_dict() == copy.defaults_
        return copy if required or not (empty or self._drops(part)) else None

    def _drops(self, record: Record) -> bool:
        if self.withheld.holds(record):
            return True
        if isinstance(record, AcceptedChange) and speaks_of(record, self.previous):
            return True
        references = fields_of(type(record)).references
        return any(
            record.__dict__[name] in self._hidden(what)
            for name, what in references
            if name in record.required_
        )

    def _hidden(self, what: object) -> set[str]:
        if not isinstance(what, Reference) or not (what.previous or what.former):
            return self.withheld.ids
        return self.previous if what.previous else set()

    @staticmethod
    def _named(value: object, hidden: set[str], absent: object) -> object:
        if isinstance(value, tuple):
            kept = tuple(target for target in value if target not in hidden)
            return value if len(kept) == len(value) else kept or absent
        return absent if value in hidden else value

    def _own(self, fields: dict[str, str]) -> dict[str, str] | None:
        ids = self.withheld.ids
        kept = {
            name: value
            for name, value in fields.items()
            if name not in ids and not (name in self.references and value in ids)
        }
        return fields if len(kept) == len(fields) else kept or None

    @staticmethod
    def _reading(record: Record, changed: dict[str, object]) -> dict[str, object]:
        """What is said of fields that are empty now goes with them."""
        reading = record.__dict__["reading"]
        kept = tuple(name for name in reading if name not in changed or changed[name])
        if len(kept) == len(reading):
            return {}
        return {"reading": kept} if kept else {"reading": (), "reading_note": None}

    def _texts(self, value: object) -> object:
        ids = self.withheld.ids
        if isinstance(value, tuple):
            texts = tuple(self._texts(text) for text in value)
            return value if _same(texts, value) else texts
        if isinstance(value, Translated):
            translations = {language: unlink(text, ids) for language, text in value.translations.items()}
            return Translated(unlink(str(value), ids), translations)
        return unlink(value, ids) if isinstance(value, str) else value


def _same(new: tuple[object, ...], old: tuple[object, ...]) -> bool:
    return len(new) == len(old) and all(map(_is, new, old))


def _is(one: object, other: object) -> bool:
    return one is other
