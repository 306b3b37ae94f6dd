"""Every promise of the previous plan is continued here, or it is said what became of it.

A strategy that is silent about the promises of the one before leaves its readers to guess whether they were
kept, given up or forgotten. An element continues one of the previous plan if it has the same kind and id, or
names it under `succeeds`; what ended is listed under `retired`, with its fate, and what lay in it ended with
it.

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
from stratkit.model.element import Element
from stratkit.model.shape import Reference, Shape
from stratkit.source.problem import Problem, Related
from stratkit.source.text import short

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each commitment of the previous plan that nothing succeeds and nothing retires."""
    previous, header = workspace.previous, workspace.header
    if previous is None or header is None or workspace.index.unread.files:
        return
    meant, kinds = _meant(workspace.index, previous.index)
    lacking = [
        element
        for element in Lineage(previous.index, workspace.index).without_fate()
        if meant.isdisjoint((element.id, element.kind_)) and not previous.uncertain(element)
    ]
    for kind in kinds[: len(lacking)]:
        likeliest = next((number for number, one in enumerate(lacking) if one.kind_ == kind), 0)
        del lacking[likeliest]
    for element in lacking:
        kind = element.kind_.replace("_", " ")
        message = f"nothing says what became of the {kind} `{short(element.heading)}` of the previous plan"
        mend = _mend(element.id, workspace.index)
        related = Related(element.origin.name(), "it was promised here")
        span = header.origin.value("previous")
        yield Problem("commitment-without-fate", span, message, mend, (related,))


def _mend(promise: str, index: Index) -> str:
    retire = f"list `{promise}` under `retired:` with its `fate:` (completed, dropped or transferred)"
    succeed = f"write `succeeds: [{promise}]`"
    namesake = index.get(promise)
    if isinstance(namesake, Element) and namesake.succeeds == ():
        return f"{retire}; if `{promise}` of this plan continues it after all, {succeed} there"
    return f"{succeed} where it goes on, or {retire}"


def _meant(index: Index, earlier: Index) -> tuple[set[str], list[str]]:
    """What may be told of in what could not be read, or in references with slips in them: ids and kinds.

    Besides, for each reference that is like no id, the kind of the element it stands on: it may mean any one.
    """
    meant = {*index.unread.words, *index.unread.kinds, *index.referrers} - set(index.elements)
    kinds = [getattr(record, "kind_", "") for record, what in index.emptied if _is_previous(what)]
    for link in index.links:
        if _is_previous(link.shape) and link.target not in earlier.elements:
            renamed = earlier.renamed.get(link.target)
            guess = renamed.id if renamed else earlier.closest(link.target)
            if guess:
                meant.add(guess)
            else:
                kinds.append(getattr(link.record, "kind_", ""))
    return meant, kinds


def _is_previous(what: Shape) -> bool:
    return isinstance(what, Reference) and what.previous
