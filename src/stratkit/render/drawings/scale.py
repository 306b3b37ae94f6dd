"""Places on an axis: of days, and of values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from stratkit.render.drawings.lettering import width
from stratkit.views.ticks import Tick

Number = Fraction | float

STEPS = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000)
"""Which stretches are named: every one, every second …"""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """From `low` at `start` to `high` at `end`, in millimetres. One value alone lies in the middle."""

    low: Number
    high: Number
    start: float
    end: float

    def place(self, value: Number) -> float:
        """Where a value is, exact to a hundredth of a millimetre however large values are."""
        low, span = Fraction(self.low), Fraction(self.high) - Fraction(self.low)
        share = (Fraction(value) - low) / span if span else Fraction(1, 2)
        return round(self.start + float(share) * (self.end - self.start), 2)

    def day(self, day: date) -> float:
        """Where a day is, on a scale made by `days`."""
        return self.place(day.toordinal())

    def reaches(self, day: date) -> bool:
        """Whether a day is on a scale of days."""
        return self.low <= day.toordinal() <= self.high

    def nearest(self, day: date) -> float:
        """Where a day is, at an end of the scale if it lies beyond."""
        return self.place(max(self.low, min(day.toordinal(), self.high)))


def days(first: date, last: date, start: float, end: float) -> Scale:
    """A scale of days."""
    return Scale(low=first.toordinal(), high=last.toordinal(), start=start, end=end)


def stretches(ticks: Iterable[Tick], time: Scale) -> list[tuple[float, float, str]]:
    """Where each tick's stretch begins and ends within the scale, with its words; none of no length."""
    edges = [*((time.nearest(tick.day), tick.words) for tick in ticks), (time.end, "")]
    return [(start, end, words) for (start, words), (end, _) in pairwise(edges) if end > start]


def named(found: list[tuple[float, float, str]], size: float, apart: float = 1.6) -> list[tuple[float, str]]:
    """The middle and words of the stretches that are named: each, or every second, fifth, … that has room.

    One that is cut short by an end of the scale is named if half of it is there.
    """
    longest = max((end - start for start, end, _ in found), default=0)
    whole = [(start, end, words) for start, end, words in found if end - start >= longest / 2]
    if all(width(words, size) + apart <= end - start for start, end, words in whole):
        return [(round((start + end) / 2, 2), words) for start, end, words in whole]
    middles = [(round((start + end) / 2, 2), words, width(words, size) / 2) for start, end, words in whole]
    inside = [one for one in middles if found[0][0] <= one[0] - one[2] and one[0] + one[2] <= found[-1][1]]
    for step in STEPS:
        kept = inside[::step]
        if all(one + half + apart <= other - wide for (one, _, half), (other, _, wide) in pairwise(kept)):
            return [(middle, words) for middle, words, _ in kept]
    return []
