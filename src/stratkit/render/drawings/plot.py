"""What lies on an axis of time and one of values: points, ways through them, and what is to be kept to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stratkit.render.drawings.scale import Number, Scale
from stratkit.views.trend import Bounds, Spot

Point = tuple[float, float]

OPEN = 1.3
"""How far beyond all values an open side reaches, in millimetres."""


@dataclass(frozen=True, kw_only=True)
class Strip:
    """What is to be kept to: a rectangle, and the ys of the bounds that there are."""

    x: float
    y: float
    width: float
    height: float
    edges: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Plot:
    """Two axes; that of values runs from its foot up."""

    time: Scale
    values: Scale

    def spot(self, spot: Spot) -> Point:
        """Where a value of a day is."""
        return self.time.day(spot.day), self.values.place(spot.value)

    def way(self, spots: Sequence[Spot], *, stepped: bool = False) -> str:
        """A line through points, level until the next where it is stepped. One point has none."""
        if len(spots) < 2:
            return ""
        x, y = self.spot(spots[0])
        path = f"M{x:g} {y:g}"
        for spot in spots[1:]:
            x, y = self.spot(spot)
            path += f"H{x:g}V{y:g}" if stepped else f"L{x:g} {y:g}"
        return path

    def strip(self, bounds: Bounds) -> Strip:
        """What is to be kept to."""
        left = self._day(bounds.first, self.time.start)
        right = self._day(bounds.last, self.time.end)
        top = self._bound(bounds.high, self.values.end - OPEN)
        foot = self._bound(bounds.low, self.values.start + OPEN)
        edges = tuple(y for y, end in ((top, bounds.high), (foot, bounds.low)) if end is not None)
        return Strip(x=left, y=top, width=round(right - left, 2), height=round(foot - top, 2), edges=edges)

    def _day(self, day: date | None, otherwise: float) -> float:
        return otherwise if day is None else self.time.nearest(day)

    def _bound(self, value: Number | None, otherwise: float) -> float:
        return round(otherwise, 2) if value is None else self.values.place(value)
