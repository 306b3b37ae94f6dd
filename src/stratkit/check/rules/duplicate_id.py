"""Every id stands for one element only.

References name elements by their id. If two have the same one, nobody can say which of them an outcome
answers or a report is about, and the document links to the wrong place.

Bad::

    themes:
      - id: gender-equality
        title: Gender equality
    action_lines:
      - id: gender-equality
        title: Advance gender equality

Good::

    themes:
      - id: gender-equality
        title: Gender equality
    action_lines:
      - id: advance-gender-equality
        title: Advance gender equality
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.workspace import Workspace
from stratkit.model.plan import Plan
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the second element of each pair, and ids that are keys of the format."""
    for first, second in workspace.index.doubles:
        target = second.__dict__["id"]
        related = Related(first.origin.name(), "the first is here")
        mend = "give one of the two another id; `was: [old-id]` keeps its history"
        yield Problem(
            "duplicate-id", second.origin.value("id"), f"the id `{target}` is taken", mend, (related,)
        )
    for target, record in workspace.index.elements.items():
        if target in Plan.fields_:
            message = f"`{target}` is a key of the format, so it cannot be an id"
            yield Problem("duplicate-id", record.origin.value("id"), message, "give the element another id")
