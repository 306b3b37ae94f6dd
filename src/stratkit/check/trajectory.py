"""The values an indicator starts from and is to take, in the order of time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from stratkit.check.calendar import Calendar
from stratkit.load.chronology import refused
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.source.text import Span


class Point(NamedTuple):
    """A baseline or a target: its last day, and its value, or the rank of its word on the scale."""

    day: date
    height: Decimal
    record: Baseline | Target

    @property
    def span(self) -> Span:
        """Where the value is written."""
        return self.record.origin.value("value")


def trajectory(indicator: Indicator, run: Calendar) -> list[Point]:
    """The targets inside the plan's period, and before them the baseline if it is no later than they are.

    What has no value, or whose place in time is not certain, is left out.
    """
    targets = indicator.targets
    points = []
    for target in targets:
        height = _height(target, indicator)
        is_last = len(targets) == 1 and not target.origin.has("date")
        if height is not None and (is_last or (target.date and not run.excludes(target.date))):
            day = target.date.last(run.fiscal) if target.date else date.max
            points.append(Point(day, height, target))
    points.sort(key=lambda point: point.day)
    baseline = indicator.baseline
    height = _height(baseline, indicator) if baseline else None
    if baseline and height is not None and not refused(baseline, "date"):
        day = baseline.date.last(run.fiscal) if baseline.date else date.min
        if points and day < points[0].day:
            points.insert(0, Point(day, height, baseline))
    return points


def _height(record: Baseline | Target, indicator: Indicator) -> Decimal | None:
    if indicator.scale:
        word = str(record.value)
        return Decimal(indicator.scale.index(word)) if word in indicator.scale else None
    return record.value if isinstance(record.value, Decimal) else None
