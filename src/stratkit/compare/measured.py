"""Whether the figures of a plan can tell anything: how many of its indicators have what that takes."""

from __future__ import annotations

from typing import NamedTuple

from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator


class Measured(NamedTuple):
    """How many indicators a plan has, and how many of them have a target or a baseline."""

    indicators: int
    measurable: int


def measured(workspace: Workspace) -> Measured:
    """The indicators of a plan; one whose target or baseline cannot be read has it."""
    found = workspace.index.of_kind(Indicator)
    return Measured(len(found), sum(map(_is_measurable, found)))


def _is_measurable(indicator: Indicator) -> bool:
    return bool(indicator.targets or indicator.baseline or indicator.refused("targets", "baseline"))
