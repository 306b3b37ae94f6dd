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
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each reference to an element that the previous plan lacks; the first, if there is none."""
    links = [
        link for link in workspace.index.links if isinstance(link.shape, Reference) and link.shape.previous
    ]
    if not links:
        return
    header = workspace.header
    if header is None or header.refused("previous"):
        return
    if not header.origin.has("previous"):
        message = f"`{links[0].target}` should stand in the previous plan, and this plan names none"
        mend = "add `previous:` with that plan's folder under `plan:`"
        yield Problem("unknown-predecessor", links[0].span, message, mend)
        return
    previous = workspace.previous
    if previous is None:
        return
    for link in links:
        if previous.index.misses(link.target):
            message = f"the previous plan has no element with the id `{link.target}`"
            renamed = previous.index.renamed.get(link.target)
            guess = previous.index.closest(link.target)
            mend = f"did you mean `{guess}`?" if guess else "write an id of that plan"
            related: tuple[Related, ...] = ()
            if renamed:
                mend = f"it was renamed there: write `{renamed.id}`"
                related = (Related(renamed.origin.name(), "this is its id there"),)
            yield Problem("unknown-predecessor", link.span, message, mend, related)
