"""What was reached of a plan, by the last that is known of it."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from stratkit.compare.reported import Report, last_reports
from stratkit.load.chronology import day_of
from stratkit.load.workspace import Workspace
from stratkit.model.date import CALENDAR
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

    def is_completed(self, element: Record | None) -> bool:
        """Whether its last report says that something was completed."""
        report = self._report(element)
        return report is not None and report.entry.status == "completed"

    def is_met(self, element: Record | None, by: date = date.min) -> bool | None:
        """Whether something was reached: by its last report, else by its figures.

        None if nobody can tell: what was not reached before the day `by` may have been on that day.
        """
        report = self._report(element)
        if report is not None:
            fiscal = self.workspace.fiscal or CALENDAR
            return self.is_completed(element) or _unless_before(day_of(report.update, fiscal), by)
        if not isinstance(element, Indicator) or not self.workspace.reports:
            return None
        found = self.of(element)
        if found.percent is None or not found.readings:
            return None
        return found.percent >= HUNDRED or _unless_before(found.readings[-1].day, by)

    def _report(self, element: Record | None) -> Report | None:
        return self._reports.get(element.__dict__.get("id", "")) if element else None

    @cached_property
    def _reports(self) -> dict[str, Report]:
        return dict(last_reports(self.workspace))

    @cached_property
    def _measures(self) -> Measures:
        last = Known(self.workspace, date.max).last or date.max
        return Measures(self.workspace, Known(self.workspace, last), Bands.of(self.workspace.settings))


def _unless_before(known: date | None, by: date) -> bool | None:
    """That something was not reached, known on a day; None where that lies before it was due."""
    return False if known is not None and known >= by else None
