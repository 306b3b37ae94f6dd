"""Every theme is served by something that is done.

A theme says what runs through the whole plan. If no outcome, axis, action line or programme names it under
`themes`, it is a word in the introduction, and nobody can list what is done for it. If the plan names none
of its themes anywhere, that is said once; and nothing is said as long as the plan has no work at all.
Cross-cutting themes are minded in everything: as long as nothing names any of them, nothing is said of them.

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
_EVERYWHERE = "cross_cutting"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each theme that no outcome, axis, action line or programme names."""
    plan, index = workspace.plan, workspace.index

    def is_named(theme: Theme) -> bool:
        return any(link.field == "themes" for link in index.referrers.get(theme.id, ()))

    are_tagged = any(is_named(theme) for theme in plan.themes if theme.kind == _EVERYWHERE)

    def is_served(theme: Theme) -> bool | None:
        if is_named(theme):
            return True
        is_minded = theme.kind == _EVERYWHERE and not are_tagged
        return None if is_minded or workspace.uncertain(theme) else False

    if not (plan.outcomes or plan.action_lines or plan.programmes):
        return
    for gap in find_gaps(workspace, "theme-without-outcome", Theme, is_served):
        message = f"no outcome, axis, action line or programme names {gap.words}"
        mend = "write the theme's id under `themes:` of what serves it"
        yield Problem("theme-without-outcome", gap.span, message, mend)
