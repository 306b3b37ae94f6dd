"""A plan as of a day, line by line: how each element stands, what was said of it, and what has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from stratkit.load.tags import lead_of
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.promise import ActionLine, Axis, Challenge, Milestone, Outcome, Theme
from stratkit.model.report import NO_REPORT
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.known import ALWAYS, Known, Told
from stratkit.progress.reporting import Report, Reporting
from stratkit.progress.rollup import Progress
from stratkit.progress.standing import Standing, differ

Shown = ActionLine | Axis | Outcome | Indicator | Milestone | Theme | Challenge


@dataclass(frozen=True, kw_only=True)
class Line:
    """An element in the tree of a plan, `depth` levels down.

    `told` is what the last report said of it, `before` how it stood before the last report of the plan and
    `told_before` what was said then: None where there was no earlier report. `report` is the last one on an
    outcome; `missing`: a report on it is owed.
    """

    depth: int
    record: Shown
    standing: Standing
    told: Told | None = None
    before: Standing | None = None
    told_before: Told | None = None
    report: Report | None = None
    missing: bool = False
    lead: str | None = None

    @property
    def status(self) -> str:
        """What was said, if anything was, else what was computed."""
        return (self.told.entry.status if self.told else None) or self.standing.status

    @property
    def differs(self) -> bool:
        """Whether the numbers say something else than what was reported."""
        return differ(self.told.entry.status if self.told else None, self.standing.status)

    @property
    def status_before(self) -> str | None:
        """The same before the last report."""
        said = self.told_before.entry.status if self.told_before else None
        return said or (self.before.status if self.before else None)


class Overview:
    """A plan as of a day, beside how it stood before its last report (`before`, None if there was none)."""

    def __init__(self, workspace: Workspace, day: date) -> None:
        self.workspace = workspace
        self.day = day
        self.progress = Progress(workspace, day)
        self.reporting = Reporting(self.progress)
        previous = self._eve()
        self.before = Progress(workspace, previous) if previous else None

    def _eve(self) -> date | None:
        """The day before the last report became known; without dated reports, before the last term began."""
        known = self.progress.known
        dated = [since for update in known.updates if (since := known.since(update)) != ALWAYS]
        if dated:
            return dated[-1] - timedelta(days=1) if len(set(dated)) > 1 else None
        term = self.reporting.term
        return term.first - timedelta(days=1) if term else None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The whole tree in the order of the plan; then the plan's own outcomes, and all other indicators."""
        plan = self.workspace.plan
        tree = [line for record in plan.action_lines for line in self._branch(record, 0)]
        own = (outcome for outcome in plan.outcomes if not outcome.parent)
        tree += [line for outcome in own for line in self._outcome(outcome, 0)]
        placed = {line.record.id for line in tree}
        rest = [stands for target, stands in self.progress.indicators.items() if target not in placed]
        return (*tree, *self._indicators(rest, 0))

    @cached_property
    def themes(self) -> tuple[Line, ...]:
        """The themes, each by the outcomes that serve it."""
        found = self.workspace.index.of_kind(Theme)
        return tuple(self._across(theme, lambda progress, target: progress.theme(target)) for theme in found)

    @cached_property
    def challenges(self) -> tuple[Line, ...]:
        """The challenges, each by the outcomes that answer it."""
        found = self.workspace.index.of_kind(Challenge)
        return tuple(self._across(one, lambda progress, target: progress.challenge(target)) for one in found)

    def _across(self, record: Theme | Challenge, stands: Callable[[Progress, str], Standing]) -> Line:
        before = stands(self.before, record.id) if self.before else None
        return self._line(record, 0, stands(self.progress, record.id), before)

    @cached_property
    def outcomes(self) -> tuple[Line, ...]:
        """The outcomes in the order of the plan."""
        return tuple(line for line in self.lines if isinstance(line.record, Outcome))

    @cached_property
    def statuses(self) -> Counter[str]:
        """How many outcomes there are of each status, the reported one if there is any."""
        return Counter(line.status for line in self.outcomes)

    def _branch(self, record: ActionLine | Axis, depth: int) -> Iterator[Line]:
        before = self.before.place(record) if self.before else None
        yield self._line(record, depth, self.progress.place(record), before)
        for axis in record.axes:
            yield from self._branch(axis, depth + 1)
        for outcome in self.workspace.index.outcomes_in(record):
            yield from self._outcome(outcome, depth + 1)
        yield from self._indicators(self.progress.measuring(record), depth + 1)

    def _outcome(self, outcome: Outcome, depth: int) -> Iterator[Line]:
        stands = self.progress.outcomes[outcome.id]
        yield self._line(outcome, depth, stands, self.before.outcomes[outcome.id] if self.before else None)
        yield from self._indicators(list(stands.indicators), depth + 1)
        for milestone in stands.milestones:
            target = milestone.milestone.id
            before = self.before.milestones[target] if self.before else None
            yield self._line(milestone.milestone, depth + 1, milestone, before)

    def _indicators(self, found: list[IndicatorStanding], depth: int) -> Iterator[Line]:
        for stands in found:
            before = self.before.indicators[stands.indicator.id] if self.before else None
            yield self._line(stands.indicator, depth, stands, before)

    def _line(self, record: Shown, depth: int, standing: Standing, before: Standing | None) -> Line:
        told = self.progress.known.told(record.id)
        told_before = self.before.known.told(record.id) if self.before else None
        known = before is not None and (before.status != NO_REPORT or told_before is not None)
        outcome = record if isinstance(record, Outcome) else None
        return Line(
            depth=depth,
            record=record,
            standing=standing,
            told=told,
            before=before if known else None,
            told_before=told_before,
            report=self.reporting.last(outcome) if outcome else None,
            missing=outcome is not None and record.id in self._missing,
            lead=lead_of(self.workspace.index, record),
        )

    @cached_property
    def _missing(self) -> frozenset[str]:
        return frozenset(outcome.id for outcome in self.reporting.missing)


def last_known(workspace: Workspace) -> date | None:
    """The day on which something became known last in a plan."""
    return Known(workspace, date.max).last
