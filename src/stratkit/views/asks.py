"""What a board has to decide: what decisions asked for by now, and what has gone wrong without an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stratkit.model.promise import Outcome, Risk
from stratkit.model.record import Record
from stratkit.model.report import Decision, FollowUp
from stratkit.progress.lateness import Lateness
from stratkit.progress.overview import Line, Overview
from stratkit.views.concerns import gravity_of, is_reported
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.moves import reported_before

AHEAD = timedelta(days=92)
"""How far ahead of its day a board looks."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Something to decide or to ask after: why, who answers for it, and by when; `past`: that day is gone."""

    link: Link
    why: str
    lead: Link | None
    due: str
    past: bool


def asks(edition: Edition, overview: Overview) -> list[Ask]:
    """The outcomes that ask for a decision, the gravest first; none where nothing was ever reported."""
    late = {one.record.id for one in Lateness(overview.progress).outcomes()}
    answered = _answered(overview)
    found = []
    for line in overview.outcomes if is_reported(overview) else ():
        past = line.record.id in late
        why = tuple(_why(edition, line, late=past, answered=bool(_around(overview, line.record) & answered)))
        if why and isinstance(line.record, Outcome):
            ask = Ask(
                link=edition.link(line.record.id),
                why=edition.translate("; ").join(why),
                lead=edition.link(line.lead) if line.lead else None,
                due=say_date(line.record.due, edition.tongue),
                past=past,
            )
            found.append((gravity_of(line) + past, ask))
    return [ask for _, ask in sorted(found, key=lambda pair: -pair[0])]


def follow_ups(edition: Edition, overview: Overview) -> Iterator[Ask]:
    """What decisions asked for and has come due since the report before the last one, or will do so soon."""
    for due, decision, step in sorted(_due(overview), key=lambda one: one[0]):
        yield Ask(
            link=Link(words=edition.say(step.text), target=edition.link(decision.id).target),
            why=edition.heading(decision),
            lead=edition.link(step.lead) if step.lead else None,
            due=say_date(step.due, edition.tongue),
            past=due < overview.day,
        )


def decisions_taken(overview: Overview) -> list[Decision]:
    """The decisions up to the day, the last first; one without a date counts as the last."""
    fiscal = overview.progress.known.fiscal
    found = [
        (one.date.last(fiscal) if one.date else overview.day, one)
        for one in overview.workspace.plan.decisions
    ]
    taken = [pair for pair in found if pair[0] <= overview.day]
    return [one for _, one in sorted(taken, key=lambda pair: pair[0], reverse=True)]


def _due(overview: Overview) -> Iterator[tuple[date, Decision, FollowUp]]:
    fiscal = overview.progress.known.fiscal
    since = reported_before(overview) or date.min
    for decision in decisions_taken(overview):
        for step in decision.follow_up:
            due = step.due.last(fiscal) if step.due else None
            if due and since <= due and due - AHEAD <= overview.day:
                yield due, decision, step


def _why(edition: Edition, line: Line, *, late: bool, answered: bool) -> Iterator[str]:
    """What asks for a decision on an outcome."""
    grave = gravity_of(line)
    if grave >= 1 and "off_track" in (line.status, line.standing.status) and not answered:
        yield edition.translate("off track, and no response to a risk is for it")
    if late:
        yield edition.translate("past its date, neither completed nor given up")
    if grave and not line.lead:
        yield edition.translate("nobody answers for it")


def _answered(overview: Overview) -> set[str]:
    """The ids of what risks with a response threaten."""
    return {
        name for risk in overview.workspace.index.of_kind(Risk) if risk.response for name in risk.threatens
    }


def _around(overview: Overview, record: Record) -> set[str]:
    """The ids of an outcome, of what is in it, and of what it stands in."""
    index = overview.workspace.index
    inner = (*record.__dict__.get("indicators", ()), *record.__dict__.get("milestones", ()))
    found = {one.id for one in inner}
    above: Record | None = record
    while above is not None:
        found.add(above.__dict__.get("id", ""))
        above = index.parent(above)
    return found
