"""Every axis holds something that is promised, done or measured.

An axis is a line of work. With nothing below it, nobody can report on it, and a reader cannot tell whether
its work was forgotten or given up. Further axes, outcomes, programmes and activities that contribute to it
count, and so do indicators that measure it. A plan in which no axis holds anything does not go down to that
level, and nothing is said.

Bad::

    action_lines:
      - id: city-projects
        title: City projects
        axes:
          - id: caring-cities
            title: Caring cities
            outcomes:
              - id: care-policies
                title: Care policies in three cities
          - id: transport
            title: Transport

Good::

    action_lines:
      - id: city-projects
        title: City projects
        axes:
          - id: caring-cities
            title: Caring cities
            outcomes:
              - id: care-policies
                title: Care policies in three cities
          - id: transport
            title: Transport
            outcomes:
              - id: safe-stops
                title: Safe stops
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.emptiness import find_empty
from stratkit.load.workspace import Workspace
from stratkit.model.promise import Axis
from stratkit.source.problem import Problem

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each axis with nothing below it, if another one has something."""
    yield from find_empty(workspace, Axis, "empty-axis")
