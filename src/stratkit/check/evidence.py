"""What was said of a plan last, and what its figures say of the same day.

In: a workspace. Out: progress as of a day, the last entry on each element, and whether a slip may be behind
what a figure seems to say.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from stratkit.check.calendar import Calendar, calendar
from stratkit.check.gap import lines_around
from stratkit.check.trajectory import strays, trajectory
from stratkit.load.chronology import chronology, day_of
from stratkit.load.workspace import Workspace
from stratkit.model.date import Period
from stratkit.model.element import Element
from stratkit.model.measure import Indicator, Target
from stratkit.model.promise import Outcome
from stratkit.model.report import Entry, Update
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.rollup import OutcomeStanding, Progress

_DIGITS = 6


class Said(NamedTuple):
    """The last entry on an element, and the day on which its report became known."""

    entry: Entry
    element: Element
    day: date


@lru_cache(maxsize=16)
def progress_on(workspace: Workspace, day: date) -> Progress:
    """A plan as of a day: the same for all rules that ask."""
    return Progress(workspace, day)


def is_clear(workspace: Workspace) -> bool:
    """Whether a plan was read whole, and each report tells of a time at which it ran.

    Of any other plan `stratkit progress` tells nothing either, or what follows from a date that is wrong.
    """
    run = calendar(workspace)
    if workspace.problems or run is None:
        return False
    return not any(_is_misdated(update, run) for update in workspace.plan.updates)


def last_said(workspace: Workspace) -> Iterator[Said]:
    """The last entry on each element with its day; none where a slip may be behind it."""
    run = calendar(workspace)
    if run is None or not is_clear(workspace):
        return
    last = {
        entry.about: (entry, day_of(update, run.fiscal))
        for update in chronology(workspace)
        for entry in update.entries
    }
    for target, (entry, day) in last.items():
        element = workspace.index.get(target)
        if day and isinstance(element, Element) and not workspace.uncertain(element):
            yield Said(entry, element, day)


def is_sure(workspace: Workspace, stands: IndicatorStanding) -> bool:
    """Whether no slip may be behind the figure of an indicator: a lost reading, a mistyped date or value."""
    indicator, run = stands.indicator, calendar(workspace)
    if run is None or workspace.uncertain(indicator) or strays(indicator, run):
        return False
    begin = indicator.baseline.date if indicator.baseline else None
    if begin and any(dated.day < begin.first(run.fiscal) for dated in stands.readings):
        return False
    return _goes_its_way(indicator, run)


def outcomes_of(workspace: Workspace, element: Element) -> list[Outcome]:
    """The outcome itself, or those in an action line or axis."""
    found = workspace.index.of_kind(Outcome)
    return [
        one
        for one in found
        if one is element or any(line is element for line in lines_around(workspace, one))
    ]


def is_sure_of(workspace: Workspace, stands: OutcomeStanding) -> bool:
    """Whether no slip may be behind the figure of an outcome."""
    parts: list[Element] = [stands.outcome, *(one.milestone for one in stands.milestones)]
    certain = not any(workspace.uncertain(part) for part in parts)
    return certain and all(is_sure(workspace, one) for one in stands.indicators)


def figure(value: Fraction, other: Fraction, digits: int = 0) -> str:
    """A value, rounded down, with at least as many decimals as tell it apart from another."""
    while value != other and digits < _DIGITS and _floor(value, digits) == _floor(other, digits):
        digits += 1
    return str(_floor(value, digits))


def _floor(value: Fraction, digits: int) -> Decimal:
    return Decimal(math.floor(value * 10**digits)).scaleb(-digits)


def _is_misdated(update: Update, run: Calendar) -> bool:
    """Whether a report covers no time of the plan, or is older than what it tells of."""
    covered = update.period or Period(None, None)
    if (covered.end and run.is_early(covered.end)) or (covered.start and run.is_late(covered.start)):
        return True
    begin = covered.first(run.fiscal) or run.period.first(run.fiscal)
    return bool(update.date and begin and update.date.last(run.fiscal) < begin)


def _goes_its_way(indicator: Indicator, run: Calendar) -> bool:
    """Whether baseline and targets follow each other in time, and towards what is called better."""
    points = trajectory(indicator, run)
    if indicator.baseline and indicator.baseline.date and points and isinstance(points[0].record, Target):
        return False
    is_state = indicator.aggregate in (None, "latest")
    sign = {"increase": 1, "decrease": -1}.get(indicator.direction or "", 0) if is_state else 0
    return all((after.height - one.height) * sign >= 0 for one, after in pairwise(points))
