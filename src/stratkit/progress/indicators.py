"""How an indicator stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator, Target
from stratkit.progress.course import Course, Point, amount
from stratkit.progress.known import Dated, Known
from stratkit.progress.share import HUNDRED, Bounds, Rule, Share, attained, kept, way
from stratkit.progress.standing import Bands, Standing, standing


@dataclass(frozen=True, kw_only=True)
class Working:
    """The figures behind a standing.

    `actual` and `expected` are values, of words their places on the scale; `bounds` hold where something is
    maintained. `start` and `goal` are what percentages are counted between, `course` leads from one to the
    other. `readings` are those that the actual value comes from; of a sum those from before the plan are
    `left_out`. A reading that is only a bound gives none. `manner`: the percentage is of a way, of the target
    of a period, or of bounds to be kept; `rule` says how it was found.
    """

    actual: Fraction | None
    expected: Fraction | None = None
    bounds: Bounds | None = None
    start: Fraction | None = None
    course: Course | None = None
    goal: Target | None
    readings: tuple[Dated, ...]
    left_out: tuple[Dated, ...] = ()
    manner: Literal["way", "period", "kept"]
    rule: Rule


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
        readings, left_out = self._counted(indicator)
        if _maintained(indicator):
            return self._kept(indicator, readings, left_out)
        if indicator.aggregate == "per_period":
            return self._period(indicator, readings)
        return self._way(indicator, readings, left_out)

    def _counted(self, indicator: Indicator) -> tuple[tuple[Dated, ...], tuple[Dated, ...]]:
        """The readings that the actual value comes from, and those of a sum that are left out."""
        readings = self.known.readings(indicator)
        if indicator.aggregate != "sum":
            return tuple(readings[-1:]), ()
        counted = [dated for dated in readings if self.eve is None or dated.day > self.eve]
        return tuple(counted), tuple(readings[: len(readings) - len(counted)])

    def _way(
        self, indicator: Indicator, readings: tuple[Dated, ...], left_out: tuple[Dated, ...]
    ) -> IndicatorStanding:
        """Percent of the way from the start to the goal."""
        course, start, goal = self._course(indicator)
        end = amount(goal.value, indicator) if goal else None
        actual = _actual(indicator, readings)
        expected = course.expected(self.known.day) if goal and self.due(goal) else None
        percent, rule = _read(way(start, end, actual, indicator.direction), readings)
        wanted = way(start, end, expected, indicator.direction).percent if start != end else HUNDRED
        if expected is None or start is None:
            wanted = None
        found = standing(percent, wanted, self.bands, reported=bool(readings))
        work = Working(
            actual=actual,
            expected=expected,
            start=start,
            course=course,
            goal=goal,
            readings=readings,
            left_out=left_out,
            manner="way",
            rule=rule,
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
        percent, rule = _read(attained(start, end, actual, indicator.direction), readings)
        found = standing(percent, HUNDRED if end is not None else None, self.bands, reported=bool(readings))
        work = Working(
            actual=actual,
            expected=end,
            start=start,
            goal=goal,
            readings=readings,
            manner="period",
            rule=rule,
        )
        return IndicatorStanding(**vars(found), **vars(work), indicator=indicator)

    def _kept(
        self, indicator: Indicator, readings: tuple[Dated, ...], left_out: tuple[Dated, ...]
    ) -> IndicatorStanding:
        """A value against the bounds that hold on the day."""
        goal = self._holding(indicator)
        bounds = _bounds(goal, indicator) if goal else None
        actual = _actual(indicator, readings)
        percent, rule = _read(kept(bounds, actual), readings)
        found = standing(percent, HUNDRED, self.bands, reported=bool(readings))
        work = Working(
            actual=actual,
            bounds=bounds,
            goal=goal,
            readings=readings,
            left_out=left_out,
            manner="kept",
            rule=rule,
        )
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


def _read(share: Share, readings: tuple[Dated, ...]) -> Share:
    """The share; one that lacks a value, though there are readings, lacks it for a bound."""
    return share._replace(rule="bound") if readings and share.rule == "no_reading" else share


def _bounds(target: Target, indicator: Indicator) -> Bounds:
    value = amount(target.value, indicator)
    low = Fraction(target.min) if target.min is not None else value
    high = Fraction(target.max) if target.max is not None else value
    if target.min is not None or target.max is not None:
        low = Fraction(target.min) if target.min is not None else None
        high = Fraction(target.max) if target.max is not None else None
    return Bounds(low=low, high=high)
