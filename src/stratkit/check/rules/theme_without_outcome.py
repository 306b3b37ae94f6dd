"""Every theme is served by something that is done.

A theme says what runs through the whole plan. If no outcome, axis, action line or programme names it under
`themes`, it is a word in the introduction, and nobody can list what is done for it. If the plan names none
of its themes anywhere, that is said once; and nothing is said as long as the plan has no work at all.

Bad::

    themes:
      - id: gender-equality
        title: Gender equality
    outcomes:
      - id: night-buses
        title: Safe night buses

Good::

    themes:
      - id: gender-equality
        title: Gender equality
    outcomes:
      - id: night-buses
        title: Safe night buses
        themes: [gender-equality]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.gap import find_gaps
from stratkit.load.workspace import Workspace
from stratkit.model.promise import Theme
from stratkit.source.problem import Problem

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each theme that no outcome, axis, action line or programme names."""
    plan, index = workspace.plan, workspace.index

    def is_served(theme: Theme) -> bool | None:
        if any(link.field == "themes" for link in index.referrers.get(theme.id, ())):
            return True
        return None if workspace.uncertain(theme) else False

    if not (plan.outcomes or plan.action_lines or plan.programmes):
        return
    for gap in find_gaps(workspace, Theme, is_served):
        message = f"nothing that is done serves {gap.words}"
        mend = "outcomes, axes, action lines and programmes name under `themes:` those they serve"
        yield Problem("theme-without-outcome", gap.span, message, mend)
