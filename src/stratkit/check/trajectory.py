"""The values an indicator starts from and is to take, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from stratkit.check.calendar import Calendar
from stratkit.model.date import PartialDate
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.source.text import Span


class Point(NamedTuple):
    """A baseline or a target: its last day, its value, and the key of that.

    The value is a bound where only that is said, and the rank of a word on the scale.
    """

    day: date
    height: Decimal
    record: Baseline | Target
    key: str

    @property
    def span(self) -> Span:
        """Where the value is written."""
        return self.record.origin.value(self.key)


def strays(indicator: Indicator, run: Calendar) -> list[tuple[Target, PartialDate]]:
    """The targets, with their dates, that the plan has no time for: those before it, and those after it.

    Later ones are none if there is a target inside the plan's period too: they tell where it leads.
    """
    dated = [(target, target.date) for target in indicator.targets if target.date]
    leads_on = any(not run.excludes(date) for _, date in dated)
    return [
        (target, date) for target, date in dated if run.is_early(date) or (run.is_late(date) and not leads_on)
    ]


def trajectory(indicator: Indicator, run: Calendar) -> list[Point]:
    """The targets that the plan has time for, and before them the baseline if it is no later than they are.

    What has no value, or whose place in time is not certain, is left out.
    """
    targets = indicator.targets
    astray = [date for _, date in strays(indicator, run)]
    points: list[Point] = []
    for target in targets:
        is_last = len(targets) == 1 and not (target.origin.has("date") or target.refused("date"))
        if is_last or (target.date and target.date not in astray):
            day = target.date.last(run.fiscal) if target.date else date.max
            points.extend(_points(day, target, indicator))
    points.sort(key=lambda point: point.day)
    baseline = indicator.baseline
    if baseline and not baseline.refused("date"):
        day = baseline.date.last(run.fiscal) if baseline.date else date.min
        if points and day <= points[0].day:
            points[:0] = _points(day, baseline, indicator)
    return points


def _points(day: date, record: Baseline | Target, indicator: Indicator) -> Iterator[Point]:
    """The point of a record, if it has one: its value, else the bound against the way that is better."""
    if indicator.scale:
        word = str(record.value)
        if word in indicator.scale:
            yield Point(day, Decimal(indicator.scale.index(word)), record, "value")
        return
    bounds = ("max", "min") if indicator.direction == "decrease" else ("min", "max")
    for key in ("value", *bounds):
        value = record.__dict__.get(key)
        if isinstance(value, Decimal):
            yield Point(day, value, record, key)
            return
