"""The readings that a later report gave again, and differently."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date

from stratkit.load.chronology import dated, known_by
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.report import Reading
from stratkit.progress.known import Dated, Known


@dataclass(frozen=True, kw_only=True)
class Restatement:
    """A reading of an indicator and the next one of the same day and group, which differs from it."""

    indicator: Indicator
    earlier: Dated
    later: Dated

    @property
    def day(self) -> date:
        """The day that both are of."""
        return self.later.day

    @property
    def group(self) -> dict[str, str]:
        """Whom both are of; empty if of all."""
        return self.later.reading.group or {}


def restatements(workspace: Workspace, known: Known) -> list[Restatement]:
    """What is known to be restated: by indicator as in the plan, then in the order it became known."""
    indicators = workspace.index.of_kind(Indicator)
    return [one for indicator in indicators for one in _of(indicator, known)]


def _of(indicator: Indicator, known: Known) -> Iterator[Restatement]:
    last: dict[Hashable, Dated] = {}
    for later in known.of(indicator.id):
        reading, update = later.reading, later.update
        same = known_by(dated(reading, update), update, indicator, known.fiscal)
        earlier = last.get(same)
        if earlier and earlier.update is not update and _said(earlier.reading) != _said(reading):
            yield Restatement(indicator=indicator, earlier=earlier, later=later)
        if same is not None:
            last[same] = later


def _said(reading: Reading) -> tuple[object, ...]:
    """The value and the bounds, exactly."""
    return reading.value, reading.min, reading.max
