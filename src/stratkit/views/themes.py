"""Themes by their kind."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.promise import Theme
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section


@dataclass(frozen=True, kw_only=True)
class Group:
    """Entries under a heading, which is empty where there is none."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Groups(Section):
    """A section of entries in groups."""

    groups: tuple[Group, ...]


def themes(edition: Edition, records: tuple[Theme, ...], boxes: tuple[Entry, ...]) -> Groups:
    """The section of all themes; where all are of one kind, that kind is its title."""
    kinds = tuple(dict.fromkeys(record.kind or "" for record in records))
    groups = [
        Group(
            heading=edition.words.many(kind) if kind else "",
            entries=edition.entries(tuple(r for r in records if (r.kind or "") == kind), beside=("kind",)),
        )
        for kind in sorted(kinds, key=bool)
    ]
    return Groups(
        part="groups", anchor="themes", title=edition.words.part("themes"), groups=tuple(groups), boxes=boxes
    )
