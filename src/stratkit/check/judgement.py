"""Two plans judged: how much each change matters to those who were promised something."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stratkit.check.attainment import Attainment
from stratkit.check.levels import LEVELS, POLICIES, RENEWED, Level, Policy, highest, level_of, settled
from stratkit.compare.change import Change, Kind
from stratkit.compare.difference import Difference
from stratkit.compare.fingerprints import accept, decisions, fingerprints
from stratkit.compare.holding import above
from stratkit.model.date import CALENDAR, PartialDate
from stratkit.model.element import Element
from stratkit.model.measure import Indicator, Target
from stratkit.model.record import Record
from stratkit.model.report import AcceptedChange, Retirement

DATED: tuple[Kind, ...] = ("postponed", "target-postponed", "target-dropped")
"""Kinds of change of what was due on a day."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A change, how much it matters, its fingerprint, and the decision that accepts it, if there is one."""

    change: Change
    level: Level
    fingerprint: str
    accepted: AcceptedChange | None = None


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """The changes as a policy judges them, in their order, and the decisions that match none of them."""

    policy: str
    changes: tuple[Judged, ...]
    unmatched: tuple[AcceptedChange, ...]

    @cached_property
    def counts(self) -> Mapping[Level, int]:
        """How many changes there are of each level, without those that were accepted."""
        found = Counter(one.level for one in self.changes if not one.accepted)
        return {level: found[level] for level in LEVELS}

    def fails(self, on: Level) -> bool:
        """Whether there is a change of this level or a higher one that nobody accepted."""
        return any(self.counts[level] for level in LEVELS[LEVELS.index(on) :])


def judge(difference: Difference, policy: str = "accountability") -> Judgement:
    """Judge each change by one of `POLICIES`. Raises KeyError for any other name."""
    changes, judge = difference.changes, _Judge(difference, POLICIES[policy])
    names = fingerprints(changes)
    acceptance = accept(names, decisions(difference))
    return Judgement(
        policy=policy,
        changes=tuple(
            Judged(change=change, level=judge.level(change), fingerprint=name, accepted=accepted)
            for change, name, accepted in zip(changes, names, acceptance.decisions, strict=True)
        ),
        unmatched=acceptance.unmatched,
    )


class _Judge:
    """What surrounds the changes between two plans, as far as it matters for a policy."""

    def __init__(self, difference: Difference, policy: Policy) -> None:
        self.difference = difference
        self.policy = policy
        self.asked = {each.old.id for each in difference.matching.proposals}
        self.attainment = Attainment(difference.old)

    def level(self, change: Change) -> Level:
        """A level; of what was removed, the highest among all that went with it."""
        if change.kind == "removed" or _is_dropped_unsaid(change):
            return highest(self._removed(change))
        of = _kind(change)
        renewed = () if self.difference.matching.revised else RENEWED
        if any(rule.holds(change.kind, of, change.field) for rule in renewed):
            return settled("info", change.kind, of, change.field, self.policy)
        level = level_of(change.kind, of, change.field, self.policy)
        if level != "error" or not self._is_over(change):
            return level
        term = _term(change)
        due = term.last(self.difference.old.fiscal or CALENDAR) if term else date.max
        met = self.attainment.is_met(change.old, by=due)
        if met is False:  # it was not reached on its day, and is promised again for a later one
            return level
        return settled("info" if met else "warning", change.kind, of, change.field, self.policy)

    def _removed(self, change: Change) -> Iterator[Level]:
        """The level of each element that was removed.

        Of one that may go on, or that our reading alone found to be promised, nobody can say more. One that
        was reported as completed is not lost between cycles.
        """
        for element in self._gone.get(_id(change), ()):
            if not self.difference.matching.revised and self.attainment.is_completed(element):
                yield settled("info", "removed", element.kind_, "", self.policy)
                continue
            level = level_of("removed", element.kind_, "", self.policy)
            if level == "error" and (element.id in self.asked or element.basis == "reading"):
                level = settled("warning", "removed", element.kind_, "", self.policy)
            yield level

    @cached_property
    def _gone(self) -> Mapping[str, Sequence[Element]]:
        """Each element that is gone, by its id, and by those of all that it lay in."""
        found: dict[str, list[Element]] = defaultdict(list)
        index, fates = self.difference.old.index, self.difference.retirements
        gone = {element.id for element in self.difference.matching.gone}
        for element in self.difference.matching.gone:
            within = above(index, element, gone, fates) if element.id not in fates else ()
            for name in (element.id, *within):
                found[name].append(element)
        return found

    def _is_over(self, change: Change) -> bool:
        """Whether what is due later, or no more, was due before the next cycle began.

        The next cycle sets its own dates: that it does is no delay by itself. What is left without any target
        is not excused.
        """
        if self.difference.matching.revised or change.kind not in DATED:
            return False
        if change.kind == "target-dropped" and isinstance(change.new, Indicator) and not change.new.targets:
            return False
        term = _term(change)
        return self._is_before(term) if term else True

    def _is_before(self, term: PartialDate) -> bool:
        old, new = self.difference.old, self.difference.new
        period = new.header.period if new.header else None
        begins = period.first(new.fiscal or CALENDAR) if period else None
        return begins is None or term.last(old.fiscal or CALENDAR) < begins


def _is_dropped_unsaid(change: Change) -> bool:
    """Whether something was dropped, and nobody says why."""
    said = change.after
    return (
        isinstance(said, Retirement)
        and said.fate == "dropped"
        and not (said.reason or said.refused("reason"))
    )


def _term(change: Change) -> PartialDate | None:
    """When what changed was due."""
    term = change.before.date if isinstance(change.before, Target) else change.before
    return term if isinstance(term, PartialDate) else None


def _id(change: Change) -> str:
    """The id of the element in the earlier plan."""
    return change.old.__dict__.get("id", "") if change.old else ""


def _kind(change: Change) -> str:
    record: Record | None = change.old or change.new
    return getattr(record, "kind_", "")
