"""The index at the end: each theme with the outcomes that serve it."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.load.tags import outcomes_in_order, tags_of
from stratkit.views.edition import Edition
from stratkit.views.entry import Link, Section
from stratkit.views.words import small

ANCHOR = "_themes"
FEWEST = 3
"""The fewest themes that an index is of use for."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A theme and its outcomes, in the order of the document."""

    theme: Link
    outcomes: tuple[Link, ...]

    @property
    def coded(self) -> bool:
        """Whether each has a short number."""
        return all(link.code for link in self.outcomes)


@dataclass(frozen=True, kw_only=True)
class ThemeIndex(Section):
    """Themes in the author's order. `reading`: some of the tags are our interpretation."""

    headings: tuple[Heading, ...]


def theme_index(edition: Edition) -> ThemeIndex | None:
    """The section, or None where fewer than three themes have outcomes in the document."""
    served: dict[str, list[str]] = {theme.id: [] for theme in edition.plan.themes}
    reading = False
    for outcome in outcomes_in_order(edition.index):
        if outcome.id in edition.printed:
            tags = tags_of(edition.index, outcome)
            reading = reading or (tags.reading and bool(tags.themes))
            for theme in tags.themes & served.keys():
                served[theme].append(outcome.id)
    headings = tuple(
        Heading(theme=edition.link(theme), outcomes=edition.links(outcomes))
        for theme, outcomes in served.items()
        if outcomes
    )
    if len(headings) < FEWEST:
        return None
    words = edition.words
    return ThemeIndex(
        part="index",
        anchor=ANCHOR,
        title=edition.translate("Index: {outcomes} by {theme}").format(
            outcomes=small(words.many("outcome")), theme=small(words.one("theme"))
        ),
        headings=headings,
        reading=reading,
    )
