"""Counts as segments of a ring, clockwise from the top, each with the mark of its status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from stratkit.render.drawings.marks import SIDE, fill_of
from stratkit.views.donut import Donut, Slice

TURN = 2 * pi
THICK = 0.36
"""How thick the ring is, as a share of its radius."""
GAP = 0.35
"""Between two segments, in millimetres."""
LEAST = 0.6
"""The least length of a segment along its outside: even one of very many is seen."""
EDGE = 0.2
MARK = 0.52
"""The side of a mark, as a share of the ring's thickness."""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A count: its outline, how it is filled, and where its mark begins, None if there is no room for it."""

    status: str
    fill: str
    path: str
    mark: tuple[float, float] | None


@dataclass(frozen=True, kw_only=True)
class Ring:
    """All of it, in millimetres: a square of `width`. A mark is drawn `enlarged` so many times.

    `middle` is where the sum stands on its baseline, `size` that of its letters. Words are a list beside it.
    """

    width: float
    segments: tuple[Segment, ...]
    enlarged: float
    middle: tuple[float, float]
    size: float


def draw_donut(plan: Donut, room: float, *, mirrored: bool = False) -> Ring:
    """A ring that fills a square; an empty one where there is nothing to count."""
    radius = room / 2 - EDGE
    thick = radius * THICK
    side = thick * MARK
    size = min(room * 0.22, (radius - thick) * 3.2 / max(1, len(plan.figure)))
    return Ring(
        width=room,
        segments=tuple(_segments(plan, room / 2, radius, thick, mirrored=mirrored)),
        enlarged=round(side / SIDE, 3),
        middle=(room / 2, round(room / 2 + size * 0.34, 2)),
        size=round(size, 2),
    )


def _segments(
    plan: Donut, middle: float, radius: float, thick: float, *, mirrored: bool
) -> Iterator[Segment]:
    counted = [one for one in plan.slices if one.count > 0]
    if not counted:
        path = _whole(middle, radius, radius - thick)
        yield Segment(status="", fill=fill_of(""), path=path, mark=None)
    turned, side = 0.0, thick * MARK
    for one, angle in zip(counted, _angles(counted, radius), strict=True):
        start, end = (TURN - turned - angle, TURN - turned) if mirrored else (turned, turned + angle)
        turned += angle
        whole = len(counted) == 1
        inner = radius - thick
        path = _whole(middle, radius, inner) if whole else _part(middle, radius, inner, start, end)
        at, centre = (start + end) / 2, radius - thick / 2
        roomy = angle * centre >= side * 1.5
        yield Segment(
            status=one.status,
            fill=fill_of(one.status),
            path=path,
            mark=_at(middle, centre, at, side / 2) if roomy else None,
        )


def _angles(counted: list[Slice], radius: float) -> list[float]:
    """How far each segment goes round; the least there is comes from the others."""
    total, least = sum(one.count for one in counted), (LEAST + GAP) / radius
    shares = [one.count / total * TURN for one in counted]
    small = [share < least for share in shares]
    spare = TURN - least * sum(small)
    large = sum(share for share, few in zip(shares, small, strict=True) if not few)
    return [least if few else share / large * spare for share, few in zip(shares, small, strict=True)]


def _part(middle: float, outer: float, inner: float, start: float, end: float) -> str:
    """A segment, half a gap short at either end, wherever it is measured."""
    far, near = GAP / 2 / outer, GAP / 2 / inner
    long = int(end - start - 2 * far > pi)
    x1, y1 = _at(middle, outer, start + far)
    x2, y2 = _at(middle, outer, end - far)
    x3, y3 = _at(middle, inner, max(end - near, start + near))
    x4, y4 = _at(middle, inner, min(start + near, end - near))
    return (
        f"M{x1} {y1}A{outer:.2f} {outer:.2f} 0 {long} 1 {x2} {y2}"
        f"L{x3} {y3}A{inner:.2f} {inner:.2f} 0 {long} 0 {x4} {y4}z"
    )


def _whole(middle: float, outer: float, inner: float) -> str:
    """The ring itself: an arc cannot end where it begins."""
    return "".join(
        f"M{middle} {middle - r:.2f}A{r:.2f} {r:.2f} 0 1 1 {middle} {middle + r:.2f}"
        f"A{r:.2f} {r:.2f} 0 1 1 {middle} {middle - r:.2f}z"
        for r in (outer, inner)
    )


def _at(middle: float, radius: float, angle: float, back: float = 0) -> tuple[float, float]:
    """A place on a circle, its angle from the top; `back` to the left and up."""
    return round(middle + radius * sin(angle) - back, 2), round(middle - radius * cos(angle) - back, 2)
