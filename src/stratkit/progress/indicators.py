"""How an indicator stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator, Target
from stratkit.progress.course import Course, Point, amount
from stratkit.progress.known import Dated, Known
from stratkit.progress.standing import Bands, Standing, standing

HUNDRED = Fraction(100)


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What a value is to be kept between; either may be open."""

    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, kw_only=True)
class Working:
    """The figures behind a standing.

    `actual` and `expected` are values, of words their places on the scale; `bounds` hold where something is
    maintained. `start` and `goal` are what percentages are counted between, `course` leads from one to the
    other. `readings` are those that the actual value comes from. A reading that is only a bound gives none.
    """

    actual: Fraction | None
    expected: Fraction | None = None
    bounds: Bounds | None = None
    start: Fraction | None = None
    course: Course | None = None
    goal: Target | None
    readings: tuple[Dated, ...]


@dataclass(frozen=True, kw_only=True)
class IndicatorStanding(Working, Standing):
    """How an indicator stands, with the working."""

    indicator: Indicator


class Measures:
    """Measures indicators of a plan on a day."""

    def __init__(self, workspace: Workspace, known: Known, bands: Bands) -> None:
        self.known = known
        self.bands = bands
        header = workspace.header
        period = header.period if header else None
        first = period.first(known.fiscal) if period else None
        self.eve = first - timedelta(days=1) if first else None
        """The day before the plan begins."""
        self.last = period.last(known.fiscal) if period else None

    def standing(self, indicator: Indicator) -> IndicatorStanding:
        """How an indicator stands."""
        readings = self._counted(indicator)
        if _maintained(indicator):
            return self._kept(indicator, readings)
        if indicator.aggregate == "per_period":
            return self._period(indicator, readings)
        return self._way(indicator, readings)

    def _counted(self, indicator: Indicator) -> tuple[Dated, ...]:
        """The readings that the actual value comes from."""
        readings = self.known.readings(indicator.id)
        if indicator.aggregate == "sum":
            return tuple(dated for dated in readings if self.eve is None or dated.day > self.eve)
        return tuple(readings[-1:])

    def _way(self, indicator: Indicator, readings: tuple[Dated, ...]) -> IndicatorStanding:
        """Percent of the way from the start to the goal."""
        course, start, goal = self._course(indicator)
        end = amount(goal.value, indicator) if goal else None
        actual = _actual(indicator, readings)
        expected = course.expected(self.known.day) if goal and self.due(goal) else None
        percent = _share(start, end, actual, indicator)
        wanted = _share(start, end, expected, indicator) if start != end else HUNDRED
        if expected is None or start is None:
            wanted = None
        found = standing(percent, wanted, self.bands, reported=bool(readings))
        work = Working(
            actual=actual, expected=expected, start=start, course=course, goal=goal, readings=readings
        )
        return IndicatorStanding(**vars(found), **vars(work), indicator=indicator)

    def _course(self, indicator: Indicator) -> tuple[Course, Fraction | None, Target | None]:
        """The course, its start if there is one, and the goal."""
        begin, start = self._start(indicator)
        dated = [(day, target) for target in indicator.targets if (day := self.due(target))]
        goal = max(dated, key=lambda pair: pair[0])[1] if dated else next(iter(indicator.targets[-1:]), None)
        points = {begin: start} if begin and start is not None else {}
        for day, target in dated:
            value = amount(target.value, indicator)
            if value is not None:
                points[day] = value
        ordered = tuple(Point(day=day, value=points[day]) for day in sorted(points))
        begins = bool(begin and start is not None)
        return Course(points=ordered, stepped=indicator.path == "stepped", begins=begins), start, goal

    def _start(self, indicator: Indicator) -> tuple[date | None, Fraction | None]:
        """The day and the value that the way begins at."""
        if indicator.aggregate == "sum":
            return self.eve, Fraction(0)
        baseline = indicator.baseline
        if baseline is None:
            return None, None
        day = baseline.date.last(self.known.fiscal) if baseline.date else self.eve
        return day, amount(baseline.value, indicator)

    def due(self, target: Target) -> date | None:
        """The day by which a target is to be reached: without a date, the last of the plan."""
        return target.date.last(self.known.fiscal) if target.date else self.last

    def _period(self, indicator: Indicator, readings: tuple[Dated, ...]) -> IndicatorStanding:
        """A reading against the target of its own day."""
        actual = _actual(indicator, readings)
        day = readings[-1].day if readings else None
        goal = next((target for target in indicator.targets if day and self.due(target) == day), None)
        end = amount(goal.value, indicator) if goal else None
        start = amount(indicator.baseline.value, indicator) if indicator.baseline else None
        percent = None
        if actual is not None and end is not None:
            percent = _attained(start, end, actual, indicator)
        found = standing(percent, HUNDRED if end is not None else None, self.bands, reported=bool(readings))
        work = Working(actual=actual, expected=end, start=start, goal=goal, readings=readings)
        return IndicatorStanding(**vars(found), **vars(work), indicator=indicator)

    def _kept(self, indicator: Indicator, readings: tuple[Dated, ...]) -> IndicatorStanding:
        """A value against the bounds that hold on the day."""
        goal = self._holding(indicator)
        bounds = _bounds(goal, indicator) if goal else None
        actual = _actual(indicator, readings)
        percent = _within(bounds, actual) if bounds and actual is not None else None
        found = standing(percent, HUNDRED, self.bands, reported=bool(readings))
        work = Working(actual=actual, bounds=bounds, goal=goal, readings=readings)
        return IndicatorStanding(**vars(found), **vars(work), indicator=indicator)

    def _holding(self, indicator: Indicator) -> Target | None:
        """The first target that is due on the day or later, else the last one."""
        ordered = sorted(indicator.targets, key=lambda target: self.due(target) or date.max)
        coming = (target for target in ordered if (self.due(target) or date.max) >= self.known.day)
        return next(coming, ordered[-1] if ordered else None)


def _maintained(indicator: Indicator) -> bool:
    return indicator.direction == "maintain" or any(
        target.min is not None or target.max is not None for target in indicator.targets
    )


def _actual(indicator: Indicator, readings: tuple[Dated, ...]) -> Fraction | None:
    """The value of the reading, or the sum of several; None where one of them is only a bound."""
    values = [amount(dated.reading.value, indicator) for dated in readings]
    if not values or any(value is None for value in values):
        return None
    return sum((value for value in values if value is not None), Fraction(0))


def _share(
    start: Fraction | None, goal: Fraction | None, value: Fraction | None, indicator: Indicator
) -> Fraction | None:
    """Percent of the way at a value. With no way to go: 100 at the goal or beyond, else none."""
    if start is None or goal is None or value is None:
        return None
    if start != goal:
        return (value - start) / (goal - start) * HUNDRED
    return HUNDRED if _is_there(value, goal, indicator) else None


def _is_there(value: Fraction, goal: Fraction, indicator: Indicator) -> bool:
    if indicator.direction == "increase":
        return value >= goal
    return value <= goal if indicator.direction == "decrease" else value == goal


def _attained(
    start: Fraction | None, goal: Fraction, actual: Fraction, indicator: Indicator
) -> Fraction | None:
    """Percent of the target of one period."""
    if indicator.direction != "decrease":
        return actual / goal * HUNDRED if goal else None
    if start is not None:
        return _share(start, goal, actual, indicator)
    if actual > 0:
        return goal / actual * HUNDRED
    return HUNDRED if actual <= goal else None


def _bounds(target: Target, indicator: Indicator) -> Bounds:
    value = amount(target.value, indicator)
    low = Fraction(target.min) if target.min is not None else value
    high = Fraction(target.max) if target.max is not None else value
    if target.min is not None or target.max is not None:
        low = Fraction(target.min) if target.min is not None else None
        high = Fraction(target.max) if target.max is not None else None
    return Bounds(low=low, high=high)


def _within(bounds: Bounds, actual: Fraction) -> Fraction:
    """100 within the bounds; outside, how near it comes to the one it misses."""
    if bounds.low is not None and actual < bounds.low:
        return actual / bounds.low * HUNDRED if bounds.low > 0 and actual >= 0 else Fraction(0)
    if bounds.high is not None and actual > bounds.high:
        return bounds.high / actual * HUNDRED if bounds.high >= 0 else Fraction(0)
    return HUNDRED
