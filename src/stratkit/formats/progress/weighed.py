"""The working of what is rolled up: its parts with their weights, and their mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from stratkit.formats.progress.arithmetic import equals, number, total
from stratkit.formats.progress.done import UNTOLD
from stratkit.formats.progress.measured import why as why_unmeasured
from stratkit.formats.progress.sheet import Row
from stratkit.formats.progress.verdict import said, verdict
from stratkit.model.measure import Indicator
from stratkit.model.promise import Milestone, Outcome
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.overview import Overview
from stratkit.progress.rollup import GroupStanding, MilestoneStanding, OutcomeStanding, Part


def parts(overview: Overview, stands: GroupStanding) -> Iterator[Row]:
    """A table of the parts."""
    if stands.figures:
        yield Row(label="part", cells=("reached", "expected", "weight"))
    for part in stands.made_of:
        yield _part(overview, part)


def weighed(overview: Overview, stands: GroupStanding) -> Iterator[Row]:
    """The means of the parts with a figure, and the status that follows."""
    reason = why(stands)
    counted = [part for part in stands.made_of if part.percent is not None]
    if 0 < len(counted) < stands.parts:
        yield Row(label="figures", cells=(f"{len(counted)} of {stands.parts} parts",))
    if stands.percent is not None and stands.expected_percent is not None:
        yield Row(label="reached", cells=(_mean(stands.percent, [p.percent for p in counted], counted),))
        yield Row(
            label="expected", cells=(_mean(stands.expected_percent, [p.expected for p in counted], counted),)
        )
    yield from verdict(overview, stands, reason)
    yield from said(overview, stands.told, stands)


def why(stands: GroupStanding) -> str:
    """Why something rolled up has no figure; empty if it has one."""
    if stands.percent is not None:
        return ""
    if not stands.parts:
        return "nothing measures it" if isinstance(stands, OutcomeStanding) else "no outcome belongs to it"
    if not stands.figures:
        return (
            f"none of its {stands.parts} parts has a figure" if stands.parts > 1 else "its part has no figure"
        )
    return "the weights of its parts add up to 0"


def _part(overview: Overview, part: Part) -> Row:
    """A part: what is there, and what counts of it where that is bounded."""
    stands, record = part.standing, record_of(part)
    span = record.origin.name()
    if part.percent is None or part.expected is None:
        return Row(label=record.id, cells=(f"left out: {_why_left_out(overview, part)}",), span=span)
    reached = _counts(stands.percent, part.percent)
    expected = _counts(stands.expected_percent, part.expected)
    return Row(label=record.id, cells=(reached, expected, number(part.weight)), span=span)


def record_of(part: Part) -> Indicator | Milestone | Outcome:
    """The element that counts."""
    stands = part.standing
    if isinstance(stands, IndicatorStanding):
        return stands.indicator
    return stands.milestone if isinstance(stands, MilestoneStanding) else stands.outcome


def _why_left_out(overview: Overview, part: Part) -> str:
    stands = part.standing
    if isinstance(stands, IndicatorStanding):
        return why_unmeasured(overview, stands)
    return why(stands) if isinstance(stands, OutcomeStanding) else UNTOLD


def _counts(percent: Fraction | None, held: Fraction) -> str:
    said_ = number(held if percent is None else percent)
    return f"{said_} %" if percent == held else f"{said_} %, as {number(held)}"


def _mean(mean: Fraction, figures: Sequence[Fraction | None], counted: Sequence[Part]) -> str:
    """The mean with its arithmetic."""
    found = [figure or Fraction(0) for figure in figures]
    weights = [part.weight for part in counted]
    if len(found) == 1:
        return f"{number(mean)} %, as its one part with a figure"
    if len(set(weights)) == 1:
        return f"({total(found)}) / {len(found)} {equals(mean, ' %')}"
    terms = (
        number(figure) if weight == 1 else f"{number(weight)} × {number(figure)}"
        for weight, figure in zip(weights, found, strict=True)
    )
    return f"({' + '.join(terms)}) / {number(sum(weights, Fraction(0)))} {equals(mean, ' %')}"
