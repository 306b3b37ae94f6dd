"""The readings of a plan under what tells one from another: indicator, day and group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

from stratkit.compare.figures import values
from stratkit.load.chronology import chronology, dated, known_by, readings_of
from stratkit.load.workspace import Workspace
from stratkit.model.date import FiscalYear
from stratkit.model.measure import Indicator
from stratkit.model.report import Reading, Update


class Given(NamedTuple):
    """A reading that has a value, the update that gave it, and that one's number in the order of time."""

    reading: Reading
    update: Update
    number: int


def updates_in_order(workspace: Workspace) -> tuple[Update, ...]:
    """The updates in the order of time; in their authors' order, if a date among them cannot be read."""
    return tuple(chronology(workspace)) or workspace.reports


def readings_given(
    workspace: Workspace, indicators: Mapping[str, Indicator], fiscal: FiscalYear
) -> dict[str, dict[Hashable, list[Given]]]:
    """The readings by their indicator, then by what tells them apart, in the order of time.

    `indicators` has those that count by the ids they have in this plan: the readings of each are found under
    its own id, and told apart as it says.
    """
    found: dict[str, dict[Hashable, list[Given]]] = defaultdict(lambda: defaultdict(list))
    for number, update in enumerate(updates_in_order(workspace)):
        for reading, named in readings_of(update, workspace.index):
            indicator = indicators.get(named.id)
            if indicator and values(reading):
                known = known_by(dated(reading, update), update, indicator, fiscal)
                if known is not None:
                    found[indicator.id][known].append(Given(reading, update, number))
    return found
