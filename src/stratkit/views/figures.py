"""Numbers printed large, and small tables of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stratkit.model.narrative import Figure
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section


@dataclass(frozen=True, kw_only=True)
class Number:
    """A figure's value, cut so that the number can be large: what leads up to it, it, what follows."""

    lead: str
    number: str
    tail: str
    entry: Entry
    note: str
    source: str
    reading: bool


@dataclass(frozen=True, kw_only=True)
class FigureTable:
    """Figures under one heading."""

    heading: str
    rows: tuple[Number, ...]


@dataclass(frozen=True, kw_only=True)
class Figures(Section):
    """The large numbers, then the tables."""

    large: tuple[Number, ...]
    tables: tuple[FigureTable, ...]


def figures(edition: Edition, records: tuple[Figure, ...], boxes: tuple[Entry, ...]) -> Figures:
    """The section of all figures."""
    tables: dict[str, list[Number]] = {}
    for record in records:
        tables.setdefault(edition.say(record.table), []).append(_number(edition, record))
    large = tuple(tables.pop("", ()))
    return Figures(
        part="figures",
        anchor="figures",
        title=edition.words.part("figures"),
        large=large,
        tables=tuple(FigureTable(heading=heading, rows=tuple(rows)) for heading, rows in tables.items()),
        boxes=boxes,
    )


def _number(edition: Edition, record: Figure) -> Number:
    lead, number, tail = cut(record.value)
    return Number(
        lead=lead,
        number=number,
        tail=tail,
        entry=edition.entry(record, beside=("value", "note", "source", "table")),
        note=edition.say(record.note),
        source=edition.say_name(record.source),
        reading="value" in record.reading,
    )


def cut(value: str) -> tuple[str, str, str]:
    """`more than 608 million` → `more than`, `608`, `million`; a value without digits is all number."""
    match = re.search(r"\S*\d\S*", value)
    if match is None:
        return "", value, ""
    return value[: match.start()].strip(), match.group(), value[match.end() :].strip()
