"""What is late: reports that are owed, dates that are gone, and indicators that nobody has read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.load.tags import lead_of
from stratkit.progress.lateness import Late, Lateness
from stratkit.progress.overview import Line, Overview
from stratkit.views.accounts import Span
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import Status, say_day, status


@dataclass(frozen=True, kw_only=True)
class LateRow:
    """Something late, who answers for it, and since when.

    It has a last status, or the day of the `last` report or reading, empty if there is none.
    """

    what: Link
    lead: Link | None
    due: str
    status: Status | None = None
    last: str = ""


@dataclass(frozen=True, kw_only=True)
class LateKind:
    """All that is late in one way. `dated`: the rows say when there was the last report or reading."""

    key: str
    title: str
    what: str
    rows: tuple[LateRow, ...]
    dated: bool = False


def late(edition: Edition, overview: Overview, span: Span) -> tuple[LateKind, ...]:
    """All that is late as of the day; of activities that nobody spoke of, those of the time reported on."""
    lateness, words = Lateness(overview.progress), edition.words
    found = (
        LateKind(
            key="reports",
            title=edition.translate("Reports that are overdue"),
            what=words.one("outcome"),
            rows=tuple(_overdue(edition, overview)),
            dated=True,
        ),
        *(
            LateKind(key=key, title=words.many(key), what=words.one(key), rows=_rows(edition, some))
            for key, some in (
                ("outcome", lateness.outcomes()),
                ("milestone", lateness.milestones()),
                ("activity", [one for one in lateness.activities() if one.told or one.due >= span.first]),
            )
        ),
        LateKind(
            key="indicator",
            title=edition.translate("Readings that are missing"),
            what=words.one("indicator"),
            rows=_rows(edition, lateness.indicators()),
            dated=True,
        ),
    )
    return tuple(kind for kind in found if kind.rows)


def _overdue(edition: Edition, overview: Overview) -> Iterator[LateRow]:
    reporting = overview.reporting
    for line in overview.outcomes:
        if line.missing and reporting.overdue and reporting.term:
            yield LateRow(
                what=edition.link(line.record.id),
                lead=_lead(edition, line),
                due=say_day(edition, reporting.term.due),
                last=say_day(edition, line.report.known) if line.report else "",
            )


def _rows(edition: Edition, found: list[Late]) -> tuple[LateRow, ...]:
    return tuple(_row(edition, one) for one in found)


def _row(edition: Edition, found: Late) -> LateRow:
    said = found.told.entry.status if found.told else None
    lead = lead_of(edition.index, found.record)
    return LateRow(
        what=edition.link(found.record.id),
        lead=edition.link(lead) if lead else None,
        due=say_day(edition, found.due),
        status=status(edition, said or "no_report"),
        last=say_day(edition, found.read) if found.read else "",
    )


def _lead(edition: Edition, line: Line) -> Link | None:
    return edition.link(line.lead) if line.lead else None
