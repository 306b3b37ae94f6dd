"""How far something is, as a bar on a track that grows thicker where it is at risk, and then on track."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.render.drawings.scale import Scale
from stratkit.views.bullet import Bullet, Number

LEAST, MOST = -100, 300
"""The percentages that a bar goes to; beyond, it is drawn as broken off."""
TRACK = (0.36, 0.62, 0.88)
"""How thick the track is, as shares of the height: off track, at risk, on track."""
BAR = 0.3
HAIR = 0.4
TICK = 0.7
EDGE = 0.3
"""Left free at both ends, for marks that stand there."""


@dataclass(frozen=True, kw_only=True)
class Beam:
    """A rectangle in millimetres."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Gauge:
    """All of it, in millimetres. `mirrored`: all is to be turned round.

    `tracks` lie behind, from off track to on track; `bar` is None with no figure. `expected` is a
    mark, `goal` and `start` are the xs of lines, None where there is none; `breaks` are those of gaps: the
    bar goes on.
    """

    mirrored: bool
    width: float
    height: float
    tracks: tuple[Beam, ...]
    bar: Beam | None
    status: str
    start: float | None
    goal: float
    expected: Beam | None
    breaks: tuple[float, ...]


def draw_bullet(plan: Bullet, room: float, height: float = 5, *, mirrored: bool = False) -> Gauge:
    """A bar in a room of a width and a height in millimetres."""
    known = [value for value in (plan.percent, plan.expected) if value is not None]
    low, high = max(LEAST, min(0, plan.least, *known)), min(MOST, max(100, plan.most, *known))
    scale = Scale(low=low, high=high, start=EDGE, end=room - EDGE)

    def place(value: Number) -> float:
        return scale.place(min(max(value, low), high))

    return Gauge(
        mirrored=mirrored,
        width=room,
        height=height,
        tracks=_tracks(plan, (low, high), scale, height),
        bar=None if plan.percent is None else _bar(place(0), place(plan.percent), height),
        status=plan.status,
        start=place(0) if low < 0 else None,
        goal=place(100),
        expected=None if plan.expected is None else _tick(place(plan.expected), height),
        breaks=_breaks(plan, place(LEAST) + 2, place(MOST) - 2),
    )


def _tracks(plan: Bullet, ends: tuple[Number, Number], scale: Scale, height: float) -> tuple[Beam, ...]:
    """Three lengths of the track, or one where nothing says what is on track. Empty ones are left out."""
    low, high = ends
    if plan.at_risk is None or plan.on_track is None:
        return (_beam(scale.place(low), scale.place(high), TRACK[0] * height, height),)
    edges = [low, *(min(max(edge, low), high) for edge in (plan.at_risk, plan.on_track)), high]
    return tuple(
        _beam(scale.place(edge), scale.place(until), share * height, height)
        for edge, until, share in zip(edges[:-1], edges[1:], TRACK, strict=True)
        if until > edge
    )


def _bar(start: float, end: float, height: float) -> Beam:
    """From the start to the figure, whichever lies first; what is at the start is a hair."""
    first, last = sorted((start, end))
    return _beam(first, max(last, first + HAIR), BAR * height, height)


def _tick(x: float, height: float) -> Beam:
    return _beam(x - TICK / 2, x + TICK / 2, TRACK[1] * height, height)


def _beam(start: float, end: float, thick: float, height: float) -> Beam:
    return Beam(
        x=round(start, 2),
        y=round((height - thick) / 2, 2),
        width=round(end - start, 2),
        height=round(thick, 2),
    )


def _breaks(plan: Bullet, low: float, high: float) -> tuple[float, ...]:
    if plan.percent is None:
        return ()
    if plan.percent > MOST:
        return (round(high, 2),)
    return (round(low, 2),) if plan.percent < LEAST else ()
