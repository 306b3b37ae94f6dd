"""Works cited and publications."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.narrative import Work
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A work as it is cited."""

    entry: Entry
    author: str
    date: str
    publisher: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Works:
    """Works under a subheading, which is empty for those without."""

    heading: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True)
class References(Section):
    """Those without a subheading come first."""

    groups: tuple[Works, ...]


def references(edition: Edition, records: tuple[Work, ...], boxes: tuple[Entry, ...]) -> References:
    """The section of all works."""
    groups: dict[str, list[Citation]] = {"": []}
    for record in records:
        groups.setdefault(edition.say(record.group), []).append(_citation(edition, record))
    return References(
        part="references",
        anchor="references",
        title=edition.words.part("references"),
        groups=tuple(Works(heading=name, citations=tuple(works)) for name, works in groups.items() if works),
        boxes=boxes,
    )


def _citation(edition: Edition, record: Work) -> Citation:
    return Citation(
        entry=edition.entry(record, beside=("author", "date", "publisher", "url", "group")),
        author=edition.say_name(record.author),
        date=say_date(record.date, edition.tongue),
        publisher=edition.say_name(record.publisher),
        url=record.url or "",
    )
