"""The reports that the plan promises: its governance cycle."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.plan import ReportingDuty
from stratkit.views.backlinks import REPORTING
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Link, Section


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One report: how often or when, who writes it and who judges it."""

    entry: Entry
    when: str
    prepared_by: Link | None
    reviewed_by: Link | None


@dataclass(frozen=True, kw_only=True)
class Reporting(Section):
    """All reports promised."""

    duties: tuple[Duty, ...]
    prepared_title: str
    reviewed_title: str


def reporting(edition: Edition) -> Reporting | None:
    """The section, or None if the plan promises no report."""
    duties = edition.plan.plan.reporting
    if not duties:
        return None
    return Reporting(
        part="reporting",
        anchor=REPORTING,
        title=edition.words.one("reporting"),
        duties=tuple(_duty(edition, duty) for duty in duties),
        prepared_title=edition.words.fact("prepared_by"),
        reviewed_title=edition.words.fact("reviewed_by"),
    )


def _duty(edition: Edition, duty: ReportingDuty) -> Duty:
    cadence = edition.words.one(duty.cadence) if duty.cadence else ""
    due = say_date(duty.due, edition.tongue)
    return Duty(
        entry=edition.entry(duty, beside=("cadence", "due", "prepared_by", "reviewed_by")),
        when=edition.translate(", ").join(word for word in (cadence, due) if word),
        prepared_by=edition.link(duty.prepared_by) if duty.prepared_by else None,
        reviewed_by=edition.link(duty.reviewed_by) if duty.reviewed_by else None,
    )
