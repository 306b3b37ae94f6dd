"""The terms that a plan reports on, from its cadence: when each ends, and when its report is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stratkit.load.workspace import Workspace
from stratkit.model.date import CALENDAR, FiscalYear, PartialDate
from stratkit.model.plan import ReportingDuty

MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
GRACE = {"monthly": 1, "quarterly": 1, "half_yearly": 2, "yearly": 3}
"""The months that a report may take to write."""


_LAST = date(9990, 12, 31)
"""Later terms would not fit into a calendar of four digits."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """The first and the last day that are reported on, the last day to do so, and what the term is called."""

    first: date
    last: date
    due: date
    name: str


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
    """All terms from the plan's first day on, of the year it begins with; the first may be cut."""
    header = workspace.header
    fiscal = workspace.fiscal or CALENDAR
    period = header.period if header else None
    begin = period.first(fiscal) if period else None
    if period is None or period.start is None or begin is None:
        return
    year = fiscal if _is_fiscal(period.start, begin, fiscal) else CALENDAR
    day = min(day, _LAST)
    end = period.last(fiscal) or _LAST
    months = MONTHS[cadence]
    number = begin.year * 12 + begin.month - year.starts
    number -= number % months
    first = begin
    while first <= min(end, day):
        whole = _month(number + year.starts)
        number += months
        last = min(_month(number + year.starts) - timedelta(days=1), end)
        late = last.year * 12 + last.month + GRACE[cadence] + 1
        name = _name(whole, first, last, months, year)
        yield Term(first=first, last=last, due=_month(late) - timedelta(days=1), name=name)
        first = last + timedelta(days=1)


def _is_fiscal(start: PartialDate, begin: date, fiscal: FiscalYear) -> bool:
    """Whether a plan that begins so runs by the organization's year."""
    return start.fiscal or (begin.month == fiscal.starts and begin.day == 1 and begin.month != 1)


def _name(whole: date, first: date, last: date, months: int, year: FiscalYear) -> str:
    """`2022`, `FY2022`, `2022-H1`, `2022-Q1` or `2022-03` where it is one, else its first and last day."""
    named = whole.year + (year.starts > 1 and year.named_for == "end" and whole.month >= year.starts)
    named -= year.starts > 1 and year.named_for == "start" and whole.month < year.starts
    place = (whole.month - year.starts) % 12 // months + 1
    mark = "FY" if year.starts > 1 else ""
    part = {12: "", 6: f"-H{place}", 3: f"-Q{place}", 1: f"-{whole.month:02}"}[months]
    written = f"{whole:%Y-%m}" if months == 1 else f"{mark}{named:04}{part}"
    date = PartialDate(written)
    if (date.first(year), date.last(year)) == (first, last):
        return written
    return f"{first} to {last}"


def _month(number: int) -> date:
    """The first day of a month, counted from January of the year 0 as 1."""
    return date((number - 1) // 12, (number - 1) % 12 + 1, 1)
