"""Two lists: of references, words, texts, or records without ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from stratkit.compare.change import Change
from stratkit.compare.pair import Pair, squeeze
from stratkit.compare.pairing import Candidate, pair_off
from stratkit.compare.place import Place
from stratkit.model import shape
from stratkit.model.date import PartialDate
from stratkit.model.record import Record

KEPT = 0.5
"""From which likeness on a text of a list is another one reworded."""
KNOWN_BY: Mapping[str, Sequence[str]] = {
    "Budget": ("date",),
    "Reading": ("indicator", "date", "group"),
    "DatedReading": ("indicator", "date", "group"),
    "Target": ("date",),
}
"""What tells items without ids and titles from one another, where not all that they have to have does."""


def compare_lists(
    pair: Pair, item: shape.Shape, before: Sequence[Any], after: Sequence[Any], at: Place
) -> Iterator[Change]:
    """What came into a list and what left it; what is in both, and said otherwise."""
    if isinstance(item, shape.Part):
        yield from _compare_items(pair, before, after, at)
    elif isinstance(item, shape.Line | shape.Prose):
        yield from _compare_listed_texts(pair, before, after, at)
    else:
        yield from _compare_sets(pair, item, before, after, at)
        if isinstance(item, shape.Place):
            kept = [new for old in before for new in after if pair.is_same(item, old, new)]
            if kept != [new for new in after if new in kept]:
                yield pair.change("reordered", tuple(before), tuple(after), at)


def _compare_sets(
    pair: Pair, item: shape.Shape, before: Sequence[object], after: Sequence[object], at: Place
) -> Iterator[Change]:
    """What left a list, then what came into it: its order says nothing."""
    named = isinstance(item, shape.Reference | shape.SdgCode | shape.Place)
    for gone in before:
        if not any(pair.is_same(item, gone, new) for new in after):
            yield pair.change("unlinked" if named else "unlisted", gone, None, at)
    for new in after:
        if not any(pair.is_same(item, old, new) for old in before):
            yield pair.change("linked" if named else "listed", None, new, at)


def _compare_listed_texts(
    pair: Pair, before: Sequence[str], after: Sequence[str], at: Place
) -> Iterator[Change]:
    """Texts without ids: one that is like one that is gone is that, reworded."""
    from stratkit.compare.fields import compare_texts  # which compares lists

    gone = [text for text in before if not any(_reads_alike(pair, text, new) for new in after)]
    came = [text for text in after if not any(_reads_alike(pair, old, text) for old in before)]
    heirs = pair_off(
        Candidate((-likeness, *sorted((one, other))), number, place)
        for number, one in enumerate(gone)
        for place, other in enumerate(came)
        if (likeness := _likeness(*sorted((one, other)))) >= KEPT
    )
    for number, text in enumerate(gone):
        if number in heirs:
            other = came[heirs[number]]
            yield from compare_texts(pair, text, other, replace(at, texts=(text, other)))
        else:
            yield pair.change("unlisted", text, None, at)
    kept = set(heirs.values())
    yield from (pair.change("listed", None, one, at) for place, one in enumerate(came) if place not in kept)


def _reads_alike(pair: Pair, old: str, new: str) -> bool:
    one, other = pair.texts(0, old), pair.texts(1, new)
    return one.keys() == other.keys() and all(squeeze(one[key]) == squeeze(other[key]) for key in one)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _compare_items(
    pair: Pair, before: Sequence[Record], after: Sequence[Record], at: Place
) -> Iterator[Change]:
    """Records without ids, each known by its title, or else by what it has to have."""
    from stratkit.compare.fields import compare_fields  # which compares lists

    one, other = _grouped(pair, before, 0), _grouped(pair, after, 1)
    for key in dict.fromkeys((*one, *other)):
        for old, new in _paired(pair, one.get(key, []), other.get(key, [])):
            if old is not None and new is not None:
                yield from compare_fields(pair, old, new, f"{at.path}.")
            else:
                yield pair.change("listed" if old is None else "unlisted", old, new, at)


def _grouped(pair: Pair, records: Sequence[Record], side: int) -> dict[tuple[object, ...], list[Record]]:
    """Records by what they are known by; those with ids are not among them."""
    found: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in records:
        if not record.__dict__.get("id"):
            found[tuple(_known(pair, record, name, side) for name in known_by(record))].append(record)
    return found


def _paired(
    pair: Pair, old: list[Record], new: list[Record]
) -> Iterator[tuple[Record | None, Record | None]]:
    """Records that are known alike: those that have most in common first."""
    heirs = {0: 0}
    if len(old) != 1 or len(new) != 1:
        heirs = pair_off(
            Candidate((-count_same(pair, one, other),), number, place)
            for number, one in enumerate(old)
            for place, other in enumerate(new)
        )
    kept = set(heirs.values())
    yield from ((one, new[heirs[place]] if place in heirs else None) for place, one in enumerate(old))
    yield from ((None, one) for place, one in enumerate(new) if place not in kept)


def count_same(pair: Pair, old: Record, new: Record) -> int:
    """In how many fields two records say the same."""
    from stratkit.compare.fields import comparable, compare_values  # which compares lists

    fields = comparable(type(old), type(new))
    places = (Place(records=(old, new), name=name, path=name) for name, _ in fields)
    return sum(
        not any(True for _ in compare_values(pair, what, old.__dict__[name], new.__dict__[name], place))
        for (name, what), place in zip(fields, places, strict=True)
    )


def known_by(record: Record) -> Sequence[str]:
    """The fields that an item without an id is known by."""
    if known := KNOWN_BY.get(type(record).__name__):
        return known
    return ("title",) if "title" in record.fields_ else tuple(record.required_)


def _known(pair: Pair, record: Record, name: str, side: int) -> object:
    """What a field says, as the new plan would say it."""
    value = record.__dict__[name]
    if isinstance(value, PartialDate):
        return value.first(pair.fiscal[side]), value.last(pair.fiscal[side])
    if isinstance(record.fields_[name].shape, shape.Reference) and not side:
        heirs = pair.heirs.get(value, ())
        return next(iter(sorted(heirs)), value) if isinstance(heirs, frozenset) else value
    if isinstance(value, dict):
        return tuple(sorted(value.items()))
    if not isinstance(value, str):
        return value
    texts = pair.texts(side, value)
    return squeeze(texts.get(pair.languages[side], texts[min(texts)]))
