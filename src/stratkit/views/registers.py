"""The risks of a plan with what was said of them last, and what has been decided with what that asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.model.promise import Risk
from stratkit.model.report import FollowUp
from stratkit.progress.overview import Overview
from stratkit.views.asks import decisions_taken
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.excerpt import excerpt

SAID = 240
"""The most characters of what was said of a risk."""


@dataclass(frozen=True, kw_only=True)
class RiskRow:
    """A risk. `said` is what the last report told of it, `when` the day; both may be empty."""

    id: str
    title: str
    threatens: tuple[Link, ...]
    likelihood: str
    impact: str
    response: str
    lead: Link | None
    said: str
    when: str
    reading: bool
    basis: str


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """What a decision asks for; `past`: the day is gone."""

    words: str
    lead: Link | None
    due: str
    past: bool


@dataclass(frozen=True, kw_only=True)
class DecisionRow:
    """A decision and what it asks for."""

    id: str
    title: str
    date: str
    by: Link | None
    steps: tuple[StepRow, ...]
    reading: bool
    basis: str


def risk_rows(edition: Edition, overview: Overview) -> Iterator[RiskRow]:
    """All risks in the order of the plan."""
    known = overview.progress.known
    for risk in edition.index.of_kind(Risk):
        told = known.told(risk.id)
        yield RiskRow(
            id=risk.id,
            title=edition.heading(risk),
            threatens=edition.links(risk.threatens),
            likelihood=edition.words.choice(risk.likelihood) if risk.likelihood else "",
            impact=edition.words.choice(risk.impact) if risk.impact else "",
            response=edition.say(risk.response),
            lead=edition.link(risk.lead) if risk.lead else None,
            said=excerpt(edition.say(told.entry.text), SAID) if told else "",
            when=say_date(told.update.date, edition.tongue) if told else "",
            reading="title" in risk.reading,
            basis=risk.basis or "",
        )


def decision_rows(edition: Edition, overview: Overview) -> Iterator[DecisionRow]:
    """What had been decided by the day, the last first."""
    for decision in decisions_taken(overview):
        yield DecisionRow(
            id=decision.id,
            title=edition.heading(decision),
            date=say_date(decision.date, edition.tongue),
            by=edition.link(decision.by) if decision.by else None,
            steps=tuple(_step(edition, overview, step) for step in decision.follow_up),
            reading="title" in decision.reading,
            basis=decision.basis or "",
        )


def _step(edition: Edition, overview: Overview, step: FollowUp) -> StepRow:
    due = step.due.last(overview.progress.known.fiscal) if step.due else None
    return StepRow(
        words=edition.say(step.text),
        lead=edition.link(step.lead) if step.lead else None,
        due=say_date(step.due, edition.tongue),
        past=due is not None and due < overview.day,
    )
