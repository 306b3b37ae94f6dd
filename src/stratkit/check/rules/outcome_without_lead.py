"""Every outcome has somebody who answers for it.

What everybody is to do, nobody does. A board that asks how an outcome stands needs a name to ask. The lead
of an axis or action line answers for all its outcomes; where none of its outcomes has a lead, that is said
once, there, and where the plan names no lead at all, once for the plan.

Bad::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics

Good::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        lead: secretariat
    stakeholders:
      - id: secretariat
        name: Secretariat
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.gap import find_gaps, inherits
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.promise import Outcome
from stratkit.source.problem import Problem

SEVERITY = "info"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each outcome without a lead, or what holds only such."""

    def has(element: Element) -> bool:
        return element.origin.has("lead")

    def is_led(outcome: Outcome) -> bool | None:
        return inherits(workspace, outcome, has)

    for gap in find_gaps(workspace, "outcome-without-lead", Outcome, is_led):
        message = f"nobody is named who answers for {gap.words}"
        mend = "name somebody under `lead:`, there or on the axis or action line around it"
        yield Problem("outcome-without-lead", gap.span, message, mend)
