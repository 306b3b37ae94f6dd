"""What is reported as completed has reached the targets of its indicators.

The targets say what completed means, and were agreed before the work began. A promise that is closed short
of them may be kept well enough, but then the report should say so, or readers will find out by themselves.
The readings are those known on the day of the report.

Bad::

    outcomes:
      - id: skilled-staff
        title: Skilled staff
        indicators:
          - id: people-trained
            title: People trained
            baseline: {date: 2020, value: 0}
            targets: [{date: 2022, value: 400}]
    updates:
      - id: report-2022
        period: 2022
        entries:
          - about: skilled-staff
            status: completed
        readings:
          - indicator: people-trained
            value: 310

Good::

    outcomes:
      - id: skilled-staff
        title: Skilled staff
        indicators:
          - id: people-trained
            title: People trained
            baseline: {date: 2020, value: 0}
            targets: [{date: 2022, value: 400}]
    updates:
      - id: report-2022
        period: 2022
        entries:
          - about: skilled-staff
            status: completed
        readings:
          - indicator: people-trained
            value: 412
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.evidence import Said, figure, is_sure, last_said, progress_on
from stratkit.load.workspace import Workspace
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.share import HUNDRED
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"
_NAMED = 3


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each last entry that calls something completed whose indicators are short of their targets."""
    for said in last_said(workspace):
        if said.entry.status == "completed":
            measures = progress_on(workspace, said.day).measuring(said.element)
            short = [one for one in measures if _is_short(one) and is_sure(workspace, one)]
            if short:
                yield _problem(said, short, len(measures))


def _is_short(stands: IndicatorStanding) -> bool:
    return stands.percent is not None and stands.percent < HUNDRED


def _problem(said: Said, short: list[IndicatorStanding], among: int) -> Problem:
    which = "its indicator" if among == 1 else f"{len(short)} of its {among} indicators"
    has = f"{which} {'has' if len(short) == 1 else 'have'}"
    named = [f"`{one.indicator.id}` ({_percent(one)})" for one in short[:_NAMED]]
    more = f" and {len(short) - _NAMED} more" if len(short) > _NAMED else ""
    message = (
        f"`{said.entry.about}` is reported as completed, and {has} not reached the target: "
        f"{', '.join(named)}{more}"
    )
    mend = (
        f"look at `stratkit progress PLAN --as-of {said.day} --explain {said.entry.about}`; correct the "
        "status, or say in `text:` why this is enough, and behind the status "
        "`# stratkit: ignore[completed-below-target] — why`"
    )
    related = tuple(Related(one.indicator.origin.name(), "this is short of its target") for one in short)
    span = said.entry.origin.value("status")
    return Problem("completed-below-target", span, message, mend, related[:_NAMED])


def _percent(stands: IndicatorStanding) -> str:
    return "" if stands.percent is None else f"{figure(stands.percent, HUNDRED)} %"
