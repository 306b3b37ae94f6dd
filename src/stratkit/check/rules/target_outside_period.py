"""Every target falls into the time of the plan.

A target for a year in which the plan no longer runs will be reported by nobody, and one from before it
began cannot be worked for. A date counts as inside if any day of it is: in a plan that ends in June 2023, a
target for 2023 is.

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
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.source.problem import Problem

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the date of each target of which no day lies in the plan's period."""
    run = calendar(workspace)
    if run is None:
        return
    for indicator in workspace.index.of_kind(Indicator):
        for target in indicator.targets:
            if target.date and run.excludes(target.date):
                message = f"a target of `{indicator.id}` is for {target.date}, and the plan runs {run.words}"
                mend = "correct the date, or move the target to the plan of that time"
                span = target.origin.value("date")
                yield Problem("target-outside-period", span, message, mend, run.related)
