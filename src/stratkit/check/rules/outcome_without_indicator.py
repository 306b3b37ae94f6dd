"""Every outcome has something that shows whether it is reached.

Without a measure the final report can only say that work was done. An indicator in the outcome, or one that
names it, its axis or its action line under `measures`, is one, and so is a milestone, which is reached or
not. Where no outcome of an axis, of an action line or of the plan has one, that is said once, there. If
none has and the plan has indicators of its own that measure it as a whole, nothing is said.

Bad::

    outcomes:
      - id: night-buses
        title: Safe night buses

Good::

    outcomes:
      - id: night-buses
        title: Safe night buses
        milestones:
          - id: first-line
            title: The first line runs
            due: 2023
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
    """Yield each outcome that nothing measures, or what holds only such."""
    if workspace.index.unread.ids:
        return  # it may be an indicator that could not be read
    referrers = workspace.index.referrers

    def is_measured(element: Element) -> bool:
        own = element.origin.holds("indicators") or element.origin.holds("milestones")
        return own or any(link.field == "measures" for link in referrers.get(element.id, ()))

    def is_shown(outcome: Outcome) -> bool | None:
        return inherits(workspace, outcome, is_measured)

    header = workspace.header
    as_a_whole = any(
        not indicator.origin.holds("measures") or (header and header.id in indicator.measures)
        for indicator in workspace.plan.indicators
    )
    for gap in find_gaps(workspace, "outcome-without-indicator", Outcome, is_shown):
        if not (gap.everywhere and as_a_whole):
            message = f"nothing measures {gap.words}"
            mend = "add an indicator or a milestone, or name it under `measures:` of an indicator"
            yield Problem("outcome-without-indicator", gap.span, message, mend)
