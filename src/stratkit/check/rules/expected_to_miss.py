"""At the pace so far, an indicator reaches its target.

While there is time, a plan can still be changed. A straight line is drawn from the baseline through the last
reading to the day of the target; of sums, the sum is carried on. That is a simple guess and no judgement:
nothing is told before a fifth of the time is gone, nor of what is where the plan wants it by then, of scales,
of steps, of what is to be kept up, and of what is counted anew in each period.

Bad::

    indicators:
      - id: people-trained
        title: People trained
        baseline: {date: 2020, value: 0}
        targets: [{date: 2024, value: 400}]
    updates:
      - id: report-2022
        period: 2022
        readings:
          - indicator: people-trained
            value: 130

Good::

    indicators:
      - id: people-trained
        title: People trained
        baseline: {date: 2020, value: 0}
        targets: [{date: 2024, value: 400}]
    updates:
      - id: report-2022
        period: 2022
        readings:
          - indicator: people-trained
            value: 210
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from stratkit.check.evidence import figure, is_clear, is_sure, progress_on
from stratkit.load.workspace import Workspace
from stratkit.progress.forecast import Forecast, forecast
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.reporting import OVER
from stratkit.progress.rollup import Progress
from stratkit.progress.share import HUNDRED
from stratkit.progress.standing import Bands
from stratkit.source.problem import Problem, Related

SEVERITY = "info"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each final target that is out of reach at the pace so far."""
    if not is_clear(workspace):
        return
    progress = progress_on(workspace, date.max)
    over = _over(progress)
    for stands in progress.indicators.values():
        coming = forecast(stands)
        late = coming and coming.percent < HUNDRED and _is_behind(stands, coming, progress.bands)
        if coming and late and stands.indicator.id not in over and is_sure(workspace, stands):
            yield from _problem(stands, coming)


def _over(progress: Progress) -> set[str]:
    """The indicators of outcomes that are completed or given up."""
    return {
        one.indicator.id
        for stands in progress.outcomes.values()
        if stands.told and stands.told.entry.status in OVER
        for one in stands.indicators
    }


def _is_behind(stands: IndicatorStanding, coming: Forecast, bands: Bands) -> bool:
    """Whether it is less far than the plan wants it on the day of the last reading."""
    return stands.percent is not None and bands.status(stands.percent, coming.expected) != "on_track"


def _problem(stands: IndicatorStanding, coming: Forecast) -> Iterator[Problem]:
    goal, actual = stands.goal, stands.actual
    if goal is None or actual is None or not isinstance(goal.value, Decimal):
        return
    target = Fraction(goal.value)
    decimals = len(str(goal.value).partition(".")[2])
    message = (
        f"`{stands.indicator.id}` is at {figure(actual, target, decimals)} on {coming.last}; at the pace "
        f"since {coming.first} it will be at {figure(coming.value, target, decimals)} on {coming.due}, "
        f"and the target is {goal.value}"
    )
    mend = (
        f"see what holds it up, with `stratkit progress PLAN --explain {stands.indicator.id}`; nothing has "
        "to be changed here if the rest is to come faster"
    )
    reading = stands.readings[-1].reading
    related = (Related(reading.origin.value("value"), "the last reading"),)
    yield Problem("expected-to-miss", goal.origin.value("value"), message, mend, related)
