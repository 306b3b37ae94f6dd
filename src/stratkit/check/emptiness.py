"""Action lines and axes in which nothing is promised, done or measured."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.gap import find_gaps
from stratkit.load.workspace import Workspace
from stratkit.model.promise import ActionLine, Axis
from stratkit.source.problem import Problem

_FILLING = ("contributes_to", "measures")


def find_empty(workspace: Workspace, kind: type[ActionLine | Axis], code: str) -> Iterator[Problem]:
    """The empty ones of a kind, as findings of a rule; none if all are, as in a plan of headings.

    An action line that holds axes is not empty. Of an axis that does nothing is said: its own are asked.
    """
    index = workspace.index

    def is_filled(line: ActionLine | Axis) -> bool | None:
        links = index.referrers.get(line.id, ())
        if index.outcomes_in(line) or any(link.field in _FILLING for link in links):
            return True
        if line.axes:
            return True if kind is ActionLine else None
        return None if workspace.uncertain(line) else False

    for gap in find_gaps(workspace, code, kind, is_filled):
        if not gap.everywhere:
            message = f"nothing is promised, done or measured in {gap.words}"
            mend = "add its outcomes, or name it under `contributes_to:` of a programme that works for it"
            yield Problem(code, gap.span, message, mend)
