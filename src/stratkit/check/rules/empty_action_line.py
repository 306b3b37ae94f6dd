"""Every action line holds something that is promised, done or measured.

An action line with nothing below it is a heading: a reader cannot tell whether its work was forgotten or
given up. Axes, outcomes, programmes and activities that contribute to it count, and so do indicators that
measure it. A plan in which no action line holds anything does not go down to that level, and nothing is
said.

Bad::

    action_lines:
      - id: advocacy
        title: Advocacy
        outcomes:
          - id: care-campaign
            title: A campaign for care
      - id: research
        title: Research

Good::

    action_lines:
      - id: advocacy
        title: Advocacy
        outcomes:
          - id: care-campaign
            title: A campaign for care
      - id: research
        title: Research
    programmes:
      - id: observatory
        title: Observatory
        contributes_to: [research]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.emptiness import find_empty
from stratkit.load.workspace import Workspace
from stratkit.model.promise import ActionLine
from stratkit.source.problem import Problem

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each action line with nothing below it, if another one has something."""
    yield from find_empty(workspace, ActionLine, "empty-action-line")
