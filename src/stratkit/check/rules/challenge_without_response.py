"""Every challenge is answered by something that is done.

A plan that describes a problem and then does nothing about it raises a hope that it does not meet. An
outcome, an axis, an action line or a programme answers a challenge if it names it, or one of its focus
areas, under `challenges`. If none of the challenges is named anywhere, that is said once; and nothing is
said as long as the plan has no work at all.

Bad::

    challenges:
      - id: urban-growth
        title: Urban growth
    outcomes:
      - id: building-code
        title: A building code for dense quarters

Good::

    challenges:
      - id: urban-growth
        title: Urban growth
    outcomes:
      - id: building-code
        title: A building code for dense quarters
        challenges: [urban-growth]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.gap import find_gaps
from stratkit.load.workspace import Workspace
from stratkit.model.promise import Challenge
from stratkit.source.problem import Problem

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each challenge that no outcome, axis, action line or programme names."""
    plan, index = workspace.plan, workspace.index

    def is_answered(challenge: Challenge) -> bool | None:
        sides = (challenge, *challenge.focus_areas)
        if any(link.field == "challenges" for side in sides for link in index.referrers.get(side.id, ())):
            return True
        return None if any(workspace.uncertain(side) for side in sides) else False

    if not (plan.outcomes or plan.action_lines or plan.programmes):
        return
    for gap in find_gaps(workspace, "challenge-without-response", Challenge, is_answered):
        message = f"no outcome, axis, action line or programme names {gap.words}"
        mend = "write the challenge's id under `challenges:` of what answers it"
        yield Problem("challenge-without-response", gap.span, message, mend)
