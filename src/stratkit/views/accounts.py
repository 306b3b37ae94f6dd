"""What was reported of an element in a stretch of time, and by whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from stratkit.model.date import PartialDate, Period
from stratkit.model.report import Entry as ReportEntry
from stratkit.model.report import Update
from stratkit.progress.known import Known
from stratkit.progress.overview import Overview
from stratkit.views.dates import say_date, say_period
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.reports import Said, tell
from stratkit.views.standings import Status, status


@dataclass(frozen=True, kw_only=True)
class Span:
    """The time that is reported on, and its first day; None and the first day of all if nobody says it."""

    first: date
    period: Period | None

    def covers(self, update: Update, known: Known) -> bool:
        """Whether a report is about a day of that time, or a later one."""
        end = update.period.last(known.fiscal) if update.period else None
        return (end or known.since(update)) >= self.first


def span_of(overview: Overview) -> Span:
    """The last term that the plan reports on; without any, the time of the last report that says it."""
    term, known = overview.reporting.term, overview.progress.known
    if term:
        start, _, end = term.name.partition(" to ")
        return Span(first=term.first, period=Period(PartialDate(start), PartialDate(end or start)))
    told = [update.period for update in known.updates if update.period]
    last = max(told, key=lambda period: period.last(known.fiscal) or date.min, default=None)
    first = last.first(known.fiscal) if last else None
    return Span(first=first or date.min, period=last)


@dataclass(frozen=True, kw_only=True)
class Account:
    """What one report said of an element, who reported it and when.

    `report` leads to where it is published. `older`: it tells of an earlier time than what is reported on.
    """

    said: Said
    status: Status | None
    report: Link
    by: Link | None
    when: str
    older: bool = False


class Accounts:
    """The accounts of all elements as of a day."""

    def __init__(self, edition: Edition, overview: Overview, span: Span) -> None:
        self.edition = edition
        self.span = span
        self.known = overview.progress.known
        self._found: dict[str, list[tuple[ReportEntry, Update]]] = defaultdict(list)
        for update in self.known.updates:
            for entry in update.entries:
                self._found[entry.about].append((entry, update))

    def of(self, target: str) -> tuple[Account, ...]:
        """Those of the time reported on, the last first; where there are none, the last one before."""
        found = self._found.get(target, [])[::-1]
        within = [pair for pair in found if self.span.covers(pair[1], self.known)]
        if within:
            return tuple(self._account(*pair) for pair in within)
        return tuple(replace(self._account(*pair), older=True) for pair in found[:1])

    def _account(self, entry: ReportEntry, update: Update) -> Account:
        edition = self.edition
        return Account(
            said=tell(edition, entry),
            status=status(edition, entry.status) if entry.status else None,
            report=Link(words=edition.heading(update), url=update.url or ""),
            by=edition.link(update.by) if update.by else None,
            when=say_date(update.date, edition.tongue) or say_period(update.period, edition.tongue),
        )
