"""What `succeeds` and `retired` name stands in the previous plan.

They say what became of a promise. If the previous plan has no such element, the promise that was meant still
looks lost.

Bad::

    themes:
      - id: gender-equality
        title: Gender equality
        succeeds: [women-and-girls]

Good::

    themes:
      - id: gender-equality
        title: Gender equality
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.workspace import Workspace
from stratkit.model.shape import Reference
from stratkit.source.problem import Problem

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each reference to an element that the previous plan does not have."""
    links = [
        link for link in workspace.index.links if isinstance(link.shape, Reference) and link.shape.previous
    ]
    if not links:
        return
    header = workspace.header
    if header is None:
        return
    if not header.origin.has("previous"):
        for link in links:
            message = f"`{link.target}` should stand in the previous plan, and this plan names none"
            yield Problem(
                "unknown-predecessor",
                link.span,
                message,
                "add `previous:` with that plan's folder under `plan:`",
            )
        return
    previous = workspace.previous
    if previous is None:
        return
    for link in links:
        if previous.index.misses(link.target):
            guess = previous.index.closest(link.target)
            mend = f"did you mean `{guess}`?" if guess else "write an id of that plan"
            message = f"the previous plan has no element with the id `{link.target}`"
            yield Problem("unknown-predecessor", link.span, message, mend)
