"""Which work plan a day belongs to."""

from __future__ import annotations

from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.model.date import CALENDAR
from stratkit.model.report import WorkPlan


def current(workspace: Workspace, day: date) -> WorkPlan | None:
    """The work plan whose time holds a day, else the one begun last before it, else the first; None of none.

    Of several that hold it, the one begun last, and then the shorter: a year's rather than one of all years.
    """
    plans = workspace.plan.work_plans
    fiscal = workspace.fiscal or CALENDAR
    spans = [
        (plan.period.first(fiscal) or date.min, plan.period.last(fiscal) or date.max, plan)
        for plan in plans
        if plan.period
    ]
    begun = [span for span in spans if span[0] <= day]
    holding = [span for span in begun if day <= span[1]]
    last = max(holding or begun, key=lambda span: (span[0], date.max - span[1]), default=None)
    found = last or min(spans, key=lambda span: span[:2], default=None)
    return found[2] if found else next(iter(plans), None)
