"""Challenges with their focus areas and the outcomes that answer them."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.load.tags import Tags, outcomes_in_order, tags_of
from stratkit.model.promise import Challenge, Outcome
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Link, Section


@dataclass(frozen=True, kw_only=True)
class ChallengeEntry:
    """A challenge. `outcomes` answer it or one of its focus areas; `anchor` is where they are listed."""

    entry: Entry
    focus_areas: tuple[Entry, ...]
    outcomes: tuple[Link, ...]
    anchor: str


@dataclass(frozen=True, kw_only=True)
class Challenges(Section):
    """All challenges."""

    challenges: tuple[ChallengeEntry, ...]
    outcomes_title: str
    focus_areas_title: str


def challenges(edition: Edition, records: tuple[Challenge, ...], boxes: tuple[Entry, ...]) -> Challenges:
    """The section of all challenges."""
    tagged = [(outcome, tags_of(edition.index, outcome)) for outcome in outcomes_in_order(edition.index)]
    return Challenges(
        part="challenges",
        anchor="challenges",
        title=edition.words.part("challenges"),
        challenges=tuple(_challenge(edition, record, tagged) for record in records),
        outcomes_title=edition.words.many("outcome"),
        focus_areas_title=edition.words.many("focus_area"),
        boxes=boxes,
    )


def _challenge(edition: Edition, record: Challenge, tagged: list[tuple[Outcome, Tags]]) -> ChallengeEntry:
    answers = [outcome.id for outcome, tags in tagged if record.id in tags.challenges]
    return ChallengeEntry(
        entry=edition.entry(record, beside=("focus_areas",), told=frozenset(answers)),
        focus_areas=edition.entries(record.focus_areas),
        outcomes=edition.links(answers),
        anchor=f"{record.id}_outcomes",
    )
