"""An element of the previous plan goes on or has ended, and not both.

Whoever asks what became of a promise gets two answers: one element says that it continues it, and another
place that it is over.

Bad::

    # previous/plan.yaml
    themes:
      - id: women-and-girls
        title: Women and girls

    # plan.yaml
    themes:
      - id: gender-equality
        title: Gender equality
        succeeds: [women-and-girls]
    retired:
      - element: women-and-girls
        fate: completed

Good::

    # previous/plan.yaml
    themes:
      - id: women-and-girls
        title: Women and girls

    # plan.yaml
    themes:
      - id: gender-equality
        title: Gender equality
    retired:
      - element: women-and-girls
        fate: completed
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.compare.lineage import Lineage
from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each retirement of an element that something succeeds."""
    previous = workspace.previous
    if previous is None or not workspace.plan.retired:
        return
    lineage = Lineage(previous.index, workspace.index)
    for old, retirements in lineage.retirements.items():
        successions = lineage.successions.get(old)
        if not successions or not retirements[0].origin.has("element"):
            continue
        successor = successions[0].successor
        message = f"`{old}` of the previous plan is retired, and `{successor.id}` of this plan continues it"
        mend = "delete this entry"
        if successions[0].by == "succeeds":
            mend += f", or take `{old}` out of the `succeeds` of `{successor.id}`"
        else:
            mend += f", or write `succeeds: []` on `{successor.id}` if it is something new"
        related = Related(successions[0].span, "it goes on here")
        span = retirements[0].origin.value("element")
        yield Problem("succeeded-and-retired", span, message, mend, (related,))
