"""Percentages, each with the rule that gave it, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

HUNDRED = Fraction(100)

Rule = Literal[
    "way",  # of the way from the start to the goal
    "there",  # there is no way to go, and the goal is reached
    "not_there",  # there is no way to go, and the goal is not reached: none
    "target",  # of the target
    "inverse",  # the target, of what was read: less is better
    "nothing_left",  # less is better, and nothing is left
    "no_share",  # a share cannot be told of 0 or less: none
    "within",  # within the bounds
    "below",  # of the lower bound
    "above",  # the upper bound, of what was read
    "beyond",  # outside bounds of which no share can be told: 0
    "no_reading",
    "bound",  # what was read is only a bound
    "no_target",
    "no_baseline",
]


class Share(NamedTuple):
    """A percentage, None if there is none, and the rule that says so."""

    percent: Fraction | None
    rule: Rule


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What a value is to be kept between; either may be open."""

    low: Fraction | None
    high: Fraction | None


def way(
    start: Fraction | None, goal: Fraction | None, value: Fraction | None, direction: str | None
) -> Share:
    """Percent of the way at a value. With no way to go: 100 at the goal or beyond, else none."""
    if value is None or goal is None:
        return Share(None, "no_reading" if value is None else "no_target")
    if start is None:
        return Share(None, "no_baseline")
    if start != goal:
        return Share((value - start) / (goal - start) * HUNDRED, "way")
    return Share(HUNDRED, "there") if _is_there(value, goal, direction) else Share(None, "not_there")


def attained(
    start: Fraction | None, goal: Fraction | None, value: Fraction | None, direction: str | None
) -> Share:
    """Percent of the target of one period."""
    if value is None or goal is None:
        return Share(None, "no_reading" if value is None else "no_target")
    if direction != "decrease":
        return Share(value / goal * HUNDRED, "target") if goal else Share(None, "no_share")
    if start is not None:
        return way(start, goal, value, direction)
    if value > 0:
        return Share(goal / value * HUNDRED, "inverse")
    return Share(HUNDRED, "nothing_left") if value <= goal else Share(None, "no_share")


def kept(bounds: Bounds | None, value: Fraction | None) -> Share:
    """100 within the bounds; outside, how near it comes to the one it misses."""
    if value is None or bounds is None:
        return Share(None, "no_reading" if value is None else "no_target")
    low, high = bounds.low, bounds.high
    if low is not None and value < low:
        return Share(value / low * HUNDRED, "below") if low > 0 and value >= 0 else _BEYOND
    if high is not None and value > high:
        return Share(high / value * HUNDRED, "above") if high >= 0 else _BEYOND
    return Share(HUNDRED, "within")


_BEYOND = Share(Fraction(0), "beyond")


def _is_there(value: Fraction, goal: Fraction, direction: str | None) -> bool:
    if direction == "increase":
        return value >= goal
    return value <= goal if direction == "decrease" else value == goal
