"""Two records, field by field: which fields there are, and what is in them, the model's description says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from stratkit.compare.change import Change, Kind
from stratkit.compare.listed import compare_lists
from stratkit.compare.pair import Pair, squeeze
from stratkit.compare.place import Place
from stratkit.model import shape
from stratkit.model.date import PartialDate, Period
from stratkit.model.record import Field, Record

LINEAGE = frozenset(("id", "was", "succeeds"))
"""Fields that say who is who, and are no promise."""
UNTOLD = frozenset(("accepted_changes", "retired"))
"""Collections that record changes, and are none."""
_COMPARABLE: dict[tuple[type[Record], type[Record]], tuple[tuple[str, shape.Shape], ...]] = {}
PLAIN = (str, Decimal, PartialDate, int, bool, type(None))
"""Types of which equal values say the same; a text in several languages is of another."""
TERMS = ("due", "start")
WHOLE = ("scale", "audience")
"""Lists that are one value: their order counts, or who is not in them."""
ORDERED = ("scale",)


def compare_fields(
    pair: Pair, old: Record, new: Record, path: str = "", left_out: frozenset[str] = frozenset()
) -> Iterator[Change]:
    """The changes from one record to another, which lie in the pair's elements at a path.

    Elements inside are not looked at: they are pairs of their own. Nor is what cannot be read, or what only
    one of the two classes has.
    """
    literal = pair.is_literal
    for name, what in comparable(type(old), type(new)):
        before, after = old.__dict__[name], new.__dict__[name]
        if name in left_out or (before is after and (literal or not before)):
            continue
        if literal and is_plainly_same(before, after):
            continue
        place = Place(records=(old, new), name=name, path=f"{path}{name}")
        found = list(compare_values(pair, what, before, after, place))
        if found and not (is_refused(old, name) or is_refused(new, name)):
            yield from found


def is_plainly_same(before: object, after: object) -> bool:
    """Whether two values are the same at a glance: most are."""
    if type(before) is tuple and type(after) is tuple and len(before) == len(after):
        return all(map(is_plainly_same, before, after))
    return type(before) is type(after) and type(before) in PLAIN and before == after


def comparable(old: type[Record], new: type[Record]) -> tuple[tuple[str, shape.Shape], ...]:
    """The fields that two classes have in common and that are compared by themselves."""
    if (old, new) not in _COMPARABLE:
        _COMPARABLE[old, new] = tuple(_comparable(old, new))
    return _COMPARABLE[old, new]


def _comparable(old: type[Record], new: type[Record]) -> Iterator[tuple[str, shape.Shape]]:
    names = (
        name for name in old.fields_ if name not in LINEAGE and name not in UNTOLD and name in new.fields_
    )
    fields = ((name, old.fields_[name], new.fields_[name]) for name in names)
    for name, one, other in fields:
        if not _holds_elements(one) and type(one.shape) is type(other.shape):
            yield name, one.shape


def is_refused(record: Record, name: str) -> bool:
    """Whether what stands in a field could not be read, all or in part."""
    return "origin" in record.__dict__ and record.refused(name)


def compare_values(pair: Pair, what: shape.Shape, before: Any, after: Any, at: Place) -> Iterator[Change]:
    """The changes from one value of a field to another."""
    if at.name in WHOLE:
        yield from _compare_whole(pair, before or None, after or None, at)
    elif isinstance(what, shape.Many):
        yield from compare_lists(pair, what.item, before or (), after or (), at)
    elif isinstance(what, shape.Table):
        for key in dict.fromkeys((*(before or {}), *(after or {}))):
            one, other = ((each or {}).get(key) for each in (before, after))
            yield from compare_values(pair, what.value, one, other, at.deeper(key))
    elif isinstance(what, shape.Line | shape.Prose):
        yield from compare_texts(pair, before, after, at)
    else:
        yield from _compare_single(pair, what, before, after, at)


def _compare_single(pair: Pair, what: shape.Shape, before: Any, after: Any, at: Place) -> Iterator[Change]:
    """Where there is one value, or none."""
    if before is None or after is None:
        if before is not after:
            yield pair.change("set" if before is None else "unset", before, after, at)
    elif isinstance(what, shape.Part):
        yield from compare_fields(pair, before, after, f"{at.path}.")
    elif isinstance(what, shape.PeriodShape):
        yield from _compare_periods(pair, before, after, at)
    elif not pair.is_same(what, before, after):
        is_term = isinstance(what, shape.DateShape) and at.name in TERMS
        kind = direction(pair, before, after, last=at.name != "start") if is_term else "changed"
        yield pair.change(kind, before, after, at)


def _compare_whole(pair: Pair, before: Any, after: Any, at: Place) -> Iterator[Change]:
    """Lists that are one value."""
    if before is None or after is None:
        if before is not after:
            yield pair.change("set" if before is None else "unset", before, after, at)
    elif before != after and (at.name in ORDERED or set(before) != set(after)):
        yield pair.change("changed", before, after, at)


def compare_texts(
    pair: Pair, before: str | None, after: str | None, at: Place, *, kind: Kind = "reworded"
) -> Iterator[Change]:
    """A text in each of its languages; how it is wrapped does not count. `kind`: what other words are."""
    one, other = pair.texts(0, before), pair.texts(1, after)
    languages = dict.fromkeys((*one, *other))
    for language in languages:
        old, new = one.get(language), other.get(language)
        if squeeze(old) != squeeze(new):
            told: Kind = kind if old and new else "set" if old is None else "unset"
            told = kind if kind != "reworded" and not (one and other) else told
            yield pair.change(told, old, new, at.deeper(language, told=len(languages) > 1))


def direction(pair: Pair, before: PartialDate, after: PartialDate, *, last: bool) -> Kind:
    """Whether a day lies earlier or later now; neither where only the date is written less exactly."""
    one, other = pair.fiscal
    days = (before.last(one), after.last(other)) if last else (before.first(one), after.first(other))
    if days[0] == days[1]:
        return "changed"
    return "brought-forward" if days[1] < days[0] else "postponed"


def _holds_elements(field: Field) -> bool:
    """Whether it holds records that have ids, and so are compared by themselves."""
    inner = field.item
    return isinstance(inner, shape.Part) and "id" in inner.record.required_


def _compare_periods(pair: Pair, before: Period, after: Period, at: Place) -> Iterator[Change]:
    for name in ("start", "end"):
        one, other, place = getattr(before, name), getattr(after, name), at.deeper(name)
        if one is None or other is None:
            if one is not other:
                yield pair.change("set" if one is None else "unset", one, other, place)
            continue
        kind = direction(pair, one, other, last=name == "end")
        if kind != "changed":
            yield pair.change(kind, one, other, place)
