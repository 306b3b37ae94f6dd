"""Reports from left to right: who prepares one, the report itself, who reviews it; what recurs comes back.

An arrow leads from each to the next. One more runs back below a report that is due again and again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from stratkit.render.drawings.layers import LEADING, SIZE, Line, turn
from stratkit.render.drawings.lettering import break_lines
from stratkit.views.entry import Link
from stratkit.views.reporting import Duty, Reporting

CHANNEL = 16.0
"""Room for an arrow between two boxes."""
PADDING = 2.0
GAP = 5.0
RETURN = 6.5
"""Room below a row for the arrow that runs back."""
HEAD = 8.0
BARB = 1.9
ROUND = 2.2


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A box: an actor, or a `report`, whose last line says when."""

    x: float
    y: float
    width: float
    height: float
    report: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """A way as a path without filling, and its barb as a filled one."""

    path: str
    barb: str


@dataclass(frozen=True, kw_only=True)
class Cycle:
    """All of it, in millimetres. `mirrored`: boxes and arrows are to be turned round, words are already."""

    mirrored: bool
    width: float
    height: float
    heads: tuple[Line, ...]
    stops: tuple[Stop, ...]
    arrows: tuple[Arrow, ...]


def draw_cycle(plan: Reporting, room: float, *, mirrored: bool = False) -> Cycle:
    """The reports that name somebody, a row for each, at a width in millimetres."""
    column = (room - 2 * CHANNEL) / 3
    lefts = [number * (column + CHANNEL) for number in range(3)]
    titles = (plan.prepared_title, plan.report_title, plan.reviewed_title)
    heads = tuple(
        Line(words=words, x=round(x, 2), y=HEAD - 3.5) for words, x in zip(titles, lefts, strict=True)
    )
    stops: list[Stop] = []
    arrows: list[Arrow] = []
    y = HEAD
    for duty in plan.drawn:
        row = list(_row(duty, lefts, column, y))
        stops += row
        arrows += (_forth(one, other) for one, other in pairwise(row))
        y += row[0].height
        if duty.recurs:
            arrows.append(_back(row[0], row[-1]))
            y += RETURN
        y += GAP
    if mirrored:
        heads = turn(heads, room)
        stops = [replace(stop, lines=turn(stop.lines, room)) for stop in stops]
    return Cycle(
        mirrored=mirrored,
        width=room,
        height=round(y - GAP + 1, 2),
        heads=heads,
        stops=tuple(stops),
        arrows=tuple(arrows),
    )


def _row(duty: Duty, lefts: list[float], column: float, y: float) -> Iterator[Stop]:
    """The boxes of one report, all as high as the highest."""
    inner = column - 2 * PADDING
    said = [
        break_lines(words, inner, SIZE) if words else ()
        for words in (_name(duty.prepared_by), duty.entry.heading, _name(duty.reviewed_by))
    ]
    said[1] += break_lines(duty.when, inner, SIZE) if duty.when else ()
    height = max(map(len, said)) * LEADING + 2 * PADDING
    for number, (words, x) in enumerate(zip(said, lefts, strict=True)):
        if words:
            top = y + (height - len(words) * LEADING) / 2
            lines = tuple(
                Line(words=line, x=round(x + PADDING, 2), y=round(top + (place + 0.76) * LEADING, 2))
                for place, line in enumerate(words)
            )
            yield Stop(
                x=round(x, 2),
                y=round(y, 2),
                width=round(column, 2),
                height=round(height, 2),
                report=number == 1,
                lines=lines,
            )


def _name(link: Link | None) -> str:
    return link.words if link else ""


def _forth(one: Stop, other: Stop) -> Arrow:
    x1, x2, y = one.x + one.width + 1, other.x - 1, one.y + one.height / 2
    barb = f"M{x2:.2f} {y:.2f}l{-BARB:.2f} {-BARB / 2:.2f}v{BARB:.2f}z"
    return Arrow(path=f"M{x1:.2f} {y:.2f}H{x2 - BARB:.2f}", barb=barb)


def _back(first: Stop, last: Stop) -> Arrow:
    """From below the last box to below the first."""
    x1, x2 = last.x + last.width * 0.8, first.x + first.width * 0.2
    top, low = first.y + first.height + 1, first.y + first.height + RETURN - 1
    path = (
        f"M{x1:.2f} {top:.2f}V{low - ROUND:.2f}q0 {ROUND} {-ROUND} {ROUND}H{x2 + ROUND:.2f}"
        f"q{-ROUND} 0 {-ROUND} {-ROUND}V{top + BARB:.2f}"
    )
    return Arrow(path=path, barb=f"M{x2:.2f} {top:.2f}l{BARB / 2:.2f} {BARB:.2f}h{-BARB:.2f}z")
