"""What was reached of a plan, by the last that is known of it."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from stratkit.compare.reported import Report, last_reports
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.record import Record
from stratkit.progress.indicators import IndicatorStanding, Measures
from stratkit.progress.known import Known
from stratkit.progress.share import HUNDRED
from stratkit.progress.standing import Bands


class Attainment:
    """Each indicator is measured when it is asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._found: dict[str, IndicatorStanding] = {}

    def of(self, indicator: Indicator) -> IndicatorStanding:
        """How an indicator stands at last."""
        if indicator.id not in self._found:
            self._found[indicator.id] = self._measures.standing(indicator)
        return self._found[indicator.id]

    def is_met(self, element: Record | None) -> bool | None:
        """Whether something was reached: by its last report, else by its figures; None if nobody can tell."""
        report = self._reports.get(element.__dict__.get("id", "")) if element else None
        if report is not None:
            return report.entry.status == "completed"
        if not isinstance(element, Indicator) or not self.workspace.reports:
            return None
        found = self.of(element)
        return None if found.percent is None or not found.readings else found.percent >= HUNDRED

    @cached_property
    def _reports(self) -> dict[str, Report]:
        return dict(last_reports(self.workspace))

    @cached_property
    def _measures(self) -> Measures:
        last = Known(self.workspace, date.max).last or date.max
        return Measures(self.workspace, Known(self.workspace, last), Bands.of(self.workspace.settings))
