"""Targets go the way that the indicator calls better.

If more is better and the target lies below the baseline, or below the target before it, keeping the promise
would make things worse. Mostly the direction or one of the values is a slip. Of bounds the one is compared
up to which things may get worse. Only a state or a running total is: what is counted anew in each period
(`sum`, `per_period`) may go up and down.

Bad::

    indicators:
      - id: rivers-in-good-state
        title: Rivers in good state
        direction: increase
        baseline: {date: 2020, value: 40}
        targets:
          - {date: 2023, value: 6}

Good::

    indicators:
      - id: rivers-in-good-state
        title: Rivers in good state
        direction: increase
        baseline: {date: 2020, value: 40}
        targets:
          - {date: 2023, value: 60}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.check.calendar import calendar
from stratkit.check.trajectory import Point, trajectory
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Baseline, Indicator
from stratkit.source.problem import Problem, Related

SEVERITY = "error"
_SIGNS = {"increase": 1, "decrease": -1}


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each target on the worse side of what comes before it; the direction, if all of them are."""
    run = calendar(workspace)
    if run is None:
        return
    for indicator in workspace.index.of_kind(Indicator):
        sign = _SIGNS.get(indicator.direction or "", 0)
        is_state = indicator.aggregate in (None, "latest") and not indicator.refused("aggregate")
        if sign and is_state:
            yield from _compare(indicator, trajectory(indicator, run), sign)


def _compare(indicator: Indicator, points: list[Point], sign: int) -> Iterator[Problem]:
    steps = [
        (one, after)
        for one, after in pairwise(points)
        if one.day < after.day or isinstance(one.record, Baseline)
    ]
    faults = [(one, after) for one, after in steps if (after.height - one.height) * sign < 0]
    side, better = ("below", "more") if sign > 0 else ("above", "less")
    direction = indicator.origin.value("direction")
    if len(faults) == len(steps) > 1:
        message = f"each target of `{indicator.id}` lies {side} the value before it, and {better} is better"
        related = tuple(Related(after.span, f"{side} the one before it") for _, after in faults)
        mend = "correct the direction, or the values"
        yield Problem("target-against-direction", direction, message, mend, related)
        return
    for one, after in faults:
        what = "baseline" if isinstance(one.record, Baseline) else "target before it"
        message = (
            f"the target {after.span.text} lies {side} the {what}, {one.span.text}, and {better} is better"
        )
        related = (Related(one.span, f"the {what}"), Related(direction, "the direction"))
        mend = "correct the value, or the direction"
        yield Problem("target-against-direction", after.span, message, mend, related)
