"""What the organization promises: action lines, axes, outcomes and what stands around them."""

from __future__ import annotations

from stratkit.model.date import PartialDate, Period
from stratkit.model.element import Titled
from stratkit.model.measure import Indicator
from stratkit.model.money import Budget
from stratkit.model.record import field
from stratkit.model.shape import (
    ACTOR,
    WORK,
    Address,
    Choice,
    DateShape,
    Line,
    Many,
    Number,
    Part,
    PeriodShape,
    Reference,
    SdgCode,
    Table,
)


class Theme(Titled):
    """A concern that runs through the plan: tagged, not done."""

    kind_ = "theme"
    kind: str | None = field(
        Choice("orienting", "cross_cutting"),
        "`orienting`: gives direction. `cross_cutting`: minded in everything.",
    )


class FocusArea(Titled):
    """One side of a challenge; it may be named wherever the challenge may."""

    kind_ = "focus_area"


class Challenge(Titled):
    """A problem the plan answers."""

    kind_ = "challenge"
    focus_areas: tuple[FocusArea, ...] = field(Many(Part(FocusArea)), "The sides of the challenge.")


class OutcomeKind(Titled):
    """One of the organization's own kinds or tiers of outcome."""

    kind_ = "outcome_kind"
    level: str | None = field(
        Choice("output", "outcome", "impact"), "Where it stands on the way from work to effect."
    )


class Milestone(Titled):
    """A dated step, or a result that is there or not, such as the adoption of a code."""

    kind_ = "milestone"
    due: PartialDate | None = field(DateShape(), "When it is to be reached: by the last day of this.")
    lead: str | None = field(Reference(*ACTOR), "Who sees to it.")


class Outcome(Titled):
    """A result promised."""

    kind_ = "outcome"
    parent: str | None = field(
        Reference("action_line", "axis"),
        "The axis or action line it belongs to, if it does not stand inside one.",
    )
    kinds: tuple[str, ...] = field(Many(Reference("outcome_kind")), "The organization's own kinds it is of.")
    challenges: tuple[str, ...] = field(
        Many(Reference("challenge", "focus_area")), "The challenges and focus areas it answers."
    )
    themes: tuple[str, ...] = field(Many(Reference("theme")), "The themes it serves.")
    sdgs: tuple[str, ...] = field(Many(SdgCode()), "The Sustainable Development Goals and targets it serves.")
    markers: dict[str, int] | None = field(
        Table(Number(0, 2, whole=True)),
        "Policy markers as the OECD defines them: 0 not targeted, 1 significant, 2 principal.",
    )
    lead: str | None = field(Reference(*ACTOR), "Who answers for it.")
    partners: tuple[str, ...] = field(Many(Reference(*ACTOR)), "Who works on it too.")
    start: PartialDate | None = field(DateShape(), "When work begins: on the first day of this.")
    due: PartialDate | None = field(DateShape(), "When it is to be reached: by the last day of this.")
    depends_on: tuple[str, ...] = field(
        Many(Reference(*WORK, "milestone", "programme")), "What has to be there before it can be."
    )
    contributes_to: tuple[str, ...] = field(Many(Reference(*WORK)), "Which other promises it helps to keep.")
    funders: tuple[str, ...] = field(Many(Reference(*ACTOR)), "Who pays for it, where the sum is not known.")
    budget: tuple[Budget, ...] = field(Many(Part(Budget)), "The money set aside for it.")
    indicators: tuple[Indicator, ...] = field(
        Many(Part(Indicator)), "What is measured to see whether it is reached."
    )
    milestones: tuple[Milestone, ...] = field(Many(Part(Milestone)), "The steps towards it.")


class _Line(Titled):
    """What action lines and axes share."""

    key_ideas: tuple[str, ...] = field(Many(Line()), "The ideas that drive it.")
    challenges: tuple[str, ...] = field(
        Many(Reference("challenge", "focus_area")), "The challenges that all of it answers."
    )
    themes: tuple[str, ...] = field(Many(Reference("theme")), "The themes that all of it serves.")
    lead: str | None = field(Reference(*ACTOR), "Who answers for it.")
    partners: tuple[str, ...] = field(Many(Reference(*ACTOR)), "Who works on it too.")
    funders: tuple[str, ...] = field(Many(Reference(*ACTOR)), "Who pays for it.")
    place: str | None = field(Line(), "Where it works.")
    period: Period | None = field(PeriodShape(), "When it runs.")
    outcomes: tuple[Outcome, ...] = field(Many(Part(Outcome)), "The results promised in it.")
    axes: tuple[Axis, ...]


class Axis(_Line):
    """A line of work inside an action line, or inside another axis."""

    kind_ = "axis"


Axis.add_field("axes", field(Many(Part(Axis)), "The lines of work inside it."))


class ActionLine(_Line):
    """What the organization will do: a line, pillar, goal, priority or window."""

    kind_ = "action_line"
    axes: tuple[Axis, ...] = field(Many(Part(Axis)), "The lines of work inside it.")


class Programme(Titled):
    """A standing project or service."""

    kind_ = "programme"
    contributes_to: tuple[str, ...] = field(
        Many(Reference(*WORK)), "The action lines, axes and outcomes it works for."
    )
    key_ideas: tuple[str, ...] = field(Many(Line()), "The ideas that drive it.")
    themes: tuple[str, ...] = field(Many(Reference("theme")), "The themes it serves.")
    challenges: tuple[str, ...] = field(
        Many(Reference("challenge", "focus_area")), "The challenges it answers."
    )
    lead: str | None = field(Reference(*ACTOR), "Who runs it.")
    partners: tuple[str, ...] = field(Many(Reference(*ACTOR)), "Who works on it too.")
    funders: tuple[str, ...] = field(Many(Reference(*ACTOR)), "Who pays for it.")
    place: str | None = field(Line(), "Where it works.")
    period: Period | None = field(PeriodShape(), "When it runs.")
    url: str | None = field(Address(), "Where to read more.")


class Risk(Titled):
    """What could prevent something."""

    kind_ = "risk"
    threatens: tuple[str, ...] = field(Many(Reference()), "What it could prevent.")
    likelihood: str | None = field(Choice("low", "medium", "high"), "How likely it is.")
    impact: str | None = field(Choice("low", "medium", "high"), "How much it would matter.")
    response: str | None = field(Line(), "What is done about it.")
    lead: str | None = field(Reference(*ACTOR), "Who watches it.")
