"""Action lines, the axes in them, and the outcomes they promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.model.promise import ActionLine, Axis
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section
from stratkit.views.outcomes import OutcomeEntry, outcome_entry

AMPLE = 6
"""Outcomes enough to fill the pages behind an opening page."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """An action line or axis. `sums` say how many outcomes and axes are in it, further in too."""

    entry: Entry
    key_ideas: tuple[str, ...]
    axes: tuple[Line, ...]
    outcomes: tuple[OutcomeEntry, ...]
    sums: tuple[str, ...]
    outcome_count: int


@dataclass(frozen=True, kw_only=True)
class Lines(Section):
    """All action lines. `ample`: each has enough outcomes for an opening page."""

    lines: tuple[Line, ...]
    ample: bool
    key_ideas_title: str


def lines(edition: Edition, records: tuple[ActionLine, ...], boxes: tuple[Entry, ...]) -> Lines:
    """The section of all action lines."""
    words = edition.words
    found = tuple(_line(edition, record) for record in records)
    return Lines(
        part="action_lines",
        anchor="action_lines",
        title=words.part("action_lines"),
        lines=found,
        ample=bool(found) and min(line.outcome_count for line in found) >= AMPLE,
        key_ideas_title=words.many("key_idea"),
        boxes=boxes,
    )


def _line(edition: Edition, record: ActionLine | Axis) -> Line:
    axes = tuple(_line(edition, axis) for axis in record.axes)
    outcomes = tuple(outcome_entry(edition, outcome) for outcome in edition.index.outcomes_in(record))
    outcome_count = len(outcomes) + sum(axis.outcome_count for axis in axes)
    counts = (("outcome", outcome_count), ("axis", sum(1 for _ in _within(axes))))
    return Line(
        entry=edition.entry(record, beside=("key_ideas",)),
        key_ideas=tuple(edition.say(idea) for idea in record.key_ideas),
        axes=axes,
        outcomes=outcomes,
        sums=tuple(edition.words.counted(kind, count) for kind, count in counts if count),
        outcome_count=outcome_count,
    )


def _within(axes: tuple[Line, ...]) -> Iterator[Line]:
    """Axes, and those further in."""
    for axis in axes:
        yield axis
        yield from _within(axis.axes)
