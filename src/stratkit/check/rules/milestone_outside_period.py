"""Every milestone is due while the plan runs, or in the year before or after.

Whoever follows the plan looks for its milestones in its years. One that is due long after is nobody's task
when the plan has ended, and one from long before it began was no step of it. Within a year on either side
there may be a preparation, or the evaluation that closes the plan.

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
from datetime import timedelta

from stratkit.check.calendar import calendar
from stratkit.load.workspace import Workspace
from stratkit.model.promise import Milestone
from stratkit.source.problem import Problem
from stratkit.source.text import short

SEVERITY = "error"
_YEAR = timedelta(days=366)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the date of each milestone that lies more than a year outside the plan's period."""
    run = calendar(workspace)
    if run is None:
        return
    for milestone in workspace.index.of_kind(Milestone):
        if milestone.due and run.excludes(milestone.due, _YEAR):
            name = short(milestone.heading)
            when = f"{'on' if milestone.due.day else 'in'} {milestone.due}"
            message = f"the milestone `{name}` is due {when}, and the plan runs {run.words}"
            mend = "correct the date, or move the milestone to the plan of that time"
            span = milestone.origin.value("due")
            yield Problem("milestone-outside-period", span, message, mend, run.related)
