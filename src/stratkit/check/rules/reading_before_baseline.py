"""A reading is dated no earlier than the baseline of its indicator.

Change is counted from the baseline. A value from before it says nothing of what the plan has changed, and a
reader who sees it in a report takes it for progress.

Bad::

    indicators:
      - id: people-trained
        title: People trained
        baseline: {date: 2022, value: 0}
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            value: 12

Good::

    indicators:
      - id: people-trained
        title: People trained
        baseline: {date: 2020, value: 0}
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            value: 12
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.chronology import date_of
from stratkit.load.workspace import Workspace
from stratkit.model.date import PartialDate
from stratkit.model.measure import Baseline, Indicator
from stratkit.model.report import Reading
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the first reading of each indicator that lies before its baseline."""
    fiscal = workspace.fiscal
    if fiscal is None:
        return
    baselines = {indicator.id: indicator.baseline for indicator in workspace.index.of_kind(Indicator)}
    early: dict[str, list[tuple[Reading, PartialDate]]] = {}
    for update in workspace.reports:
        for reading in update.readings:
            baseline = baselines.get(reading.indicator)
            date = date_of(reading, update)
            if date and baseline and baseline.date and date.last(fiscal) < baseline.date.first(fiscal):
                early.setdefault(reading.indicator, []).append((reading, date))
    for name, readings in early.items():
        baseline = baselines[name]
        if baseline:
            yield _problem(readings, baseline)


def _problem(readings: list[tuple[Reading, PartialDate]], baseline: Baseline) -> Problem:
    reading, date = readings[0]
    more = f", and so do {len(readings) - 1} others" if len(readings) > 2 else ", and so does another"
    before = f"the reading of `{reading.indicator}` for {date} lies before its baseline of {baseline.date}"
    return Problem(
        "reading-before-baseline",
        reading.origin.value("date" if reading.date else "indicator"),
        before + (more if len(readings) > 1 else ""),
        "correct one of the two dates, or take the earlier value as the baseline",
        (Related(baseline.origin.value("date"), "the baseline is here"),),
    )
