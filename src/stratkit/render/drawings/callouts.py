"""The words of a trend: what has one place first, then what finds room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from stratkit.render.drawings.labels import LEADING, RISE, SIZE, Label, meet
from stratkit.render.drawings.lettering import break_lines, width
from stratkit.render.drawings.plot import Plot, Point
from stratkit.render.drawings.scale import named, stretches
from stratkit.views.trend import Bounds, Spot, Trend

NEAR = 2.0
"""From a mark to its words, in millimetres."""
SLANT = 0.8
"""From a mark sideways to words above or below it."""
TOP = 2.3
"""The highest baseline that there is."""
DROP = 3.6
"""From the axis to the baseline of the years."""
SAMPLES = 25


class Callouts:
    """Puts words into the room around a plot, down to an axis."""

    def __init__(self, plan: Trend, plot: Plot, room: float, axis: float) -> None:
        self.plan = plan
        self.plot = plot
        self.room = room
        self.axis = axis
        self.taken: list[Label] = []

    def write(self) -> list[Label]:
        """All words that find room; the last reading's always do."""
        self._years()
        last = [spot for spot in self.plan.readings if spot.words][-1:]
        self._levels(last)
        for spot, anchor in ((self.plan.target, "start"), (self.plan.baseline, "end")):
            if spot and not is_level(spot, self.plan):
                self._beside(spot, anchor)
        for bounds in self.plan.bounds:
            self._bounds(bounds)
        if last and not is_level(last[0], self.plan):
            self._last(last[0])
        return self.taken

    def _years(self) -> None:
        y = round(self.axis + DROP, 2)
        for middle, words in named(stretches(self.plan.ticks, self.plot.time), SIZE):
            self.taken.append(Label(words=words, x=middle, y=y, anchor="middle", soft=True))

    def _levels(self, last: list[Spot]) -> None:
        """The words of a scale: that of the last reading, both ends, then what has room between."""
        levels = self.plan.levels
        ends = {levels[0].value, levels[-1].value} if levels else set()
        read = {spot.value for spot in last}
        x = self.plot.time.start - NEAR
        for level in sorted(levels, key=lambda level: (level.value not in read, level.value not in ends)):
            y = self.plot.values.place(level.value)
            self._side(level.words, x, y, "end", strong=level.value in read)

    def _bounds(self, bounds: Bounds) -> None:
        """Bounds are named at the end of the axis, those that hold there."""
        strip, end = self.plot.strip(bounds), self.plot.time.end
        if strip.x + strip.width >= end:
            self._side(bounds.words, end + NEAR, strip.y + strip.height / 2, "start")

    def _beside(self, spot: Spot, anchor: str) -> None:
        x, y = self.plot.spot(spot)
        self._side(spot.words, x + (NEAR if anchor == "start" else -NEAR), y, anchor)

    def _side(self, words: str, x: float, middle: float, anchor: str, *, strong: bool = False) -> None:
        """Words in as many lines as they need before or after an x, if there is room."""
        lines = break_lines(words, x if anchor == "end" else self.room - x, SIZE) if words else ()
        top = middle - (len(lines) - 1) * LEADING / 2 + RISE
        labels = [
            Label(words=line, x=round(x, 2), y=round(top + number * LEADING, 2), anchor=anchor, strong=strong)
            for number, line in enumerate(lines)
        ]
        if all(map(self._is_free, labels)):
            self.taken += labels

    def _last(self, spot: Spot) -> None:
        """The last reading's words where they meet the least: above, below, beside, aslant, or on top."""
        x, y = self.plot.spot(spot)
        half = width(spot.words, SIZE) / 2
        middle = max(half, min(x, self.room - half))
        places = (
            (middle, y - NEAR, "middle"),
            (middle, y + NEAR + 2 * RISE, "middle"),
            (x + NEAR, y + RISE, "start"),
            (x - NEAR, y + RISE, "end"),
            (x + SLANT, y - NEAR, "start"),
            (x - SLANT, y - NEAR, "end"),
            (x + SLANT, y + NEAR + 2 * RISE, "start"),
            (x - SLANT, y + NEAR + 2 * RISE, "end"),
            (middle, TOP, "middle"),
        )
        tried = [
            Label(words=spot.words, x=round(at, 2), y=round(base, 2), anchor=anchor, strong=True)
            for at, base, anchor in places
        ]
        self.taken.append(min(tried, key=self._cost))

    def _cost(self, label: Label) -> tuple[bool, int]:
        """Whether it stands on other words or leaves the chart; then how much of the lines it covers."""
        box = label.box
        outside = box[0] < -0.1 or box[1] < 0 or box[2] > self.room + 0.1 or box[3] > self.axis
        return outside or not self._is_free(label), sum(meet(box, (x, y, x, y)) for x, y in self._inked)

    def _is_free(self, label: Label) -> bool:
        return not any(meet(label.box, other.box) for other in self.taken)

    @cached_property
    def _inked(self) -> tuple[Point, ...]:
        """Points along all lines, close to one another."""
        return tuple(self._along())

    def _along(self) -> Iterator[Point]:
        if self.plan.today and self.plot.time.reaches(self.plan.today):
            x = self.plot.time.day(self.plan.today)
            yield from ((x, self.axis * step / SAMPLES) for step in range(SAMPLES))
        for spots in (self.plan.path, self.plan.readings):
            for (x1, y1), (x2, y2) in pairwise(self.plot.spot(spot) for spot in spots):
                for step in range(SAMPLES):
                    share = step / (SAMPLES - 1)
                    yield x1 + (x2 - x1) * share, y1 + (y2 - y1) * share


def is_level(spot: Spot, plan: Trend) -> bool:
    """Whether a value is a word of the scale, which the axis names already."""
    return any(level.value == spot.value for level in plan.levels)
