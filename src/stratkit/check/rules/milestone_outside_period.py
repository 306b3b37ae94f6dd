"""Every milestone is due while the plan runs.

Whoever follows the plan looks for its milestones in its years. One that is due later is nobody's task when
the plan has ended, and one from before it began was no step of it. A date counts as inside if any day of it
is.

Bad::

    plan:
      period: {start: 2021, end: 2023}
    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        milestones:
          - id: code-adopted
            title: The code is adopted
            due: 2032-06

Good::

    plan:
      period: {start: 2021, end: 2023}
    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        milestones:
          - id: code-adopted
            title: The code is adopted
            due: 2023-06
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.calendar import calendar
from stratkit.load.workspace import Workspace
from stratkit.model.promise import Milestone
from stratkit.source.problem import Problem
from stratkit.source.text import short

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the date of each milestone of which no day lies in the plan's period."""
    run = calendar(workspace)
    if run is None:
        return
    for milestone in workspace.index.of_kind(Milestone):
        if milestone.due and run.excludes(milestone.due):
            name = short(milestone.heading)
            message = f"the milestone `{name}` is due in {milestone.due}, and the plan runs {run.words}"
            mend = "correct the date, or move the milestone to the plan of that time"
            span = milestone.origin.value("due")
            yield Problem("milestone-outside-period", span, message, mend, run.related)
