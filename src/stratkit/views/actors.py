"""Members and stakeholders."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stratkit.model.actor import Member, Stakeholder
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Fact, Section


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Someone, with what stands beside the name: the name in full, the office held."""

    entry: Entry
    full_name: str
    position: str


@dataclass(frozen=True, kw_only=True)
class Actors(Section):
    """`part` says whether these are members or stakeholders."""

    actors: tuple[Actor, ...]


def actors(
    edition: Edition, name: str, records: tuple[Member | Stakeholder, ...], boxes: tuple[Entry, ...]
) -> Actors:
    """The section of members, or of stakeholders."""
    return Actors(
        part=name,
        anchor=name,
        title=edition.words.part(name),
        actors=tuple(_actor(edition, record) for record in records),
        boxes=boxes,
    )


def _actor(edition: Edition, record: Member | Stakeholder) -> Actor:
    entry = edition.entry(record, beside=("full_name", "position"))
    return Actor(
        entry=replace(entry, facts=tuple(map(_plainly, entry.facts))),
        full_name=edition.say_name(record.full_name),
        position=edition.say(record.position) if isinstance(record, Stakeholder) else "",
    )


def _plainly(fact: Fact) -> Fact:
    """What someone is, and does, without a label: `Group`, `Partner, funder`."""
    if fact.key not in ("kind", "roles"):
        return fact
    first, *others = fact.items
    first = replace(first, words=first.words[:1].upper() + first.words[1:])
    return replace(fact, label="", items=(first, *others))
