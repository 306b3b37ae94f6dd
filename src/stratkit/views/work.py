"""Work plans with their activities, and decisions with what they ask for."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.report import Decision, WorkPlan
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section
from stratkit.views.facts import facts_of


@dataclass(frozen=True, kw_only=True)
class Group:
    """A work plan or a decision, and what belongs to it."""

    entry: Entry
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Work(Section):
    """Work plans with activities, or decisions with follow-ups; `inner` is the word for those."""

    groups: tuple[Group, ...]
    inner: str


def work_plans(edition: Edition, records: tuple[WorkPlan, ...], boxes: tuple[Entry, ...]) -> Work:
    """The section of all work plans."""
    groups = tuple(
        Group(entry=edition.entry(record, beside=("activities",)), entries=edition.entries(record.activities))
        for record in records
    )
    title, inner = edition.words.part("work_plans"), edition.words.many("activity")
    return Work(part="work", anchor="work_plans", title=title, groups=groups, inner=inner, boxes=boxes)


def decisions(edition: Edition, records: tuple[Decision, ...], boxes: tuple[Entry, ...]) -> Work:
    """The section of all decisions."""
    groups = tuple(
        Group(
            entry=edition.entry(record, beside=("follow_up",)),
            entries=tuple(
                Entry(heading=edition.say(step.text), facts=facts_of(edition, step))
                for step in record.follow_up
            ),
        )
        for record in records
    )
    title, inner = edition.words.part("decisions"), edition.words.one("follow_up")
    return Work(part="work", anchor="decisions", title=title, groups=groups, inner=inner, boxes=boxes)
