"""The course that an indicator is to take: points in time and the values expected between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

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
        if not self.points:
            return None
        if day >= self.points[-1].day:
            return self.points[-1].value
        if day < self.points[0].day:
            return self.points[0].value if self.begins else None
        one, other = next((a, b) for a, b in pairwise(self.points) if a.day <= day < b.day)
        if self.stepped:
            return one.value
        share = Fraction((day - one.day).days, (other.day - one.day).days)
        return one.value + (other.value - one.value) * share


def amount(value: Decimal | str | None, indicator: Indicator) -> Fraction | None:
    """A value as a number: that of a word is its place on the indicator's scale. None for one not on it."""
    if isinstance(value, str):
        return Fraction(indicator.scale.index(value)) if value in indicator.scale else None
    return None if value is None else Fraction(value)
