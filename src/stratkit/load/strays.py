"""Elements at the end of a list that belong to the next one, because its key is missing above them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from stratkit.model import shape
from stratkit.model.record import Field, Record
from stratkit.source.node import Mapping, Node


def find_strays(record: type[Record], items: list[Node], fields: dict[str, Field]) -> tuple[int, str]:
    """Where strays begin in a list of a record's, and the name of the field beside it that they all fit.

    If there are none: the number of items, and an empty name. A single key that does not belong is a slip.
    """
    known = record.fields_.keys()
    for number, item in enumerate(items):
        if type(item) is Mapping and not item.entries.keys() <= known:
            tail = [one.entries.keys() for one in items[number:] if type(one) is Mapping]
            if number and len(tail) == len(items) - number and _count_faults(record, tail) > 1:
                for name, field in fields.items():
                    other = _listed(field)
                    if other and other is not record and all(_fits(other, keys) for keys in tail):
                        return number, name
            break
    return len(items), ""


def _listed(field: Field) -> type[Record] | None:
    """The class of the elements that a field lists."""
    is_list = isinstance(field.shape, shape.Many)
    return field.item.record if is_list and isinstance(field.item, shape.Part) else None


def _fits(record: type[Record], keys: Set[str]) -> bool:
    return record.required_.keys() <= keys <= record.fields_.keys()


def _count_faults(record: type[Record], tail: Sequence[Set[str]]) -> int:
    known, required = record.fields_.keys(), record.required_.keys()
    return sum(len(keys - known) + len(required - keys) for keys in tail)
