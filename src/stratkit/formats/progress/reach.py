"""How far an indicator is, with its arithmetic, or why there is no percentage."""

from __future__ import annotations

from fractions import Fraction

from stratkit.formats.progress.arithmetic import difference, equals, number
from stratkit.formats.progress.expectation import WAY
from stratkit.progress.course import amount
from stratkit.progress.indicators import IndicatorStanding

_NONE = {
    "no_reading": "there is no reading",
    "bound": "a reading is only a bound",
    "no_baseline": "there is no baseline to count from",
    "no_share": "of 0 or less there is no share",
    "not_there": "there is no way to go, and it is not at the goal",
}
_FULL = {
    "there": "there is no way to go, and it is at the goal or beyond",
    "nothing_left": "less is better, and nothing is left",
    "within": "it lies within the bounds",
}


def reach(stands: IndicatorStanding) -> str:
    """One line: the sum, or the reason."""
    if stands.percent is None or stands.actual is None:
        return f"no percentage: {lack(stands)}"
    if stands.rule in _FULL:
        return f"100 %: {_FULL[stands.rule]}"
    if stands.rule == "beyond":
        return f"0 %: {number(stands.actual)} is outside, and of 0 or less there is no share"
    return _share(stands, stands.actual, stands.percent)


def lack(stands: IndicatorStanding) -> str:
    """Why there is no percentage."""
    if stands.rule != "no_target":
        return _NONE[stands.rule]
    if not stands.indicator.targets:
        return "there is no target"
    return "no target is of the reading's day" if stands.goal is None else "the target has no value"


def _share(stands: IndicatorStanding, actual: Fraction, percent: Fraction) -> str:
    low, high = (stands.bounds.low, stands.bounds.high) if stands.bounds else (None, None)
    if stands.rule == "below" and low is not None:
        return f"{number(actual)} / {number(low)} {equals(percent, ' %')} of the lower bound"
    if stands.rule == "above" and high is not None:
        return f"{number(high)} / {number(actual)} {equals(percent, ' %')}: the upper bound by the reading"
    goal = amount(stands.goal.value, stands.indicator) if stands.goal else None
    goal, start = goal or Fraction(0), stands.start or Fraction(0)
    if stands.rule == "target":
        return f"{number(actual)} / {number(goal)} {equals(percent, ' %')} of the target"
    if stands.rule == "inverse":
        return f"{number(goal)} / {number(actual)} {equals(percent, ' %')}: the target by the reading"
    return f"{difference(actual, start)} / {difference(goal, start)} {equals(percent, WAY)}"
