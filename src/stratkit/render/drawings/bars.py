"""Bars in groups side by side, all in one measure: a label above each, and its count behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stratkit.render.drawings.layers import HAIR, LEADING, SIZE, Line, turn
from stratkit.render.drawings.lettering import break_lines
from stratkit.views.bars import Bars, Group
from stratkit.views.entry import Link

ACROSS = 3
"""The most groups side by side."""
GUTTER = 8.0
THICK = 3.2
GAP = 2.6
"""Below a bar, and from the rule over a group to its title, in millimetres."""
COUNT = 7.0
"""Room for the count behind a bar."""
UNIT = 9.0
"""The most that one outcome is drawn as."""


@dataclass(frozen=True, kw_only=True)
class Rod:
    """A bar: its place and its colour's number."""

    x: float
    y: float
    width: float
    height: float
    tone: int


@dataclass(frozen=True, kw_only=True)
class Chart:
    """All of it, in millimetres: titles of groups, then the labels and counts of their bars.

    `rods` are the rules over the groups too. `mirrored`: they are to be turned round, the words are already.
    """

    mirrored: bool
    width: float
    height: float
    titles: tuple[Line, ...]
    labels: tuple[Line, ...]
    rods: tuple[Rod, ...]


def draw_bars(plan: Bars, room: float, *, mirrored: bool = False) -> Chart:
    """The bars of a plan at a width in millimetres."""
    across = 2 if len(plan.groups) == 4 else min(len(plan.groups), ACROSS)
    column = (room - GUTTER * (across - 1)) / across
    most = max(bar.count for group in plan.groups for bar in group.bars)
    pen = _Pen(column, min(UNIT, (column - COUNT) / most))
    top = 0.0
    for start in range(0, len(plan.groups), across):
        top = pen.write(plan.groups[start : start + across], top)
    titles, labels = tuple(pen.titles), tuple(pen.labels)
    return Chart(
        mirrored=mirrored,
        width=room,
        height=round(top - GAP + 0.6, 2),
        titles=turn(titles, room) if mirrored else titles,
        labels=turn(labels, room) if mirrored else labels,
        rods=tuple(pen.rods),
    )


class _Pen:
    """Gathers what is drawn, in columns of a width, `unit` millimetres for each outcome."""

    def __init__(self, column: float, unit: float) -> None:
        self.column = column
        self.unit = unit
        self.titles: list[Line] = []
        self.labels: list[Line] = []
        self.rods: list[Rod] = []

    def write(self, groups: Sequence[Group], top: float) -> float:
        """Groups side by side, their first bars level; gives the place of the next ones."""
        titles = [self._break(group.head) for group in groups]
        first = top + GAP + max(map(len, titles)) * LEADING + GAP
        ends = []
        for number, (group, title) in enumerate(zip(groups, titles, strict=True)):
            x = round(number * (self.column + GUTTER), 2)
            self.rods.append(
                Rod(x=x, y=top, width=round(self.column, 2), height=0.5, tone=group.bars[0].tone)
            )
            self.titles += _lines(title, x, top + GAP)
            ends.append(self._bars(group, x, first))
        return round(max(ends) + GAP, 2)

    def _bars(self, group: Group, x: float, top: float) -> float:
        """One below the other; a line's only bar needs no label. What promises nothing is a hair."""
        for bar in group.bars:
            label = self._break(bar.head) if len(group.bars) > 1 or bar.head != group.head else ()
            self.labels += _lines(label, x, top)
            top += len(label) * LEADING + (0.8 if label else 0)
            long = max(HAIR, bar.count * self.unit)
            rod = Rod(x=x, y=round(top, 2), width=round(long, 2), height=THICK, tone=bar.tone)
            self.rods.append(rod)
            self.labels.append(
                Line(words=str(bar.count), x=round(x + long + 1.4, 2), y=round(top + THICK / 2 + 0.95, 2))
            )
            top += THICK + GAP
        return top

    def _break(self, head: Link) -> tuple[str, ...]:
        return break_lines(f"{head.code} {head.words}".strip(), self.column, SIZE)


def _lines(words: Sequence[str], x: float, top: float) -> list[Line]:
    return [
        Line(words=line, x=x, y=round(top + (number + 0.74) * LEADING, 2))
        for number, line in enumerate(words)
    ]
