"""How many outcomes each axis promises, action line by action line."""

from __future__ import annotations

from dataclasses import dataclass

from babel.lists import format_list

from stratkit.model.promise import ActionLine, Axis
from stratkit.views.edition import Edition
from stratkit.views.entry import Link, Section
from stratkit.views.words import small

ANCHOR = "_bars"
FEWEST = 3
"""The fewest bars that are worth comparing."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """An axis, or an action line where its outcomes stand in no axis: how many, in the colour of the line."""

    head: Link
    count: int
    tone: int


@dataclass(frozen=True, kw_only=True)
class Group:
    """An action line with its bars; `count` is their sum."""

    head: Link
    bars: tuple[Bar, ...]
    count: int


@dataclass(frozen=True, kw_only=True)
class Bars(Section):
    """All bars. `sentence` tells what is drawn, `tabled` that there is a table of the same elsewhere."""

    groups: tuple[Group, ...]
    sentence: str
    tabled: bool
    place_title: str
    outcomes_title: str


def bars(edition: Edition, *, tabled: bool = False) -> Bars | None:
    """The section, or None where there are too few bars to compare, or no outcome.

    `tabled`: another table has how many outcomes each axis has. It has none of lines without axes.
    """
    lines = edition.plan.action_lines
    groups = tuple(_group(edition, line) for line in lines)
    found = [bar for group in groups for bar in group.bars]
    if len(found) < FEWEST or not any(bar.count for bar in found):
        return None
    words = edition.words
    kinds = {"axis" if bar.head != group.head else "action_line" for group in groups for bar in group.bars}
    places = [small(words.one(kind)) for kind in ("action_line", "axis") if kind in kinds]
    return Bars(
        part="bars",
        anchor=ANCHOR,
        title=edition.translate("{outcomes} by {place}").format(
            outcomes=words.many("outcome"), place=format_list(places, locale=edition.tongue.locale)
        ),
        groups=groups,
        sentence=_sentence(edition, groups),
        tabled=tabled and kinds == {"axis"},
        place_title=words.one("axis" if kinds == {"axis"} else "action_line"),
        outcomes_title=words.many("outcome"),
    )


def _group(edition: Edition, line: ActionLine) -> Group:
    """An axis counts what is further in; outcomes beside the axes are a bar of the line's own."""
    counts = {axis.id: _count(edition, axis) for axis in line.axes}
    own = len(edition.index.outcomes_in(line))
    if own or not counts:
        counts[line.id] = own
    tone = edition.tones[line.id]
    found = tuple(Bar(head=edition.link(target), count=count, tone=tone) for target, count in counts.items())
    return Group(head=edition.link(line.id), bars=found, count=sum(counts.values()))


def _count(edition: Edition, place: Axis) -> int:
    return len(edition.index.outcomes_in(place)) + sum(_count(edition, axis) for axis in place.axes)


def _sentence(edition: Edition, groups: tuple[Group, ...]) -> str:
    """Each bar by its short number, or its words, with its count."""
    pair = edition.translate("{name}: {value}")
    said = [
        pair.format(name=bar.head.code or bar.head.words, value=bar.count)
        for group in groups
        for bar in group.bars
    ]
    sentence = edition.translate("Drawing: a bar for each count of outcomes. {counts}.")
    return sentence.format(counts=edition.translate("; ").join(said))
