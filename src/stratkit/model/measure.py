"""What is measured: indicators with their baseline and targets."""

from __future__ import annotations

from decimal import Decimal

from stratkit.model.date import PartialDate
from stratkit.model.element import Titled
from stratkit.model.record import Record, field
from stratkit.model.shape import (
    ACTOR,
    Choice,
    DateShape,
    Line,
    Many,
    Measurement,
    Number,
    Part,
    Reference,
    Table,
    Word,
)

CADENCES = ("monthly", "quarterly", "half_yearly", "yearly")


class Baseline(Record):
    """The value from which change is counted."""

    date: PartialDate | None = field(DateShape(), "The time it was taken at: its last day.")
    value: Decimal | str = field(Measurement(), "The value.", required=True)
    note: str | None = field(Line(), "What has to be known about it.")


class Target(Record):
    """The value to be reached, or the bounds to be kept to."""

    date: PartialDate | None = field(DateShape(), "When: by its last day.")
    value: Decimal | str | None = field(Measurement(), "The value to be reached.")
    min: Decimal | None = field(Number(), "To maintain: not below this.")
    max: Decimal | None = field(Number(), "To maintain: not above this.")
    note: str | None = field(Line(), "What has to be known about it.")


class Indicator(Titled):
    """What is measured to see whether something is so."""

    kind_ = "indicator"
    measures: tuple[str, ...] = field(
        Many(Reference()), "What it measures, if it does not stand inside an outcome. Absent: the whole plan."
    )
    unit: str | None = field(Line(), "What is counted. `percent`, `points` and currency codes are known.")
    direction: str | None = field(Choice("increase", "decrease", "maintain"), "Which way is better.")
    aggregate: str | None = field(
        Choice("latest", "sum", "per_period"),
        "`latest` (unless said): a state or running total. `sum`: readings add up over the cycle. "
        "`per_period`: each against its own period's target.",
    )
    baseline: Baseline | None = field(Part(Baseline), "The value from which change is counted.")
    targets: tuple[Target, ...] = field(
        Many(Part(Target)), "The values to be reached, in the order of their dates."
    )
    path: str | None = field(
        Choice("linear", "stepped"), "What is expected between baseline and target. Absent: linear."
    )
    groups: dict[str, tuple[str, ...]] | None = field(
        Table(Many(Word())), "How readings are broken down, such as `sex: [women, men]`."
    )
    source: str | None = field(Line(), "Where the values come from.")
    cadence: str | None = field(Choice(*CADENCES), "How often it is read.")
    lead: str | None = field(Reference(*ACTOR), "Who reads it.")
    scale: tuple[str, ...] = field(
        Many(Word()), "Words in rising order, if values are words and not numbers."
    )
