"""A plan: what it says of itself, and its collections in the order they are printed in."""

from __future__ import annotations

from stratkit.model.actor import Member, Organization, Stakeholder
from stratkit.model.date import CALENDAR, FiscalYear, PartialDate, Period
from stratkit.model.element import Described, Noted
from stratkit.model.measure import CADENCES, Indicator
from stratkit.model.narrative import (
    Chapter,
    ConsultationEntry,
    Figure,
    Foreword,
    HistoryEntry,
    OwnField,
    Term,
    Value,
    VersionEntry,
    Work,
)
from stratkit.model.promise import ActionLine, Challenge, Outcome, OutcomeKind, Programme, Risk, Theme
from stratkit.model.record import Record, field
from stratkit.model.report import AcceptedChange, DatedReading, Decision, Retirement, Update, WorkPlan
from stratkit.model.shape import (
    ACTOR,
    Address,
    Choice,
    DateShape,
    FolderPath,
    Identifier,
    Line,
    Many,
    Number,
    Part,
    PeriodShape,
    Place,
    Prose,
    Reference,
    Table,
    Word,
)


class Approval(Record):
    """Who approved the plan, and when."""

    by: str | None = field(Reference(*ACTOR), "The body that approved it.")
    date: PartialDate | None = field(DateShape(), "When.")


class ReportingDuty(Noted):
    """A report the plan promises."""

    title: str = field(Line(), "What it is called.", required=True)
    cadence: str | None = field(Choice(*CADENCES), "How often.")
    due: PartialDate | None = field(DateShape(), "When, if it comes once.")
    prepared_by: str | None = field(Reference(*ACTOR), "Who writes it.")
    reviewed_by: str | None = field(Reference(*ACTOR), "Who judges it.")
    text: str | None = field(Prose(), "What it is for.")


class Label(Record):
    """The organization's own word for something."""

    one: str = field(Line(), "For one of it.", required=True)
    many: str | None = field(Line(), "For several. Absent: the word for one with an s.")
    short: str | None = field(Line(), "Where there is little room.")


class Years(Record):
    """When the organization's year begins."""

    noun_ = "fiscal year"
    starts: int = field(Number(1, 12, whole=True), "The month it begins in.", required=True)
    named_for: str = field(
        Choice("end", "start"),
        "The calendar year it is named for. Absent: the one it ends in.",
        default="end",
    )


class Header(Noted):
    """What the plan says of itself."""

    kind_ = "plan"

    id: str = field(Identifier(), "The plan's id, unlike any other in it.", required=True)
    title: str = field(Line(), "The title, as printed.", required=True)
    subtitle: str | None = field(Line(), "What is printed under the title.")
    organization: Organization = field(Part(Organization), "Whose plan it is.", required=True)
    period: Period | None = field(PeriodShape(), "The years it is for. It may be left out, or have no end.")
    language: str = field(Word(), "The language it is written in, such as `en` or `pt-BR`.", default="en")
    status: str | None = field(
        Choice("draft", "consultation", "approved", "closed"), "How far the plan itself is."
    )
    approved: Approval | None = field(Part(Approval), "Who approved it, and when.")
    previous: str | None = field(FolderPath(), "The folder of the plan before this one.")
    part_of: str | None = field(FolderPath(), "The folder of the wider plan that this one details.")
    reporting: tuple[ReportingDuty, ...] = field(Many(Part(ReportingDuty)), "The reports it promises.")
    labels: dict[str, Label] | None = field(
        Table(Part(Label, brief="one")),
        "The organization's own words for any key or status; the keys never change.",
    )
    numbering: str | None = field(
        Choice("named", "dotted", "none"),
        "`named`: Line 1 Axis 2. `dotted` (unless said): 1.2. `none`: no numbers.",
    )
    fiscal_year: Years | None = field(Part(Years), "When the organization's year begins, if not in January.")
    url: str | None = field(Address(), "Where the plan is published.")

    @property
    def fiscal(self) -> FiscalYear | None:
        """The organization's year; None if it cannot be read."""
        years = self.fiscal_year
        if years is None:
            return None if self.refused("fiscal_year") else CALENDAR
        return FiscalYear(years.starts, years.named_for) if years.__dict__["starts"] else None


class Statement(Described):
    """The organization's vision, mission or strategic objective."""

    statement: str | None = field(Prose(), "The sentence itself.")


class Plan(Record):
    """A strategy."""

    format: str = field(Choice("1"), "The version of this format: 1.", required=True)
    plan: Header = field(Part(Header), "What the plan says of itself.", required=True)
    outline: tuple[str, ...] = field(
        Many(Place()), "The table of contents: parts and chapters in printing order."
    )
    forewords: tuple[Foreword, ...] = field(Many(Part(Foreword)), "The notes that open the document.")
    vision: Statement | None = field(
        Part(Statement, brief="statement"), "What the organization wants to see."
    )
    mission: Statement | None = field(Part(Statement, brief="statement"), "What the organization is for.")
    objective: Statement | None = field(Part(Statement, brief="statement"), "The one strategic objective.")
    values: tuple[Value, ...] = field(Many(Part(Value)), "How the organization behaves.")
    figures: tuple[Figure, ...] = field(Many(Part(Figure)), "Numbers printed large.")
    themes: tuple[Theme, ...] = field(Many(Part(Theme)), "Concerns that run through the plan.")
    challenges: tuple[Challenge, ...] = field(Many(Part(Challenge)), "Problems the plan answers.")
    chapters: tuple[Chapter, ...] = field(Many(Part(Chapter)), "What the document tells besides.")
    outcome_kinds: tuple[OutcomeKind, ...] = field(
        Many(Part(OutcomeKind)), "The organization's own kinds of outcome."
    )
    action_lines: tuple[ActionLine, ...] = field(Many(Part(ActionLine)), "What the organization will do.")
    outcomes: tuple[Outcome, ...] = field(
        Many(Part(Outcome)), "Results promised, if not inside an action line or axis."
    )
    indicators: tuple[Indicator, ...] = field(
        Many(Part(Indicator)), "What is measured, if not inside an outcome."
    )
    programmes: tuple[Programme, ...] = field(Many(Part(Programme)), "Standing projects and services.")
    stakeholders: tuple[Stakeholder, ...] = field(
        Many(Part(Stakeholder)), "Who acts, decides, pays or benefits."
    )
    updates: tuple[Update, ...] = field(Many(Part(Update)), "What was reported, and when.")
    readings: tuple[DatedReading, ...] = field(
        Many(Part(DatedReading)),
        "Values read that no report gave; better kept as tables beside the YAML: `readings/*.csv`.",
    )
    work_plans: tuple[WorkPlan, ...] = field(Many(Part(WorkPlan)), "What is done in one period.")
    decisions: tuple[Decision, ...] = field(Many(Part(Decision)), "What a body decided.")
    risks: tuple[Risk, ...] = field(Many(Part(Risk)), "What could prevent something.")
    accepted_changes: tuple[AcceptedChange, ...] = field(
        Many(Part(AcceptedChange)), "Changes from the previous plan or revision that were decided."
    )
    retired: tuple[Retirement, ...] = field(
        Many(Part(Retirement)), "Elements of the previous plan that nothing here succeeds."
    )
    consultation: tuple[ConsultationEntry, ...] = field(
        Many(Part(ConsultationEntry)), "How the plan came about."
    )
    glossary: tuple[Term, ...] = field(Many(Part(Term)), "The plan's words and what they mean.")
    references: tuple[Work, ...] = field(Many(Part(Work)), "Works cited, and publications.")
    history: tuple[HistoryEntry, ...] = field(Many(Part(HistoryEntry)), "What happened to the organization.")
    members: tuple[Member, ...] = field(Many(Part(Member)), "Who the organization is made of.")
    versions: tuple[VersionEntry, ...] = field(Many(Part(VersionEntry)), "The versions of the document.")
    fields: tuple[OwnField, ...] = field(Many(Part(OwnField)), "Fields of the organization's own.")


ONCE = ("format", "plan", "outline", "vision", "mission", "objective")
"""Keys that stand in one file of a plan only."""
