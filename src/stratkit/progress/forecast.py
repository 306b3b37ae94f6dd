"""Where an indicator will be on the day its target is due, if it goes on as it has so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.share import HUNDRED

GONE = Fraction(1, 5)
"""The share of the time that has to be gone before anything can be told of the rest."""


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """The `value` that is reached when the goal is `due`, and the percent of the way that this is.

    It is drawn through the baseline, `first`, and the last reading, `last`; `expected` is the percent that
    the plan's own course asks for on the day of that.
    """

    first: date
    last: date
    due: date
    value: Fraction
    percent: Fraction
    expected: Fraction


def forecast(stands: IndicatorStanding) -> Forecast | None:
    """Linear extrapolation: the average pace from the baseline to the last reading is kept until the goal.

    Of sums the sum is carried on, from 0 on the eve of the plan. None where a line tells nothing: for
    states that are kept, words, steps and what is counted anew in each period; where there are no two
    points, and before a fifth of the time is gone or after all of it is.
    """
    indicator, course = stands.indicator, stands.course
    if course is None or course.stepped or not course.begins or indicator.scale:
        return None
    start, goal = course.points[0], course.points[-1]
    if stands.percent is None or stands.actual is None or not stands.start == start.value != goal.value:
        return None
    last = stands.readings[-1].day
    gone, whole = (last - start.day).days, (goal.day - start.day).days
    expected = course.expected(last)
    if not 0 < gone < whole or gone < GONE * whole or expected is None:
        return None
    pace = Fraction(whole, gone)
    return Forecast(
        first=start.day,
        last=last,
        due=goal.day,
        value=start.value + (stands.actual - start.value) * pace,
        percent=stands.percent * pace,
        expected=(expected - start.value) / (goal.value - start.value) * HUNDRED,
    )
