"""What was reported of all of a plan, and of its programmes, activities and risks; what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.model.element import Titled
from stratkit.model.promise import Programme, Risk
from stratkit.model.report import Activity, Decision
from stratkit.progress.overview import Overview
from stratkit.views.accounts import Account, Accounts, Span
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Fact, Link
from stratkit.views.facts import fact_of
from stratkit.views.work import Work, decisions

KINDS = {"programme": Programme, "activity": Activity, "risk": Risk}
TOLD = ("lead", "due", "deliverable", "likelihood", "impact", "response")
"""What is told of those beside what was reported."""


@dataclass(frozen=True, kw_only=True)
class Overall:
    """What a report says of all of the plan, who reported it and when."""

    entry: Entry
    url: str
    by: Link | None
    when: str


@dataclass(frozen=True, kw_only=True)
class Reported:
    """A programme, activity or risk, and what was reported of it."""

    entry: Entry
    facts: tuple[Fact, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, kw_only=True)
class ReportedKind:
    """All of one kind that were reported on."""

    title: str
    reported: tuple[Reported, ...]


def told_ids(overview: Overview, span: Span) -> Iterator[str]:
    """The ids of the reports, programmes, activities, risks and decisions that are told of."""
    index, known = overview.workspace.index, overview.progress.known
    for update in known.updates:
        if span.covers(update, known):
            yield from (update.id,) if update.id and update.text else ()
            named = (entry.about for entry in update.entries)
            yield from (name for name in named if isinstance(index.get(name), tuple(KINDS.values())))
    yield from (decision.id for decision in _decided(overview, span))


def overalls(edition: Edition, overview: Overview, span: Span) -> Iterator[Overall]:
    """What the reports of the time say of all of the plan, the last first."""
    known = overview.progress.known
    for update in reversed(known.updates):
        if update.text and update.id and span.covers(update, known):
            yield Overall(
                entry=edition.entry(update),
                url=update.url or "",
                by=edition.link(update.by) if update.by else None,
                when=say_date(update.date, edition.tongue),
            )


def reported(edition: Edition, accounts: Accounts) -> Iterator[ReportedKind]:
    """The programmes, activities and risks that were reported on, in the order of the plan."""
    for kind, records in KINDS.items():
        found = [one for one in edition.index.of_kind(records) if one.id in edition.printed]
        if found:
            told = tuple(_reported(edition, accounts, record) for record in found)
            yield ReportedKind(title=edition.words.many(kind), reported=told)


def decided(edition: Edition, overview: Overview, span: Span) -> Work | None:
    """The decisions since the time reported on began, or None if there are none."""
    found = tuple(_decided(overview, span))
    return decisions(edition, found, ()) if found else None


def _reported(edition: Edition, accounts: Accounts, record: Titled) -> Reported:
    facts = (fact_of(edition, record, name) for name in TOLD if name in record.fields_)
    return Reported(
        entry=edition.entry(record),
        facts=tuple(fact for fact in facts if fact),
        accounts=accounts.of(record.id),
    )


def _decided(overview: Overview, span: Span) -> Iterator[Decision]:
    """Of decisions without a date nobody knows when they were."""
    known = overview.progress.known
    for decision in overview.workspace.plan.decisions:
        if decision.date and span.first <= decision.date.last(known.fiscal) <= known.day:
            yield decision
