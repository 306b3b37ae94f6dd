"""What is expected of an indicator on a day, with its arithmetic, or why nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from stratkit.formats.progress.arithmetic import difference, equals, number
from stratkit.model.measure import Indicator
from stratkit.progress.course import Course, amount
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.overview import Overview

WAY = " % of the way"


def expectation(overview: Overview, stands: IndicatorStanding) -> list[str]:
    """The lines that lead to what is expected: as a value, then in percent."""
    if stands.manner == "kept":
        return ["100 %, always"]
    if stands.expected is None:
        return [f"nothing: {unexpected(overview, stands)}"]
    if stands.course is None:
        return ["100 % of the target of the reading's day"]
    return [
        *_value(overview.day, stands.expected, stands.course, stands.indicator),
        *_percent(stands, stands.expected),
    ]


def unexpected(overview: Overview, stands: IndicatorStanding) -> str:
    """Why nothing is expected on the day."""
    course, goal = stands.course, stands.goal
    if not stands.indicator.targets:
        return "there is no target"
    if course is None or goal is None:
        return "no target is of the reading's day" if stands.readings else "there is no reading"
    if overview.progress.due(goal) is None:
        return "the target has no day, and the plan no last one"
    if not course.points:
        return "the target has no value"
    since = "there is no baseline" if stands.start is None else "the start has no day"
    return f"{since}, and the first target is due by {course.points[0].day}"


def _value(day: date, expected: Fraction, course: Course, indicator: Indicator) -> Iterator[str]:
    one, other = course.around(day)
    if one and one.day == day:
        yield f"{number(expected)} on {day}"
    elif one and other and not course.stepped:
        gone, days = (day - one.day).days, (other.day - one.day).days
        yield f"{gone} of {days} days from {one.day} to {other.day}"
        step = f"{difference(other.value, one.value)} × {gone}/{days}"
        yield f"{number(one.value)} + {step} {equals(expected)}{_between(expected, indicator)}"
    elif one:
        yield f"{number(expected)} from {one.day} on"
    elif other:
        yield f"{number(expected)} until {other.day}"


def _percent(stands: IndicatorStanding, expected: Fraction) -> Iterator[str]:
    percent, start = stands.expected_percent, stands.start
    goal = amount(stands.goal.value, stands.indicator) if stands.goal else None
    if percent is None or start is None or goal is None:
        return
    if start == goal:
        yield "100 %, as there is no way to go"
    else:
        yield f"{difference(expected, start)} / {difference(goal, start)} {equals(percent, WAY)}"


def _between(expected: Fraction, indicator: Indicator) -> str:
    """Between which words of a scale a place lies."""
    low = expected.numerator // expected.denominator
    if not indicator.scale or low == expected:
        return ""
    return f", between {indicator.scale[low]} and {indicator.scale[low + 1]}"
