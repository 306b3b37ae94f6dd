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


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield one problem for each ring of dependencies, at the reference that closes it."""
    for field in ("depends_on", "contributes_to"):
        ways: dict[str, list[Link]] = {}
        for link in workspace.index.links:
            if link.field == field:
                ways.setdefault(link.record.__dict__.get("id") or "", []).append(link)
        yield from _rings(ways, field)


def _rings(ways: dict[str, list[Link]], field: str) -> Iterator[Problem]:
    done: set[str] = set()
    for start in ways:
        # Each entry of the way is an element and the references of it that are still to follow.
        way: list[tuple[str, Iterator[Link]]] = [(start, iter(ways[start]))] if start not in done else []
        taken: list[Link] = []
        while way:
            here, links = way[-1]
            link = next(links, None)
            if link is None:
                done.add(here)
                way.pop()
                taken = taken[:-1]
            elif link.target in (names := [name for name, _ in way]):
                yield _problem(link, [*taken[names.index(link.target) :], link], field)
            elif link.target in ways and link.target not in done:
                way.append((link.target, iter(ways[link.target])))
                taken = [*taken, link]


def _problem(link: Link, ring: list[Link], field: str) -> Problem:
    names = [link.target, *(step.target for step in ring)]
    words = "depends on" if field == "depends_on" else "contributes to"
    message = f"`{link.target}` {words} itself: " + " → ".join(f"`{name}`" for name in names)
    related = tuple(Related(step.span, "on the way round") for step in ring[:-1])
    return Problem("dependency-cycle", link.span, message, "take one of these references away", related)
