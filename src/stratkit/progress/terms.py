"""The terms that a plan reports on, from its cadence: when each ends, and when its report is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stratkit.load.workspace import Workspace
from stratkit.model.date import CALENDAR
from stratkit.model.plan import ReportingDuty

MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
GRACE = {"monthly": 1, "quarterly": 1, "half_yearly": 2, "yearly": 3}
"""The months that a report may take to write."""


_LAST = date(9990, 12, 31)
"""Later terms would not fit into a calendar of four digits."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """The first and the last day that are reported on, and the last day to do so."""

    first: date
    last: date
    due: date


def duty_of(workspace: Workspace) -> ReportingDuty | None:
    """The report that a plan promises most often; None if it promises none that comes again."""
    header = workspace.header
    duties = [duty for duty in header.reporting if duty.cadence] if header else []
    return min(duties, key=lambda duty: MONTHS[duty.cadence or ""], default=None)


def last_term(workspace: Workspace, day: date, cadence: str) -> Term | None:
    """The last term of a plan that ends by a day; None if there is none yet, or no one knows when."""
    found = None
    for term in _terms(workspace, day, cadence):
        if term.last > day:
            break
        found = term
    return found


def _terms(workspace: Workspace, day: date, cadence: str) -> Iterator[Term]:
    """All terms from the plan's first day on: those of the organization's year, the first cut if need be."""
    header = workspace.header
    fiscal = workspace.fiscal or CALENDAR
    begin = header.period.first(fiscal) if header and header.period else None
    if begin is None:
        return
    day = min(day, _LAST)
    end = (header.period.last(fiscal) if header and header.period else None) or _LAST
    months = MONTHS[cadence]
    number = begin.year * 12 + begin.month - fiscal.starts
    number -= number % months
    first = begin
    while first <= min(end, day):
        number += months
        last = min(_month(number + fiscal.starts) - timedelta(days=1), end)
        late = last.year * 12 + last.month + GRACE[cadence] + 1
        yield Term(first=first, last=last, due=_month(late) - timedelta(days=1))
        first = last + timedelta(days=1)


def _month(number: int) -> date:
    """The first day of a month, counted from January of the year 0 as 1."""
    return date((number - 1) // 12, (number - 1) % 12 + 1, 1)
