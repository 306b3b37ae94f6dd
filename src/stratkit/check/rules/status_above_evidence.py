"""A status is no better than what the figures say on the day of the report.

A board that reads "on track" decides nothing. If the indicators and milestones of the same day are behind,
either the status is too kind or the figures do not tell all, and readers should learn which. What is compared
is the last entry on an outcome, axis or action line, as of the day its report became known, with the status
that `stratkit progress` computes.

Bad::

    plan:
      period: {start: 2021, end: 2024}
    outcomes:
      - id: skilled-staff
        title: Skilled staff
        indicators:
          - id: people-trained
            title: People trained
            baseline: {date: 2020, value: 0}
            targets: [{date: 2024, value: 400}]
    updates:
      - id: report-2022
        period: 2022
        entries:
          - about: skilled-staff
            status: on_track
        readings:
          - indicator: people-trained
            value: 90

Good::

    plan:
      period: {start: 2021, end: 2024}
    outcomes:
      - id: skilled-staff
        title: Skilled staff
        indicators:
          - id: people-trained
            title: People trained
            baseline: {date: 2020, value: 0}
            targets: [{date: 2024, value: 400}]
    updates:
      - id: report-2022
        period: 2022
        entries:
          - about: skilled-staff
            status: off_track
            text: Two of four courses were called off.
        readings:
          - indicator: people-trained
            value: 90
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.evidence import Said, figure, is_sure_of, last_said, outcomes_of, progress_on
from stratkit.load.workspace import Workspace
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.progress.rollup import GroupStanding
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"
_WORSE = {"on_track": ("at_risk", "off_track"), "at_risk": ("off_track",)}


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each last entry that calls something better than its figures do."""
    for said in last_said(workspace):
        worse = _WORSE.get(said.entry.status or "")
        stands = _standing(workspace, said) if worse else None
        if worse and stands and stands.status in worse and _is_sure(workspace, said):
            yield from _problem(said, stands)


def _standing(workspace: Workspace, said: Said) -> GroupStanding | None:
    """How it stood on the day of the report; None for what has no figure of its own."""
    progress = progress_on(workspace, said.day)
    if isinstance(said.element, Outcome):
        return progress.outcomes[said.element.id]
    return progress.place(said.element) if isinstance(said.element, ActionLine | Axis) else None


def _is_sure(workspace: Workspace, said: Said) -> bool:
    progress = progress_on(workspace, said.day)
    outcomes = outcomes_of(workspace, said.element)
    return all(is_sure_of(workspace, progress.outcomes[outcome.id]) for outcome in outcomes)


def _problem(said: Said, stands: GroupStanding) -> Iterator[Problem]:
    entry, percent, expected = said.entry, stands.percent, stands.expected_percent
    if percent is None or expected is None:
        return
    way = f"{figure(percent, expected)} % of the way, and {figure(expected, percent)} % was expected"
    message = (
        f"`{entry.about}` is reported as `{entry.status}`, and its figures say `{stands.status}`: "
        f"{way} by {said.day}"
    )
    mend = (
        f"look at `stratkit progress PLAN --as-of {said.day} --explain {entry.about}`; correct the status, "
        "or say in `text:` what the figures do not tell, and behind the status "
        "`# stratkit: ignore[status-above-evidence] — why`"
    )
    parts = "indicators and milestones" if isinstance(said.element, Outcome) else "outcomes"
    told = Related(
        said.element.origin.name(), f"computed from {stands.figures} of its {stands.parts} {parts}"
    )
    yield Problem("status-above-evidence", entry.origin.value("status"), message, mend, (told,))
