"""Elements in a few words, as many as there is room for; the others are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Generic, TypeVar

from stratkit.model.element import Described
from stratkit.views.edition import Edition
from stratkit.views.excerpt import clip, excerpt
from stratkit.views.room import Room, lines_of, rows_of

T = TypeVar("T")

TITLE = 120
"""The most characters of a title."""
EXCERPTS = ((260, True), (170, True), (90, True), (170, False), (90, False), (0, False))
"""How much an element says of itself, and whether in whole sentences only, at best and at worst."""
BESIDE = 2
"""So many stand beside one another."""


@dataclass(frozen=True, kw_only=True)
class Brief:
    """An element: its title and a few words, which may be empty, and the number of its colour, 0 for none.

    `basis` is that of the whole.
    """

    title: str
    words: str = ""
    code: str = ""
    tone: int = 0
    basis: str = ""
    reading: bool = False


@dataclass(frozen=True, kw_only=True)
class Block(Generic[T]):
    """Some of `count` items under a title. `more` says how many others there are; empty if there are none."""

    title: str
    count: int
    items: tuple[T, ...]
    more: str = ""


def brief(edition: Edition, record: Described, most: int, *, whole: bool = False) -> Brief:
    """One element with an excerpt of at most so many characters; in `whole` sentences, or cut."""
    told = excerpt(edition.say(record.summary) or edition.say(record.text), most, whole=whole) if most else ""
    return Brief(
        title=edition.heading(record) if whole else clip(edition.heading(record), TITLE),
        words=told,
        code=edition.numbering.of(record.__dict__["id"]).code,
        tone=edition.tones.get(record.__dict__["id"], 0),
        basis=record.basis or "",
        reading=bool({"title", "summary" if record.summary else "text"} & {*record.reading}),
    )


def briefs(edition: Edition, name: str, records: Sequence[Described], room: Room) -> Block[Brief]:
    """Elements of one kind, two beside one another, each with as long an excerpt as all have room for."""
    if records:
        room.spend(2.4)

    def make(most: int, *, whole: bool) -> tuple[tuple[Brief, ...], ...]:
        return rows_of((brief(edition, record, most, whole=whole) for record in records), BESIDE)

    rows = room.richest((partial(make, most, whole=whole) for most, whole in EXCERPTS), _lines_of_row)
    return block(edition, name, tuple(chain(*rows)), len(records))


def block(edition: Edition, name: str, items: tuple[T, ...], count: int) -> Block[T]:
    """Some of so many elements of a part of the plan."""
    more = left_out(edition, count - len(items))
    return Block(title=edition.words.part(name), count=count, items=items, more=more)


def word_for(edition: Edition, name: str, count: int) -> str:
    """What so many elements of a part of the plan, or of `axes`, are called."""
    kind = {"axes": "axis"}.get(name) or name.removesuffix("s")
    return edition.words.one(kind) if count == 1 else edition.words.many(kind)


def left_out(edition: Edition, count: int) -> str:
    """That the plan has so many more; empty if it has none."""
    if count <= 0:
        return ""
    return edition.tongue.count("and {count} more in the plan", "and {count} more in the plan", count).format(
        count=count
    )


def _lines_of_row(row: tuple[Brief, ...]) -> float:
    return max(lines_of(item.title, 39) * 1.1 + lines_of(item.words, 55) for item in row) + 1.6
