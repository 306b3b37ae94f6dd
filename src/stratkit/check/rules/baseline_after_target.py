"""A baseline is taken no later than the first target is due.

Change is counted from the baseline. If it is taken after a target was due, nobody can say whether that
target was reached from where the plan began. Dates are compared by their last days; a target that the plan
has no time for has been reported and does not count.

Bad::

    indicators:
      - id: people-trained
        title: People trained
        baseline: {date: 2022, value: 120}
        targets:
          - {date: 2021, value: 300}

Good::

    indicators:
      - id: people-trained
        title: People trained
        baseline: {date: 2020, value: 120}
        targets:
          - {date: 2021, value: 300}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.calendar import calendar
from stratkit.check.trajectory import strays
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the date of each baseline that is later than that of a target."""
    run = calendar(workspace)
    if run is None:
        return
    for indicator in workspace.index.of_kind(Indicator):
        baseline = indicator.baseline
        astray = [date for _, date in strays(indicator, run)]
        dates = [
            (target.date.last(run.fiscal), target)
            for target in indicator.targets
            if target.date and target.date not in astray
        ]
        if baseline is None or baseline.date is None or not dates:
            continue
        first, target = min(dates, key=lambda dated: dated[0])
        if baseline.date.last(run.fiscal) > first:
            message = (
                f"the baseline of `{indicator.id}` is from {baseline.date}, and a target is for {target.date}"
            )
            related = (Related(target.origin.value("date"), "the first target"),)
            span = baseline.origin.value("date")
            yield Problem("baseline-after-target", span, message, "correct one of the two dates", related)
