"""Who has reported on what, and who still owes a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stratkit.load.tags import lead_of, outcomes_in_order
from stratkit.model.plan import ReportingDuty
from stratkit.model.promise import Outcome
from stratkit.progress.known import ALWAYS, Known, Told
from stratkit.progress.rollup import OutcomeStanding, Progress
from stratkit.progress.terms import Term, duty_of, last_term

OVER = ("completed", "discontinued")
"""Statuses after which nothing more has to be reported."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """The last time that something was reported: the day it became known, and the day it is about."""

    known: date
    about: date


class Reporting:
    """The reports on outcomes that are known as of a day, against those that a plan's cadence asks for.

    An outcome is reported for a term if an entry on it, on a milestone of it or a reading of an indicator of
    it is about a day of that term or later. Once it is completed or discontinued nothing more is owed.
    """

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.day = progress.known.day
        workspace = progress.workspace
        self.duty: ReportingDuty | None = duty_of(workspace)
        cadence = self.duty.cadence if self.duty else None
        self.term: Term | None = last_term(workspace, self.day, cadence) if cadence else None

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """Those that a report is asked on, in the order of the plan; of all outcomes if there is no term."""
        return [
            outcome for outcome in outcomes_in_order(self.progress.workspace.index) if self._owes(outcome)
        ]

    @cached_property
    def missing(self) -> list[Outcome]:
        """Those of them that nobody has reported on for the term."""
        return [outcome for outcome in self.outcomes if not self.is_reported(outcome)]

    @property
    def overdue(self) -> bool:
        """Whether what is missing should be there by now; a closed plan owes nothing after its end."""
        header = self.progress.workspace.header
        end = header.period.last(self.progress.known.fiscal) if header and header.period else None
        closed = header is not None and header.status == "closed" and (end is None or self.day > end)
        return self.term is not None and self.day > self.term.due and not closed

    def is_reported(self, outcome: Outcome) -> bool:
        """Whether an outcome was reported on for the term; without one, at all."""
        found = self.last(outcome)
        return found is not None and (self.term is None or found.about >= self.term.first)

    def owing(self) -> dict[str | None, list[Outcome]]:
        """What is missing by who answers for it, None if nobody does."""
        found: dict[str | None, list[Outcome]] = {}
        for outcome in self.missing:
            found.setdefault(lead_of(self.progress.workspace.index, outcome), []).append(outcome)
        return found

    def last(self, outcome: Outcome) -> Report | None:
        """The last report on an outcome, on its milestones or its indicators; None if there is none."""
        return self._last.get(outcome.id)

    @cached_property
    def _last(self) -> dict[str, Report]:
        found: dict[str, Report] = {}
        for target, stands in self.progress.outcomes.items():
            reports = list(_reports(stands, self.progress.known))
            if reports:
                found[target] = Report(
                    known=max(report.known for report in reports),
                    about=max(report.about for report in reports),
                )
        return found

    def _owes(self, outcome: Outcome) -> bool:
        """Whether there is something to report in the term: it has begun, and was not over before."""
        if self.term is None:
            return True
        known = self.progress.known
        if outcome.start and outcome.start.first(known.fiscal) > self.term.last:
            return False
        told = known.told(outcome.id)
        return not (told and told.entry.status in OVER and _about(told, known) < self.term.first)


def _reports(stands: OutcomeStanding, known: Known) -> Iterator[Report]:
    """Each report of anything that belongs to an outcome."""
    for told in (stands.told, *(milestone.told for milestone in stands.milestones)):
        if told:
            yield Report(known=known.since(told.update), about=_about(told, known))
    for indicator in stands.indicators:
        for dated in known.of(indicator.indicator.id):
            since = known.since(dated.update)
            yield Report(known=dated.day if since == ALWAYS else since, about=dated.day)


def _about(told: Told, known: Known) -> date:
    """The last day that an entry is about: of the period it covers, else the day it became known."""
    end = told.update.period.last(known.fiscal) if told.update.period else None
    return end or known.since(told.update)
