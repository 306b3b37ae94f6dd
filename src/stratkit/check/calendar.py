"""When a plan runs, and what lies outside of it."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from stratkit.load.workspace import Workspace
from stratkit.model.date import FiscalYear, PartialDate, Period
from stratkit.source.problem import Related
from stratkit.source.text import Span

_OPEN = Period(None, None)
_NONE = timedelta(0)


class Calendar(NamedTuple):
    """When a plan runs, where that is written, and the organization's year."""

    period: Period
    span: Span
    fiscal: FiscalYear

    def excludes(self, date: PartialDate, margin: timedelta = _NONE) -> bool:
        """Whether no day of a date is inside, or within a margin; a side that is open excludes nothing."""
        return self.is_early(date, margin) or self.is_late(date, margin)

    def is_early(self, date: PartialDate, margin: timedelta = _NONE) -> bool:
        """Whether each day of a date lies further than a margin before the first day of the period."""
        first = self.period.first(self.fiscal)
        return first is not None and first - date.last(self.fiscal) > margin

    def is_late(self, date: PartialDate, margin: timedelta = _NONE) -> bool:
        """Whether each day of a date lies further than a margin after the last day of the period."""
        last = self.period.last(self.fiscal)
        return last is not None and date.first(self.fiscal) - last > margin

    @property
    def words(self) -> str:
        """The period as a sentence says it after "the plan runs"."""
        if self.period.start and self.period.end:
            return f"in {self.period}" if self.period.start == self.period.end else str(self.period)
        return f"from {self.period.start}" if self.period.start else f"until {self.period.end}"

    @property
    def related(self) -> tuple[Related, ...]:
        """The place of the period."""
        return (Related(self.span, "the plan's period"),)


def calendar(workspace: Workspace) -> Calendar | None:
    """When a plan runs: open where it does not say, or not clearly. None if its year cannot be read."""
    header, fiscal = workspace.header, workspace.fiscal
    if header is None or fiscal is None:
        return None
    period = header.period or _OPEN
    first, last = period.first(fiscal), period.last(fiscal)
    if first and last and last < first:
        period = _OPEN  # that has been reported
    span = header.origin.value("period") if header.period else header.origin.name()
    return Calendar(period, span, fiscal)
