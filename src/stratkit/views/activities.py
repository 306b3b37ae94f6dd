"""The activities of a work plan by who leads them, and the money set aside for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from stratkit.model.date import Period
from stratkit.model.money import Budget, Money
from stratkit.model.report import NO_REPORT, Activity, WorkPlan
from stratkit.progress.lateness import Lateness
from stratkit.progress.overview import Overview
from stratkit.views.accounts import Account, Accounts
from stratkit.views.dates import say_date, say_money, say_period
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Fact, Link
from stratkit.views.facts import fact_of
from stratkit.views.standings import Status, say_count, status

BESIDE = ("contributes_to", "lead", "partners", "start", "due", "deliverable", "budget", "about")


@dataclass(frozen=True, kw_only=True)
class Sum:
    """Money set aside and, of all it is for, who pays it or what has to be known about it; may be empty."""

    money: str
    note: str
    funder: Link | None


@dataclass(frozen=True, kw_only=True)
class Job:
    """An activity. `status` is the last reported one, empty words where a report gave none.

    `account` is the last report on it, None if there is none; `late`: its day is gone, and it is not done.
    """

    entry: Entry
    contributes_to: Fact | None
    partners: Fact | None
    time: str
    deliverable: str
    budget: tuple[Sum, ...]
    status: Status | None
    account: Account | None
    late: bool


@dataclass(frozen=True, kw_only=True)
class Share:
    """What one lead does, None if nobody is named, or all do: how much of it, and its money by currency."""

    lead: Link | None
    jobs: tuple[Job, ...]
    count: str
    done: str
    late: str
    sums: tuple[str, ...]


def shares(edition: Edition, overview: Overview, plan: WorkPlan, accounts: Accounts) -> Iterator[Share]:
    """Activities by their leads, in the order in which these come first; those without one last."""
    found: dict[str | None, list[Activity]] = {}
    for record in plan.activities:
        found.setdefault(record.lead, []).append(record)
    for lead in sorted(found, key=lambda one: one is None):
        yield share(edition, overview, found[lead], accounts, edition.link(lead) if lead else None)


def share(
    edition: Edition,
    overview: Overview,
    records: Sequence[Activity],
    accounts: Accounts,
    lead: Link | None = None,
) -> Share:
    """Some activities together."""
    late = {one.record.id for one in Lateness(overview.progress).activities()}
    jobs = tuple(_job(edition, one, accounts, late) for one in records)
    return Share(
        lead=lead,
        jobs=jobs,
        count=say_count(edition, len(jobs)),
        done=say_count(edition, sum(bool(job.status and job.status.key == "completed") for job in jobs)),
        late=say_count(edition, sum(job.late for job in jobs)),
        sums=tuple(_sums(edition, records)),
    )


def _sums(edition: Edition, records: Sequence[Activity]) -> Iterator[str]:
    """The money set aside for activities, by currency."""
    found: dict[str, Decimal] = {}
    for record in records:
        for budget in record.budget:
            amount, currency = budget.amount
            found[currency] = found.get(currency, Decimal(0)) + amount
    for currency in sorted(found):
        yield say_money(Money(found[currency], currency), edition.tongue)


def _job(edition: Edition, record: Activity, accounts: Accounts, late: set[str]) -> Job:
    told = accounts.known.told(record.id)
    said = told.entry.status if told else NO_REPORT
    return Job(
        entry=edition.entry(record, beside=BESIDE),
        contributes_to=fact_of(edition, record, "contributes_to"),
        partners=fact_of(edition, record, "partners"),
        time=say_period(Period(record.start, record.due), edition.tongue),
        deliverable=edition.say(record.deliverable),
        budget=tuple(_sum(edition, budget) for budget in record.budget),
        status=status(edition, said) if said else None,
        account=next(iter(accounts.of(record.id)), None),
        late=record.id in late,
    )


def _sum(edition: Edition, budget: Budget) -> Sum:
    told = (say_date(budget.date, edition.tongue), edition.say(budget.note))
    return Sum(
        money=say_money(budget.amount, edition.tongue),
        note=edition.translate(", ").join(filter(None, told)),
        funder=edition.link(budget.funder) if budget.funder else None,
    )
