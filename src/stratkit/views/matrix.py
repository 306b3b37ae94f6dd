"""Where challenges meet themes: the outcomes at each crossing."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.load.tags import outcomes_in_order, tags_of
from stratkit.views.edition import Edition
from stratkit.views.entry import Link, Section
from stratkit.views.words import small

ANCHOR = "_matrix"
WIDTH = 7
"""Columns that fit on paper; more themes are spread over several tables."""
LISTED = 6
"""The most links a cell holds; where there are more, the number leads to the list."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One crossing: how many outcomes, which of five tints (0: none), and the outcomes if there are few."""

    count: int
    tint: int
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A challenge, where its outcomes are listed, and its cells."""

    head: Link
    listed: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table of at most `WIDTH` themes."""

    columns: tuple[Link, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Matrix(Section):
    """Challenges down, themes across. `reading`: some of the tags counted are our interpretation."""

    grids: tuple[Grid, ...]
    corner: str
    outcomes_title: str


def matrix(edition: Edition) -> Matrix | None:
    """The section, or None if no outcome stands at any crossing."""
    cells: dict[tuple[str, str], list[str]] = {}
    reading = False
    for outcome in outcomes_in_order(edition.index):
        tags = tags_of(edition.index, outcome)
        crossings = [(challenge, theme) for challenge in tags.challenges for theme in tags.themes]
        reading = reading or (tags.reading and bool(crossings))
        for crossing in crossings:
            cells.setdefault(crossing, []).append(outcome.id)
    if not cells:
        return None
    words = edition.words
    return Matrix(
        part="matrix",
        anchor=ANCHOR,
        title=edition.translate("Where {challenges} meet {themes}").format(
            challenges=small(words.part("challenges")), themes=small(words.part("themes"))
        ),
        grids=tuple(_grids(edition, cells)),
        corner=words.one("challenge"),
        outcomes_title=small(words.many("outcome")),
        reading=reading,
    )


def _grids(edition: Edition, cells: dict[tuple[str, str], list[str]]) -> list[Grid]:
    themes = [theme.id for theme in edition.plan.themes]
    most = max(map(len, cells.values()))
    grids = []
    for start in range(0, len(themes), WIDTH):
        across = themes[start : start + WIDTH]
        rows = tuple(
            Row(
                head=edition.link(challenge.id),
                listed=f"{challenge.id}_outcomes" if challenge.id in edition.printed else "",
                cells=tuple(_cell(edition, cells.get((challenge.id, theme), []), most) for theme in across),
            )
            for challenge in edition.plan.challenges
        )
        grids.append(Grid(columns=edition.links(across), rows=rows))
    return grids


def _cell(edition: Edition, outcomes: list[str], most: int) -> Cell:
    links = edition.links(outcomes)
    short = len(links) <= LISTED and all(link.code for link in links)
    tint = -(-5 * len(outcomes) // most)
    return Cell(count=len(outcomes), tint=tint, links=links if short else ())
