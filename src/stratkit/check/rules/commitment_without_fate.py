"""Every promise of the previous plan is continued here, or it is said what became of it.

A strategy that is silent about the promises of the one before leaves its readers to guess whether they were
kept, given up or forgotten. An element continues one of the previous plan if it has the same kind and id, or
names it under `succeeds`; what ended is listed under `retired`, with its fate.

Bad::

    # previous/plan.yaml
    themes:
      - id: women-and-girls
        title: Women and girls

    # plan.yaml
    themes:
      - id: gender-equality
        title: Gender equality

Good::

    # previous/plan.yaml
    themes:
      - id: women-and-girls
        title: Women and girls

    # plan.yaml
    themes:
      - id: gender-equality
        title: Gender equality
        succeeds: [women-and-girls]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.compare.lineage import Lineage
from stratkit.load.index import Index
from stratkit.load.workspace import Workspace
from stratkit.model.shape import Reference
from stratkit.source.problem import Problem, Related
from stratkit.source.text import short

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each commitment of the previous plan that nothing succeeds and nothing retires."""
    previous, header = workspace.previous, workspace.header
    if previous is None or header is None or workspace.index.unread.files:
        return
    meant = _meant(workspace.index, previous.index)
    for element in Lineage(previous.index, workspace.index).without_fate():
        if not meant.isdisjoint((element.id, element.kind_, "")) or previous.uncertain(element):
            continue
        kind = element.kind_.replace("_", " ")
        message = f"nothing says what became of the {kind} `{short(element.heading)}` of the previous plan"
        mend = f"write `succeeds: [{element.id}]` where it goes on, or list it under `retired:` with its fate"
        related = Related(element.origin.name(), "it was promised here")
        span = header.origin.value("previous")
        yield Problem("commitment-without-fate", span, message, mend, (related,))


def _meant(index: Index, earlier: Index) -> set[str]:
    """The ids and kinds whose fate may stand in what could not be read, or in a reference with a slip in it.

    An empty word stands for any.
    """
    meant = {*index.unread.words, *index.unread.kinds, *index.referrers}
    for link in index.links:
        if isinstance(link.shape, Reference) and link.shape.previous and link.target not in earlier.elements:
            meant.add(earlier.closest(link.target) or "")
    return meant - set(index.elements)
