"""Every target falls into the time of the plan.

A target for a year in which the plan no longer runs will be reported by nobody, and one from before it
began cannot be worked for. A date counts as inside if any day of it is: in a plan that ends in June 2023, a
target for 2023 is. An indicator with a target inside the period may have later ones too, which tell where it
is to lead in the end.

Bad::

    plan:
      period: {start: 2021, end: 2023}
    indicators:
      - id: people-trained
        title: People trained
        targets:
          - {date: 2032, value: 600}

Good::

    plan:
      period: {start: 2021, end: 2023}
    indicators:
      - id: people-trained
        title: People trained
        targets:
          - {date: 2023, value: 600}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.calendar import calendar
from stratkit.check.trajectory import strays
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.source.problem import Problem

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the date of each target before the plan's period, or after it if none is inside."""
    run = calendar(workspace)
    if run is None:
        return
    for indicator in workspace.index.of_kind(Indicator):
        for target, date in strays(indicator, run):
            message = f"a target of `{indicator.id}` is for {date}, and the plan runs {run.words}"
            mend = "correct the date, or move the target to the plan of that time"
            if run.is_late(date):
                mend = "correct the date, or add a target for a day on which the plan still runs"
            span = target.origin.value("date")
            yield Problem("target-outside-period", span, message, mend, run.related)
