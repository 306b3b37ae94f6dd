"""Outcomes with their indicators and milestones."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.promise import Outcome
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Fact, Section
from stratkit.views.facts import fact_of
from stratkit.views.indicators import IndicatorEntry, indicator_entry


@dataclass(frozen=True, kw_only=True)
class OutcomeEntry:
    """One outcome, when it is due, and what shows that it is reached."""

    entry: Entry
    due: Fact | None
    indicators: tuple[IndicatorEntry, ...]
    milestones: tuple[Entry, ...]
    indicators_title: str
    milestones_title: str


@dataclass(frozen=True, kw_only=True)
class Outcomes(Section):
    """The outcomes that stand in no action line or axis."""

    outcomes: tuple[OutcomeEntry, ...]


def outcomes(edition: Edition, records: tuple[Outcome, ...], boxes: tuple[Entry, ...]) -> Outcomes:
    """The section of the plan's own outcomes."""
    return Outcomes(
        part="outcomes",
        anchor="outcomes",
        title=edition.words.part("outcomes"),
        outcomes=tuple(outcome_entry(edition, record) for record in records),
        boxes=boxes,
    )


def outcome_entry(edition: Edition, record: Outcome) -> OutcomeEntry:
    """The view of one outcome."""
    return OutcomeEntry(
        entry=edition.entry(record, beside=("due", "indicators", "milestones")),
        due=fact_of(edition, record, "due"),
        indicators=tuple(indicator_entry(edition, indicator) for indicator in record.indicators),
        milestones=edition.entries(record.milestones),
        indicators_title=edition.words.many("indicator"),
        milestones_title=edition.words.many("milestone"),
    )
