"""An update covers time of the plan, and is dated no earlier than the time it covers.

A report on years in which the plan did not run tells nothing of it, and one that is older than what it
tells of cannot be right. Mostly a year was mistyped, and the report ends up in the wrong place among the
others.

Bad::

    updates:
      - id: report-2023
        period: 2023
        date: 2022-02-15

Good::

    updates:
      - id: report-2023
        period: 2023
        date: 2024-02-15
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.workspace import Workspace
from stratkit.model.date import FiscalYear, Period
from stratkit.model.plan import Header
from stratkit.model.report import Update
from stratkit.source.problem import Problem, Related

SEVERITY = "error"
_ANY = Period(None, None)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each update that covers no time of the plan, or is dated before the time it covers."""
    header = workspace.header
    fiscal = workspace.fiscal
    if header is None or fiscal is None:
        return
    plan = header.period or _ANY
    for update in workspace.plan.updates:
        covered = update.period or _ANY
        dated = Period(None, update.date)
        if update.refused("period"):
            continue
        if _is_before(covered, plan, fiscal) or _is_before(plan, covered, fiscal):
            message = f"`{update.id}` covers {_words(covered)}, and the plan runs {_words(plan)}"
            mend = "correct the years, or move the update to the plan that it is about"
            yield _problem(update, "period", message, mend, header)
        elif _is_before(dated, covered, fiscal):
            time = f"the time it covers ({_words(covered)})"
            message = f"`{update.id}` is dated {update.date}, before {time} begins"
            yield _problem(update, "date", message, "correct the date, or the `period:`", update)
        elif not update.period and _is_before(dated, plan, fiscal):
            message = f"`{update.id}` is dated {update.date}, and the plan runs {_words(plan)}"
            mend = "correct the date, or add the `period:` it covers"
            yield _problem(update, "date", message, mend, header)


def _problem(update: Update, field: str, message: str, mend: str, other: Header | Update) -> Problem:
    related = (Related(other.origin.value("period"), "the period is here"),)
    return Problem("report-outside-period", update.origin.value(field), message, mend, related)


def _is_before(one: Period, other: Period, fiscal: FiscalYear) -> bool:
    last, first = one.last(fiscal), other.first(fiscal)
    return last is not None and first is not None and last < first


def _words(period: Period) -> str:
    if period.start and period.end:
        return str(period)
    return f"from {period.start}" if period.start else f"until {period.end}"
