"""A plan begins when the one before it ends.

Between two plans there is a time for which nothing is promised and nobody reports. If the earlier plan was
extended, its period should say so.

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

from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the place of a period that begins later than the day after the previous plan's last."""
    header = workspace.header
    earlier = workspace.previous.header if workspace.previous else None
    if header is None or earlier is None or header.period is None or earlier.period is None:
        return
    begins, ends = header.period.first(header.fiscal), earlier.period.last(earlier.fiscal)
    if begins is None or ends is None or begins <= ends + timedelta(days=1):
        return
    message = f"this plan begins on {begins}, and the previous one ended on {ends}"
    mend = "close the gap, or give the previous plan the period it was extended to"
    related = Related(earlier.origin.value("period"), "the previous plan's period")
    yield Problem("cycle-gap", header.origin.value("period"), message, mend, (related,))
