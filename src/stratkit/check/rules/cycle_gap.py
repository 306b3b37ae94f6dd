"""A plan begins when the one before it ends, and not before that one began.

Between two plans there is a time for which nothing is promised and nobody reports. If the earlier plan was
extended, its period should say so. Two plans may overlap; one that begins before the plan it follows makes
all that is said of what went on and what ended point the wrong way.

Bad::

    # previous/plan.yaml
    plan:
      period: {start: 2014, end: 2016}

    # plan.yaml
    plan:
      period: {start: 2018, end: 2021}

Good::

    # previous/plan.yaml
    plan:
      period: {start: 2014, end: 2017}

    # plan.yaml
    plan:
      period: {start: 2018, end: 2021}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from stratkit.check.calendar import calendar
from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the place of a period that begins a day or more after the previous plan's, or before it."""
    run = calendar(workspace)
    earlier = calendar(workspace.previous) if workspace.previous else None
    if run is None or earlier is None:
        return
    begins = run.period.first(run.fiscal)
    began, ended = earlier.period.first(earlier.fiscal), earlier.period.last(earlier.fiscal)
    if begins and ended and begins - ended > timedelta(days=1):
        message = f"this plan begins on {begins}, and the previous one ended on {ended}"
        mend = "close the gap, or give the previous plan the period it was extended to"
    elif begins and began and begins < began:
        message = f"this plan begins on {begins}, and the previous one only on {began}"
        mend = "correct the years; if the other is the later plan, it is the one to name this as `previous:`"
    else:
        return
    related = Related(earlier.span, "the previous plan's period")
    yield Problem("cycle-gap", run.span, message, mend, (related,))
