"""The course that an indicator is to take: points in time and the values expected between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from stratkit.model.measure import Indicator


@dataclass(frozen=True, kw_only=True)
class Point:
    """A day and the value that is to be there then."""

    day: date
    value: Fraction


@dataclass(frozen=True, kw_only=True)
class Course:
    """The points in the order of their days; `stepped`: nothing changes between them.

    `begins`: the first point is the start, which holds before its day too.
    """

    points: tuple[Point, ...]
    stepped: bool
    begins: bool

    def expected(self, day: date) -> Fraction | None:
        """The value that is to be there on a day; None before anything is expected."""
        one, other = self.around(day)
        if one is None:
            return other.value if other and self.begins else None
        if other is None or self.stepped:
            return one.value
        share = Fraction((day - one.day).days, (other.day - one.day).days)
        return one.value + (other.value - one.value) * share

    def around(self, day: date) -> tuple[Point | None, Point | None]:
        """The last point up to a day, and the first one after it."""
        before = [point for point in self.points if point.day <= day]
        after = self.points[len(before) :]
        return (before[-1] if before else None), (after[0] if after else None)


def amount(value: Decimal | str | None, indicator: Indicator) -> Fraction | None:
    """A value as a number: that of a word is its place on the indicator's scale. None for one not on it."""
    if isinstance(value, str):
        return Fraction(indicator.scale.index(value)) if value in indicator.scale else None
    return None if value is None else Fraction(value)
