"""Readings of an indicator over time, what is expected behind them, and values named beside their marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from stratkit.render.drawings.callouts import NEAR, Callouts, is_level
from stratkit.render.drawings.labels import SIZE, Label, mirror
from stratkit.render.drawings.lettering import width
from stratkit.render.drawings.outlines import barb, circle, diamond
from stratkit.render.drawings.plot import OPEN, Plot, Strip
from stratkit.render.drawings.scale import Scale, days, stretches
from stratkit.views.trend import Spot, Trend

LETTERED = 16.0
"""The least height with letters, in millimetres; a lower chart goes without."""
FOOT = 4.6
"""Room for the years below the axis."""
HEAD = 4.6
"""Room above and below all values, for words."""
SIDE = 0.34
"""The most of the width that the words at one side take."""
DOT, RING, GOAL = 0.85, 0.7, 1.2
CLOSE = 2.2
"""Readings closer than this are a line without dots, the last one apart."""


@dataclass(frozen=True, kw_only=True)
class Curve:
    """All of it, in millimetres. What is empty is not drawn.

    `axis` is the y of the axis of time, from `left` to `right`, with the xs of `ticks`. Lines lie at the ys
    of `zero` and the `levels` of words, and at the x of `today`. `path` is what is expected, `line` joins the
    readings, `dots` are their marks, `bounds` the outlines of those that are only bounds. `rings` are the
    baseline and what else is on the path, `goal` is the target. `labels` are in their places; the rest is to
    be turned round where it is `mirrored`.
    """

    mirrored: bool
    width: float
    height: float
    axis: float
    left: float
    right: float
    ticks: tuple[float, ...]
    zero: float | None
    today: float | None
    strips: tuple[Strip, ...]
    levels: tuple[float, ...]
    path: str
    line: str
    dots: str
    bounds: str
    rings: str
    goal: str
    labels: tuple[Label, ...]


def draw_trend(plan: Trend, room: float, height: float = 32, *, mirrored: bool = False) -> Curve:
    """The chart in a room of a width and a height in millimetres."""
    lettered = height >= LETTERED
    plot = _plot(plan, room, height, lettered=lettered)
    time, values = plot.time, plot.values
    axis = round(height - (FOOT if lettered else 0.3), 2)
    labels = Callouts(plan, plot, room, axis).write() if lettered else []
    exact = [spot for spot in plan.readings if not spot.beyond]
    beyond = [spot for spot in plan.readings if spot.beyond]
    dotted = exact if lettered and _are_apart(exact, plot) else exact[-1:]
    return Curve(
        mirrored=mirrored,
        width=room,
        height=height,
        axis=axis,
        left=time.start,
        right=time.end,
        ticks=tuple(start for start, _, _ in stretches(plan.ticks, time)[1:]),
        zero=values.place(0) if values.low < 0 < values.high else None,
        today=time.day(plan.today) if plan.today and time.reaches(plan.today) else None,
        strips=tuple(plot.strip(bounds) for bounds in plan.bounds),
        levels=tuple(values.place(level.value) for level in plan.levels) if lettered else (),
        path=plot.way(plan.path, stepped=plan.stepped),
        line=plot.way(exact),
        dots="".join(circle(*plot.spot(spot), DOT) for spot in dotted),
        bounds="".join(barb(*plot.spot(spot), up=spot.beyond == "above") for spot in beyond),
        rings="".join(circle(*plot.spot(spot), RING) for spot in _ringed(plan)) if lettered else "",
        goal=diamond(*plot.spot(plan.target), GOAL) if plan.target else "",
        labels=mirror(labels, room) if mirrored else tuple(labels),
    )


def _plot(plan: Trend, room: float, height: float, *, lettered: bool) -> Plot:
    """The axes: room at the sides as wide as the words that stand there."""
    seen = [*plan.path, *plan.readings, *filter(None, (plan.baseline, plan.target))]
    dates = [plan.first, plan.last, *(spot.day for spot in seen)]
    numbers = [spot.value for spot in seen] + [level.value for level in plan.levels]
    numbers += [end for bounds in plan.bounds for end in (bounds.low, bounds.high) if end is not None]
    left, right = _gutters(plan, room) if lettered else (OPEN, OPEN)
    head, foot = (HEAD, FOOT + HEAD) if lettered else (OPEN, OPEN + 0.3)
    return Plot(
        time=days(min(dates), max(dates), round(left, 2), round(room - right, 2)),
        values=Scale(
            low=min(numbers, default=0), high=max(numbers, default=0), start=height - foot, end=head
        ),
    )


def _gutters(plan: Trend, room: float) -> tuple[float, float]:
    """Room at the left for the words of a scale or the baseline's, at the right for the target's."""
    start, end = (
        [spot.words] if spot and not is_level(spot, plan) else [""] for spot in (plan.baseline, plan.target)
    )
    before = [*start, *(level.words for level in plan.levels)]
    after = [*end, *(bounds.words for bounds in plan.bounds)]
    left, right = (min(room * SIDE, max(width(words, SIZE) for words in some)) for some in (before, after))
    return (left + NEAR if left else OPEN) + 0.2, (right + NEAR if right else OPEN) + 0.2


def _are_apart(spots: list[Spot], plot: Plot) -> bool:
    return all(other - one >= CLOSE for one, other in pairwise(plot.time.day(spot.day) for spot in spots))


def _ringed(plan: Trend) -> Iterator[Spot]:
    """The baseline and the points on the way; the target has a mark of its own."""
    if plan.baseline:
        yield plan.baseline
    ends = {spot.day for spot in (plan.baseline, plan.target) if spot}
    yield from (spot for spot in plan.path if spot.day not in ends)
