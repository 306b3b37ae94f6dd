"""Every stakeholder has something to do with the plan.

A name in the list that turns up nowhere else leaves readers to guess: is this partner to do something, or
was its part taken out? It is enough that a key or a link in a text names it, that `summary` or `text` tells
its part, or that it is a beneficiary only, for which no key asks.

Bad::

    stakeholders:
      - id: think-tanks
        name: Think tanks
        roles: [partner]

Good::

    outcomes:
      - id: joint-studies
        title: Joint studies
        partners: [think-tanks]
    stakeholders:
      - id: think-tanks
        name: Think tanks
        roles: [partner]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.index import fields_of
from stratkit.load.passages import passages_with
from stratkit.load.workspace import Workspace
from stratkit.model.actor import Stakeholder
from stratkit.source.links import find_links
from stratkit.source.problem import Problem
from stratkit.source.text import short

SEVERITY = "info"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each stakeholder whose part in the plan is told nowhere."""
    found = [one for one in workspace.plan.stakeholders if not _is_told(one, workspace)]
    if not found or any(record.refused(*fields_of(type(record)).prose) for record in workspace.index.records):
        return  # what could not be read may tell it
    linked = set(_linked(workspace))
    if "" in linked:
        return  # nor is it known what a link to nothing was to tell
    for stakeholder in found:
        if stakeholder.id not in linked:
            message = f"nothing in the plan leads to `{short(stakeholder.heading)}`"
            mend = f"name `{stakeholder.id}` where it acts, such as under `partners:`, or add `text:`"
            yield Problem("unused-stakeholder", stakeholder.origin.name(), message, mend)


def _is_told(stakeholder: Stakeholder, workspace: Workspace) -> bool:
    told = stakeholder.origin.has("text") or stakeholder.origin.has("summary")
    benefits = stakeholder.roles == ("beneficiary",)
    named = stakeholder.id in workspace.index.referrers
    return told or benefits or named or workspace.uncertain(stakeholder)


def _linked(workspace: Workspace) -> Iterator[str]:
    """The ids that links in texts lead to, or seem to mean; empty for one that is like none."""
    index = workspace.index
    for passage in passages_with(workspace, "#"):
        for link in find_links(passage.text):
            yield link.target if index.get(link.target) else index.closest(link.target) or ""
