"""Forewords, chapters and the boxes in them."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.actor import Stakeholder
from stratkit.model.narrative import Chapter, Foreword
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Link, Section


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who signs, and which office they hold."""

    link: Link
    position: str = ""
    reading: bool = False


@dataclass(frozen=True, kw_only=True)
class Narrative(Section):
    """A chapter or foreword. Its boxes carry their own authors in their facts."""

    entry: Entry
    author: Author | None


def narrative(edition: Edition, record: Chapter | Foreword, boxes: tuple[Entry, ...]) -> Narrative:
    """The section of one chapter or foreword."""
    entry = edition.entry(record, beside=("author", "box_in"))
    return Narrative(
        part="foreword" if isinstance(record, Foreword) else "chapter",
        anchor=record.id,
        title=entry.heading,
        number=entry.number,
        entry=entry,
        author=_author(edition, record),
        boxes=boxes,
    )


def _author(edition: Edition, record: Chapter | Foreword) -> Author | None:
    if not record.author:
        return None
    who = edition.index.get(record.author)
    position = edition.say(who.position) if isinstance(who, Stakeholder) else ""
    return Author(link=edition.link(record.author), position=position, reading="author" in record.reading)


def boxes_in(edition: Edition, place: str) -> tuple[Entry, ...]:
    """The boxes of a place."""
    return edition.entries(tuple(edition.outline.boxes(place)), beside=("box_in",))
