"""Every outcome answers a challenge, in a plan whose outcomes do.

The challenges say why the plan is needed. An outcome that answers none of them may be good work for which
this plan gives no reason. What an axis or action line names under `challenges` holds for all its outcomes,
and where none of its outcomes answers one, that is said once, there. What contributes to an outcome answers
its challenges. A plan in which no outcome answers a challenge hears of it from `challenge-without-response`.

Bad::

    challenges:
      - id: urban-growth
        title: Urban growth
    outcomes:
      - id: building-code
        title: A building code for dense quarters
        challenges: [urban-growth]
      - id: cycle-lanes
        title: Cycle lanes on every avenue

Good::

    challenges:
      - id: urban-growth
        title: Urban growth
    outcomes:
      - id: building-code
        title: A building code for dense quarters
        challenges: [urban-growth]
      - id: cycle-lanes
        title: Cycle lanes on every avenue
        challenges: [urban-growth]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.gap import Work, find_gaps, inherits
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.promise import Outcome
from stratkit.source.problem import Problem

SEVERITY = "info"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each outcome without a challenge, or what holds only such, if another outcome has one."""

    def answers(outcome: Outcome) -> bool | None:
        states = {inherits(workspace, work, _names_one) for work in _reached(outcome, workspace)}
        return True if True in states else None if None in states else False

    if not workspace.plan.challenges:
        return
    for gap in find_gaps(workspace, "outcome-without-challenge", Outcome, answers):
        if not gap.everywhere:
            message = f"no challenge is named for {gap.words}"
            mend = "name the challenge it answers under `challenges:`, there or on its axis or action line"
            yield Problem("outcome-without-challenge", gap.span, message, mend)


def _names_one(element: Element) -> bool:
    return element.origin.holds("challenges")


def _reached(outcome: Outcome, workspace: Workspace) -> list[Work]:
    """An outcome, and what it contributes to, directly or through others."""
    found: list[Work] = [outcome]
    for work in found:
        for target in work.contributes_to if isinstance(work, Outcome) else ():
            further = workspace.index.get(target)
            if isinstance(further, Work) and not any(further is known for known in found):
                found.append(further)
    return found
