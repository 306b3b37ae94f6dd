"""Two lists: of references, words, texts, or records without ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from stratkit.compare.change import Change
from stratkit.compare.pair import Pair, squeeze
from stratkit.compare.pairing import Candidate, near, pair_off
from stratkit.compare.place import Place
from stratkit.model import shape
from stratkit.model.date import PartialDate
from stratkit.model.record import Record

_Read = frozenset[tuple[str, str | None]]
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
    now, kept = {*after}, set[object]()
    for old in before:
        same = pair.said_now(item, old)
        if now.isdisjoint(same):
            yield pair.change("unlinked" if named else "unlisted", old, None, at)
        kept |= same
    for new in after:
        if new not in kept:
            yield pair.change("linked" if named else "listed", None, new, at)


def _compare_listed_texts(
    pair: Pair, before: Sequence[str], after: Sequence[str], at: Place
) -> Iterator[Change]:
    """Texts without ids: one that is like one that is gone is that, reworded."""
    from stratkit.compare.fields import compare_texts  # which compares lists

    was, now = ([_read(pair, side, text) for text in each] for side, each in enumerate((before, after)))
    gone = _unlike(before, was, {*now})
    came = _unlike(after, now, {*was})
    heirs = pair_off(
        Candidate((-likeness, *both), number, place)
        for number, place in near(len(gone), len(came))
        if (likeness := _likeness(*(both := sorted((gone[number], came[place]))))) >= KEPT
    )
    for number, text in enumerate(gone):
        if number in heirs:
            other = came[heirs[number]]
            yield from compare_texts(pair, text, other, replace(at, texts=(text, other)))
        else:
            yield pair.change("unlisted", text, None, at)
    kept = set(heirs.values())
    yield from (pair.change("listed", None, one, at) for place, one in enumerate(came) if place not in kept)


def _unlike(texts: Sequence[str], read: Sequence[_Read], others: Set[_Read]) -> list[str]:
    """The texts that read like none of the others."""
    return [text for text, as_read in zip(texts, read, strict=True) if as_read not in others]


def _read(pair: Pair, side: int, text: str) -> _Read:
    """A text as it reads in each of its languages."""
    return frozenset((language, squeeze(each)) for language, each in pair.texts(side, text).items())


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
                yield _come_or_gone(pair, old, new, at)


def _come_or_gone(pair: Pair, old: Record | None, new: Record | None, at: Place) -> Change:
    """A record that one list has; where it stands is told of that side."""
    change = pair.change("listed" if old is None else "unlisted", old, new, at)
    side, record = ("to", new) if old is None else ("fro", old)
    origin = record.__dict__.get("origin") if record is not None else None
    return replace(change, **{side: origin.whole()}) if origin is not None else change


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
            Candidate((-count_same(pair, old[number], new[place]),), number, place)
            for number, place in near(len(old), len(new))
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
        return min(pair.heirs.get(value, ()), default=value)
    if isinstance(value, dict):
        return tuple(sorted(value.items()))
    if not isinstance(value, str):
        return value
    texts = pair.texts(side, value)
    return squeeze(texts.get(pair.languages[side], texts[min(texts)]))
