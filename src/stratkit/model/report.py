"""What was reported, done and decided."""

from __future__ import annotations

from decimal import Decimal

from stratkit.model.date import PartialDate, Period
from stratkit.model.element import Element, Noted, Titled
from stratkit.model.money import Budget
from stratkit.model.record import Record, field
from stratkit.model.shape import (
    ACTOR,
    Address,
    Choice,
    DateShape,
    Identifier,
    Line,
    Many,
    Measurement,
    Number,
    Part,
    PeriodShape,
    Prose,
    Reference,
    Table,
    Word,
)

NO_REPORT = "no_report"
NOT_COMPUTED = "not_computed"
"""There is a report, and nothing to measure it against."""

STATUSES = ("not_started", "on_track", "at_risk", "off_track", "completed", "discontinued")


class Entry(Noted):
    """What was said of one element."""

    about: str = field(
        Reference("action_line", "axis", "outcome", "milestone", "programme", "activity", "risk"),
        "What it is about.",
        required=True,
    )
    status: str | None = field(Choice(*STATUSES), "How it stands, in the reporter's judgement.")
    progress: Decimal | None = field(
        Number(low=0, unit="percent"), "How far it is, in percent; over 100 where it is."
    )
    text: str | None = field(Prose(), "What happened.")
    evidence: tuple[str, ...] = field(Many(Prose()), "What shows it.")
    date: PartialDate | None = field(DateShape(), "When it happened.")


class Reading(Noted):
    """A value read. Without a value: asked for, and not there."""

    indicator: str = field(Reference("indicator"), "What was read.", required=True)
    value: Decimal | str | None = field(Measurement(), "The value.")
    min: Decimal | None = field(
        Number(), "Where only a lower bound was published: more than, or at least, this."
    )
    max: Decimal | None = field(
        Number(), "Where only an upper bound was published: less than, or at most, this."
    )
    group: dict[str, str] | None = field(Table(Word()), "Of whom, such as `sex: women`.")
    date: PartialDate | None = field(DateShape(), "When. Absent: at the end of the update's period.")
    note: str | None = field(Line(), "What has to be known about it.")


class DatedReading(Reading):
    """A value read that no report gave: it is known from its own day."""

    noun_ = "reading"
    date: PartialDate = field(DateShape(), "When.", required=True)


class Update(Element):
    """What was reported, and when."""

    kind_ = "update"
    id: str = field(Identifier(), "The name that references use.", required=True)
    title: str | None = field(Line(), "The title, as printed.")
    kind: str | None = field(
        Choice("progress", "mid_term", "final", "evaluation"), "What sort of report it is."
    )
    period: Period | None = field(PeriodShape(), "The time it covers.")
    date: PartialDate | None = field(DateShape(), "When it was reported.")
    by: str | None = field(Reference(*ACTOR), "Who reported.")
    url: str | None = field(Address(), "Where the report is published.")
    entries: tuple[Entry, ...] = field(Many(Part(Entry)), "What was said of each element.")
    readings: tuple[Reading, ...] = field(Many(Part(Reading)), "The values read.")


class Activity(Titled):
    """Something done in one period."""

    kind_ = "activity"
    contributes_to: tuple[str, ...] = field(
        Many(Reference("action_line", "axis", "outcome", "milestone", "programme")), "What it works for."
    )
    lead: str | None = field(Reference(*ACTOR), "Who does it.")
    partners: tuple[str, ...] = field(Many(Reference(*ACTOR)), "Who works on it too.")
    start: PartialDate | None = field(DateShape(), "It begins on the first day of this.")
    due: PartialDate | None = field(DateShape(), "It is done by the last day of this.")
    deliverable: str | None = field(Line(), "What is there when it is done.")
    budget: tuple[Budget, ...] = field(Many(Part(Budget)), "The money set aside for it.")


class WorkPlan(Titled):
    """What is done in one period."""

    kind_ = "work_plan"
    period: Period | None = field(PeriodShape(), "The time it is for.")
    activities: tuple[Activity, ...] = field(Many(Part(Activity)), "What is done in it.")


class FollowUp(Record):
    """What a decision asks for."""

    text: str = field(Line(), "What is to be done.", required=True)
    lead: str | None = field(Reference(*ACTOR), "Who sees to it.")
    due: PartialDate | None = field(DateShape(), "By the last day of this.")


class Decision(Titled):
    """What a body decided."""

    kind_ = "decision"
    date: PartialDate | None = field(DateShape(), "When.")
    by: str | None = field(Reference(*ACTOR), "Who decided.")
    concerns: tuple[str, ...] = field(Many(Reference()), "What it concerns.")
    follow_up: tuple[FollowUp, ...] = field(Many(Part(FollowUp)), "What it asks for.")


class AcceptedChange(Noted):
    """A change from the previous plan or revision that was decided."""

    change: str = field(Word(), "The change's fingerprint.", required=True)
    reason: str | None = field(Line(), "Why.")
    by: str | None = field(Reference(*ACTOR), "Who decided.")
    date: PartialDate | None = field(DateShape(), "When.")


class Retirement(Noted):
    """Why nothing in this plan succeeds an element of the previous one."""

    element: str = field(Reference(previous=True), "The element of the previous plan.", required=True)
    fate: str = field(Choice("completed", "dropped", "transferred"), "What became of it.", required=True)
    reason: str | None = field(Line(), "Why.")
