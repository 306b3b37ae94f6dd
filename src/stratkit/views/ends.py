"""In which ways the commitments of an earlier plan end, and how many in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stratkit.check.attainment import Attainment
from stratkit.compare.dispositions import CARRIED, Disposition
from stratkit.views.edition import Edition
from stratkit.views.standings import say_count

MET = "met"
"""What was completed, whether its fate says so or its last report."""

ORDER = (MET, "carried", "transferred", "dropped", "proposed", "removed", "unsaid", "unread")
"""The ways in which commitments end, the good ones first."""


@dataclass(frozen=True, kw_only=True)
class End:
    """A way in which commitments end, and how many do."""

    key: str
    title: str
    count: str


@dataclass(frozen=True, kw_only=True)
class KindEnds:
    """How many commitments of one kind there are, and how many of them end in each way that occurs.

    `completed` are those completed by their fate or last report, or at their target: they may go on.
    """

    title: str
    count: str
    completed: str
    counts: tuple[str, ...]


def by_kind(table: Sequence[Disposition]) -> dict[str, list[Disposition]]:
    """The same by the kind of element, in the order of their first."""
    found: dict[str, list[Disposition]] = {}
    for one in table:
        found.setdefault(one.element.kind_, []).append(one)
    return found


def end_of(one: Disposition) -> str:
    """The way in which a commitment ends: one of `ORDER`."""
    if one.is_met:
        return MET
    return "carried" if one.fate in CARRIED else one.fate


def say_end(edition: Edition, key: str) -> str:
    """A way in which commitments end."""
    return {
        MET: edition.translate("Closed as completed"),
        "carried": edition.translate("Carried on"),
        "transferred": edition.translate("Handed on to others"),
        "dropped": edition.translate("Dropped"),
        "proposed": edition.translate("In question"),
        "removed": edition.translate("Removed"),
        "unsaid": edition.translate("No fate recorded"),
        "unread": edition.translate("Cannot be read"),
    }[key]


def count_ends(table: Sequence[Disposition]) -> Mapping[str, int]:
    """The ways that occur, in their order, each with how many commitments end so."""
    counts = Counter(map(end_of, table))
    return {key: counts[key] for key in ORDER if counts[key]}


def say_clause(edition: Edition, key: str, number: int) -> str:
    """How many commitments end in a way, within a sentence on all of them."""
    count = edition.tongue.count
    pattern = {
        MET: count("{count} is closed as completed", "{count} are closed as completed", number),
        "carried": count("{count} is carried on", "{count} are carried on", number),
        "transferred": count("{count} was handed on to others", "{count} were handed on to others", number),
        "dropped": count("{count} was dropped", "{count} were dropped", number),
        "proposed": count("{count} is in question", "{count} are in question", number),
        "removed": count("{count} was removed", "{count} were removed", number),
        "unsaid": count("of {count} no fate is recorded", "of {count} no fate is recorded", number),
        "unread": count("{count} cannot be read", "{count} cannot be read", number),
    }[key]
    return pattern.format(count=say_count(edition, number))


def ends(edition: Edition, table: Sequence[Disposition]) -> tuple[End, ...]:
    """The ways that occur."""
    return tuple(
        End(key=key, title=say_end(edition, key), count=say_count(edition, count))
        for key, count in count_ends(table).items()
    )


def ends_of_kinds(
    edition: Edition, table: Sequence[Disposition], attainment: Attainment
) -> Iterator[KindEnds]:
    """The same for each kind; the counts are in the order of `ends`."""
    keys = count_ends(table)
    for kind, found in by_kind(table).items():
        counts = Counter(map(end_of, found))
        yield KindEnds(
            title=edition.words.many(kind),
            count=say_count(edition, len(found)),
            completed=say_count(
                edition, sum(one.is_met or bool(attainment.is_met(one.element)) for one in found)
            ),
            counts=tuple(say_count(edition, counts[key]) for key in keys),
        )
