"""Nothing waits for itself.

If one outcome depends on a second, and the second, by whatever way round, on the first, neither can ever be
reached in the order the plan gives.

Bad::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
        depends_on: [accountability-system]
      - id: accountability-system
        title: Accountability system
        depends_on: [code-of-ethics]

Good::

    outcomes:
      - id: code-of-ethics
        title: Code of ethics
      - id: accountability-system
        title: Accountability system
        depends_on: [code-of-ethics]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.index import Link
from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem, Related

SEVERITY = "error"
_SHOWN = 8


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield one problem for each ring of dependencies, at the reference that closes it."""
    index = workspace.index
    for field in ("depends_on", "contributes_to"):
        ways: dict[str, list[Link]] = {}
        for link in index.links:
            # one to an element of a wrong kind is a fault of its own
            if link.field == field and index.kind(link.target) in getattr(link.shape, "kinds", ()):
                ways.setdefault(link.record.__dict__.get("id") or "", []).append(link)
        yield from _rings(ways, field)


def _rings(ways: dict[str, list[Link]], field: str) -> Iterator[Problem]:
    done: set[str] = set()
    for start, first in ways.items():
        if start in done:
            continue
        # The elements on the way here, each with its place on it and the references still to follow.
        way = {start: (0, iter(first))}
        taken: list[Link] = []
        while way:
            here, (_, links) = way.popitem()
            link = next(links, None)
            if link is None:
                done.add(here)
                del taken[-1:]
                continue
            way[here] = (len(taken), links)
            if link.target in way:
                yield _problem(link, taken[way[link.target][0] :][: _SHOWN + 1], field)
            elif link.target in ways and link.target not in done:
                taken.append(link)
                way[link.target] = (len(taken), iter(ways[link.target]))


def _problem(link: Link, ring: list[Link], field: str) -> Problem:
    steps = [f"`{step.target}`" for step in ring[:_SHOWN]] + ["…"] * (len(ring) > _SHOWN)
    words = "depends on" if field == "depends_on" else "contributes to"
    message = f"`{link.target}` {words} itself: " + " → ".join(
        [f"`{link.target}`", *steps, f"`{link.target}`"]
    )
    related = tuple(Related(step.span, "on the way round") for step in ring[:_SHOWN])
    return Problem("dependency-cycle", link.span, message, "take one of these references away", related)
