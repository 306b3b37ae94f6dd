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
    recurs: bool
    prepared_by: Link | None
    reviewed_by: Link | None


@dataclass(frozen=True, kw_only=True)
class Reporting(Section):
    """All reports promised. `sentence` tells the drawing of those that name somebody: empty if none does."""

    duties: tuple[Duty, ...]
    sentence: str
    report_title: str
    prepared_title: str
    reviewed_title: str

    @property
    def drawn(self) -> tuple[Duty, ...]:
        """The reports of which it is said who prepares or reviews them."""
        return tuple(duty for duty in self.duties if duty.prepared_by or duty.reviewed_by)


def reporting(edition: Edition) -> Reporting | None:
    """The section, or None if the plan promises no report."""
    duties = edition.plan.plan.reporting
    if not duties:
        return None
    said = tuple(_duty(edition, duty) for duty in duties)
    return Reporting(
        part="reporting",
        anchor=REPORTING,
        title=edition.words.one("reporting"),
        duties=said,
        sentence=_sentence(edition, said),
        report_title=edition.translate("Report"),
        prepared_title=edition.words.fact("prepared_by"),
        reviewed_title=edition.words.fact("reviewed_by"),
    )


def _duty(edition: Edition, duty: ReportingDuty) -> Duty:
    cadence = edition.words.one(duty.cadence) if duty.cadence else ""
    due = say_date(duty.due, edition.tongue)
    return Duty(
        entry=edition.entry(duty, beside=("cadence", "due", "prepared_by", "reviewed_by")),
        recurs=bool(duty.cadence),
        when=edition.translate(", ").join(word for word in (cadence, due) if word),
        prepared_by=edition.link(duty.prepared_by) if duty.prepared_by else None,
        reviewed_by=edition.link(duty.reviewed_by) if duty.reviewed_by else None,
    )


def _sentence(edition: Edition, duties: tuple[Duty, ...]) -> str:
    """Each report that is drawn, with who prepares and who reviews it."""
    told = tuple(_tell(edition, duty) for duty in duties if duty.prepared_by or duty.reviewed_by)
    reports = edition.translate("; ").join(told)
    return edition.translate("Drawing: {reports}.").format(reports=reports) if told else ""


def _tell(edition: Edition, duty: Duty) -> str:
    words = [duty.entry.heading, duty.when]
    if duty.prepared_by:
        words.append(edition.translate("prepared by {actor}").format(actor=duty.prepared_by.words))
    if duty.reviewed_by:
        words.append(edition.translate("reviewed by {actor}").format(actor=duty.reviewed_by.words))
    return edition.translate(", ").join(filter(None, words))
