"""Which challenges an outcome answers and which themes it serves, by itself or by the lines it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stratkit.load.index import Index
from stratkit.model.promise import ActionLine, Axis, FocusArea, Outcome
from stratkit.model.record import Record


class Tags(NamedTuple):
    """Ids of challenges (a focus area counts for its challenge) and themes; whether any is our reading."""

    challenges: frozenset[str]
    themes: frozenset[str]
    reading: bool


def tags_of(index: Index, outcome: Outcome) -> Tags:
    """The tags of one outcome."""
    named = [(name, record) for record in _upwards(index, outcome) for name in record.__dict__["challenges"]]
    areas = {name: area for name, _ in named if isinstance(area := index.get(name), FocusArea)}
    above = {parent.__dict__["id"] for area in areas.values() if (parent := index.parent(area))}
    themes = {name for record in _upwards(index, outcome) for name in record.__dict__["themes"]}
    return Tags(
        frozenset({name for name, _ in named if name not in areas} | above),
        frozenset(themes),
        any(_is_reading(record) for record in _upwards(index, outcome)),
    )


def outcomes_in_order(index: Index) -> Iterator[Outcome]:
    """All outcomes as the document has them: line by line, those in axes first, then the plan's own."""
    for line in index.plan.action_lines:
        yield from _within(index, line)
    yield from (outcome for outcome in index.plan.outcomes if not outcome.parent)


def lead_of(index: Index, record: Record) -> str | None:
    """Who answers for something: its own lead, else that of the nearest element around it."""
    above: Record | None = record
    while above is not None:
        if lead := above.__dict__.get("lead"):
            return str(lead)
        above = index.parent(above)
    return None


def _within(index: Index, line: ActionLine | Axis) -> Iterator[Outcome]:
    for axis in line.axes:
        yield from _within(index, axis)
    yield from index.outcomes_in(line)


def _upwards(index: Index, outcome: Outcome) -> Iterator[Outcome | Axis | ActionLine]:
    record: Record | None = outcome
    while isinstance(record, Outcome | Axis | ActionLine):
        yield record
        record = index.parent(record)


def _is_reading(record: Outcome | Axis | ActionLine) -> bool:
    return record.basis == "reading" or bool({"challenges", "themes"} & set(record.reading))
