"""How outcomes stand on a day by their indicators and milestones, and all above them by their outcomes.

A share of 100 % or more counts as 100, and one below 0 as 0: who achieves more than planned makes up for
nobody. What has no figure is left out, and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from stratkit.load.tags import tags_of
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator, Target
from stratkit.model.promise import ActionLine, Axis, Milestone, Outcome
from stratkit.model.record import Record
from stratkit.model.report import NO_REPORT, NOT_COMPUTED
from stratkit.progress.indicators import IndicatorStanding, Measures
from stratkit.progress.known import Known, Told
from stratkit.progress.share import HUNDRED
from stratkit.progress.standing import Bands, Standing, standing


@dataclass(frozen=True, kw_only=True)
class MilestoneStanding(Standing):
    """A milestone is done or not: 100 or 0 %. `told` is what was said of it last."""

    milestone: Milestone
    due: date | None
    told: Told | None


@dataclass(frozen=True, kw_only=True)
class GroupStanding(Standing):
    """Something by its parts: `figures` of `parts` have a figure. `told` is what was said of itself last."""

    made_of: tuple[Part, ...]
    told: Told | None

    @property
    def figures(self) -> int:
        return sum(part.percent is not None for part in self.made_of)

    @property
    def parts(self) -> int:
        return len(self.made_of)


@dataclass(frozen=True, kw_only=True)
class OutcomeStanding(GroupStanding):
    """An outcome by what measures it."""

    outcome: Outcome
    indicators: tuple[IndicatorStanding, ...]
    milestones: tuple[MilestoneStanding, ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """What counts in something above it, by its weight.

    What is there and what is expected are held between 0 and 100; both are None for a part without a figure.
    """

    standing: IndicatorStanding | MilestoneStanding | OutcomeStanding
    weight: Fraction
    percent: Fraction | None
    expected: Fraction | None


class Progress:
    """A plan as of a day. Standings are worked out once, and known by the ids of their elements."""

    def __init__(self, workspace: Workspace, day: date, bands: Bands | None = None) -> None:
        self.workspace = workspace
        self.bands = bands or Bands.of(workspace.settings)
        self.known = Known(workspace, day)
        self._measures = Measures(workspace, self.known, self.bands)

    @property
    def eve(self) -> date | None:
        """The day before the plan begins: baselines without a date are of that day."""
        return self._measures.eve

    def due(self, target: Target) -> date | None:
        """The day by which a target is to be reached."""
        return self._measures.due(target)

    @cached_property
    def indicators(self) -> dict[str, IndicatorStanding]:
        """Every indicator."""
        found = self.workspace.index.of_kind(Indicator)
        return {indicator.id: self._measures.standing(indicator) for indicator in found}

    @cached_property
    def outcomes(self) -> dict[str, OutcomeStanding]:
        """Every outcome, with its milestones."""
        return {outcome.id: self._outcome(outcome) for outcome in self.workspace.index.of_kind(Outcome)}

    @cached_property
    def milestones(self) -> dict[str, MilestoneStanding]:
        """Every milestone."""
        found = (stands for outcome in self.outcomes.values() for stands in outcome.milestones)
        return {stands.milestone.id: stands for stands in found}

    @cached_property
    def plan(self) -> GroupStanding:
        """All of the plan."""
        return self._group(self.outcomes.values(), "")

    def place(self, record: ActionLine | Axis) -> GroupStanding:
        """An action line or axis, by all outcomes in it."""
        return self._group((self.outcomes[outcome.id] for outcome in self._within(record)), record.id)

    def theme(self, target: str) -> GroupStanding:
        """A theme, by the outcomes that serve it."""
        return self._group(
            (s for s in self.outcomes.values() if target in self._tags[s.outcome.id][1]), target
        )

    def challenge(self, target: str) -> GroupStanding:
        """A challenge, by the outcomes that answer it."""
        return self._group(
            (s for s in self.outcomes.values() if target in self._tags[s.outcome.id][0]), target
        )

    def measuring(self, record: Record) -> list[IndicatorStanding]:
        """The indicators that stand inside something, then those that name it in `measures`."""
        inside = (one.id for one in record.__dict__.get("indicators", ()))
        own = dict.fromkeys((*inside, *self._measured.get(record.__dict__["id"], ())))
        return [self.indicators[target] for target in own]

    @cached_property
    def _tags(self) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        index = self.workspace.index
        tags = {outcome.id: tags_of(index, outcome) for outcome in index.of_kind(Outcome)}
        return {target: (found.challenges, found.themes) for target, found in tags.items()}

    @cached_property
    def _measured(self) -> dict[str, list[str]]:
        """The indicators that stand elsewhere and name an outcome, by that."""
        found: dict[str, list[str]] = {}
        for indicator in self.workspace.index.of_kind(Indicator):
            for target in indicator.measures:
                found.setdefault(target, []).append(indicator.id)
        return found

    def _within(self, record: ActionLine | Axis) -> Iterable[Outcome]:
        yield from self.workspace.index.outcomes_in(record)
        for axis in record.axes:
            yield from self._within(axis)

    def _outcome(self, outcome: Outcome) -> OutcomeStanding:
        indicators = tuple(self.measuring(outcome))
        milestones = tuple(self._milestone(milestone) for milestone in outcome.milestones)
        told = self.known.told(outcome.id)
        parts = [_part(stands, stands.indicator.weight) for stands in indicators]
        parts += [_part(stands, stands.milestone.weight) for stands in milestones]
        return OutcomeStanding(
            **vars(self._weigh(parts, told)), outcome=outcome, indicators=indicators, milestones=milestones
        )

    def _milestone(self, milestone: Milestone) -> MilestoneStanding:
        told = self.known.told(milestone.id)
        due = milestone.due.last(self.known.fiscal) if milestone.due else None
        expected = HUNDRED if due and due < self.known.day else Fraction(0)
        percent = None if told is None else HUNDRED if self._is_done(told) else Fraction(0)
        found = standing(percent, expected, self.bands, reported=told is not None)
        return MilestoneStanding(**vars(found), milestone=milestone, due=due, told=told)

    def _is_done(self, told: Told) -> bool:
        """Whether a milestone is completed, by the day that was given for it."""
        entry = told.entry
        if entry.date and entry.date.last(self.known.fiscal) > self.known.day:
            return False
        return entry.status == "completed" or (
            entry.status is None and entry.progress is not None and entry.progress >= HUNDRED
        )

    def _group(self, outcomes: Iterable[OutcomeStanding], target: str) -> GroupStanding:
        found = {stands.outcome.id: stands for stands in outcomes}.values()
        told = self.known.told(target)
        return self._weigh([_part(stands, stands.outcome.weight) for stands in found], told)

    def _weigh(self, parts: Sequence[Part], told: Told | None) -> GroupStanding:
        """Parts by their weights."""
        reported = told is not None or any(part.standing.status != NO_REPORT for part in parts)
        percent = _mean((part.percent, part.weight) for part in parts)
        expected = _mean((part.expected, part.weight) for part in parts)
        status = self.bands.status(percent, expected) if percent is not None and expected is not None else ""
        return GroupStanding(
            percent=percent,
            expected_percent=expected,
            status=status or (NOT_COMPUTED if reported else NO_REPORT),
            made_of=tuple(parts),
            told=told,
        )


def _part(stands: IndicatorStanding | MilestoneStanding | OutcomeStanding, weight: Decimal | None) -> Part:
    """A part; its weight is 1 unless said."""
    has_figure = stands.percent is not None and stands.expected_percent is not None
    return Part(
        standing=stands,
        weight=Fraction(1) if weight is None else Fraction(weight),
        percent=_held(stands.percent) if has_figure else None,
        expected=_held(stands.expected_percent) if has_figure else None,
    )


def _held(percent: Fraction | None) -> Fraction:
    return min(max(percent or Fraction(0), Fraction(0)), HUNDRED)


def _mean(figures: Iterable[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    """The mean by weights of what has a figure; None if nothing has, or its weights are all 0."""
    counted = [(figure, weight) for figure, weight in figures if figure is not None]
    total = sum((weight for _, weight in counted), Fraction(0))
    return sum((figure * weight for figure, weight in counted), Fraction(0)) / total if total else None
