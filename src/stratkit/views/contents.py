"""The table of contents."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.views.challenges import Challenges
from stratkit.views.entry import Section
from stratkit.views.lines import Lines


@dataclass(frozen=True, kw_only=True)
class Item:
    """A heading, where it is, and what stands below it."""

    words: str
    number: str
    target: str
    items: tuple[Item, ...] = ()


def contents(sections: tuple[Section, ...]) -> tuple[Item, ...]:
    """The sections; below them challenges, action lines, and axes unless an opening page lists them."""
    return tuple(
        Item(words=section.title, number=section.number, target=section.anchor, items=_inner(section))
        for section in sections
    )


def _inner(section: Section) -> tuple[Item, ...]:
    if isinstance(section, Challenges):
        entries = (challenge.entry for challenge in section.challenges)
        return tuple(Item(words=entry.heading, number=entry.number, target=entry.id) for entry in entries)
    if isinstance(section, Lines):
        return tuple(
            Item(
                words=line.entry.heading,
                number=line.entry.number,
                target=line.entry.id,
                items=tuple(
                    Item(words=axis.entry.heading, number=axis.entry.number, target=axis.entry.id)
                    for axis in (() if section.ample else line.axes)
                ),
            )
            for line in section.lines
        )
    return ()
