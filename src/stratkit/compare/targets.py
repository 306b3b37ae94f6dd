"""What an indicator is to reach, then and now: in the direction that counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from stratkit.compare.change import Change, Kind
from stratkit.compare.fields import compare_fields, compare_texts, is_plainly_same, is_refused
from stratkit.compare.figures import values
from stratkit.compare.listed import count_same
from stratkit.compare.pair import Pair
from stratkit.compare.pairing import Candidate, near, pair_off
from stratkit.compare.place import Place
from stratkit.model import shape
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.model.record import Record
from stratkit.source.text import Span

_SAID = ("date", "value", "min", "max")
_DATE = shape.DateShape()

FIELDS = frozenset(("baseline", "targets", "unit", "direction"))
"""The fields of an indicator that are compared here."""


def compare_measures(pair: Pair, old: Indicator, new: Indicator) -> Iterator[Change]:
    """The changes of unit, direction, baseline and targets, as far as they can be read."""
    if not is_plainly_same(old.unit, new.unit):
        place = Place(records=(old, new), name="unit", path="unit")
        if not (is_refused(old, "unit") or is_refused(new, "unit")):
            yield from compare_texts(pair, old.unit, new.unit, place, kind="unit-changed")
    if old.direction != new.direction and not (is_refused(old, "direction") or is_refused(new, "direction")):
        place = Place(records=(old, new), name="direction", path="direction")
        yield pair.change("direction-changed", old.direction, new.direction, place)
    baselines = list(_compare_baselines(pair, old, new))
    if baselines and not (is_refused(old, "baseline") or is_refused(new, "baseline")):
        yield from baselines
    same = pair.is_literal and is_plainly_same(*(tuple(map(_written, one.targets)) for one in (old, new)))
    targets = [] if same else list(_Targets(pair, old, new).changes())
    hidden = is_refused(old, "targets") or is_refused(new, "targets") if targets else True
    if not hidden and not any(map(_is_doubtful, (*old.targets, *new.targets))):
        yield from targets


def _written(figure: Target | Baseline) -> tuple[object, ...]:
    return tuple(figure.as_dict().values())


def _is_doubtful(figure: Target | Baseline) -> bool:
    return "origin" in figure.__dict__ and figure.refused(*(set(_SAID) & figure.fields_.keys()))


def _compare_baselines(pair: Pair, old: Indicator, new: Indicator) -> Iterator[Change]:
    before, after = old.baseline, new.baseline
    if before is None and after is None:
        return
    place = Place(records=(old, new), name="baseline", path="baseline")
    if before is None or after is None:
        kind: Kind = "baseline-added" if before is None else "baseline-dropped"
        yield pair.change(kind, before, after, place)
        return
    same = pair.is_literal and is_plainly_same(_written(before), _written(after))
    if same or not (_fits(before, old) and _fits(after, new)):
        return
    if _is_doubtful(before) or _is_doubtful(after):
        return
    inner = (before, after)
    if before.value != after.value:
        at = Place(records=inner, name="value", path="baseline.value")
        yield pair.change("baseline-restated", before.value, after.value, at)
    if not pair.is_same(_DATE, before.date, after.date):
        at = Place(records=inner, name="date", path="baseline.date")
        yield pair.change("baseline-restated", before.date, after.date, at)
    yield from compare_fields(pair, before, after, "baseline.", frozenset(("value", "date")))


def _fits(figure: Target | Baseline, indicator: Indicator) -> bool:
    """Whether a word is one of the scale; others have been reported, and say nothing."""
    return not isinstance(figure.value, str) or figure.value in indicator.scale


class _Targets:
    """The targets of one indicator, then and now."""

    def __init__(self, pair: Pair, old: Indicator, new: Indicator) -> None:
        self.pair = pair
        self.old = old
        self.new = new

    def changes(self) -> Iterator[Change]:
        """Pairs of targets are those of one day and value, then those of either, whichever are more.

        Between cycles it is where each wants to get in the end that counts: those of one day are a pair, and
        of what is left the last of either; steps on the way are each cycle's own.
        """
        old = [target for target in self.old.targets if _fits(target, self.old)]
        new = [target for target in self.new.targets if _fits(target, self.new)]
        if len(old) < len(self.old.targets) or len(new) < len(self.new.targets):
            return
        pairs = self._pairs(old, new) if self.pair.revised else self._ends(old, new)
        for one, other in pairs:
            if one is not None and other is not None:
                yield from self._compare(one, other)
            else:
                yield self._change("target-added" if one is None else "target-dropped", one, other)

    def _pairs(
        self, old: list[Target], new: list[Target]
    ) -> Iterator[tuple[Target, None] | tuple[None, Target] | tuple[Target, Target]]:
        taken = pair_off(self._candidates(old, new))
        if not taken and len(old) == len(new) == 1:
            taken = {0: 0}
        for one, target in enumerate(old):
            yield (target, new[taken[one]]) if one in taken else (target, None)
        for other, target in enumerate(new):
            if other not in taken.values():
                yield (None, target)

    def _ends(
        self, old: list[Target], new: list[Target]
    ) -> Iterator[tuple[Target, None] | tuple[None, Target] | tuple[Target, Target]]:
        alike = (one for one in self._candidates(old, new) if self._is_of_one_day(old[one.old], new[one.new]))
        taken = pair_off(alike)
        yield from ((old[one], new[other]) for one, other in sorted(taken.items()))
        left = [target for one, target in enumerate(old) if one not in taken]
        come = [target for other, target in enumerate(new) if other not in taken.values()]
        if left and come:
            yield max(left, key=lambda one: self._day(one, 0)), max(come, key=lambda one: self._day(one, 1))
        elif not taken:
            yield from ((target, None) for target in left)
            yield from ((None, target) for target in come)

    def _is_of_one_day(self, one: Target, other: Target) -> bool:
        return self._day(one, 0) == self._day(other, 1)

    def _candidates(self, old: list[Target], new: list[Target]) -> Iterator[Candidate]:
        days = [[self._day(one, side) for one in each] for side, each in enumerate((old, new))]
        figures = [[tuple(values(one)) for one in each] for each in (old, new)]
        more = (Counter(figures[0]) & Counter(figures[1])).total() > (
            Counter(days[0]) & Counter(days[1])
        ).total()
        for one, other in near(len(old), len(new)):
            alike = [days[0][one] == days[1][other], figures[0][one] == figures[1][other]]
            if any(alike):
                rank = (-sum(alike), alike[0] == more, -count_same(self.pair, old[one], new[other]))
                yield Candidate(rank, one, other)

    def _compare(self, one: Target, other: Target) -> Iterator[Change]:
        days = self._day(one, 0), self._day(other, 1)
        at = Place(records=(one, other), name="date", path="targets.date")
        if (one.date is None) != (other.date is None):
            kind: Kind = "set" if one.date is None else "unset"
            yield self.pair.change(kind, one.date, other.date, at)
        elif days[0] != days[1]:
            if self.pair.revised or values(one) == values(other):
                kind = "target-brought-forward" if days[1] < days[0] else "target-postponed"
                yield self._change(kind, one, other)
        elif not self.pair.is_same(_DATE, one.date, other.date):
            yield self.pair.change("changed", one.date, other.date, at)
        if values(one) != values(other):
            yield self._change(_judge(self.old, self.new, one, other), one, other)
        yield from compare_fields(self.pair, one, other, "targets.", frozenset(_SAID))

    def _day(self, target: Target, side: int) -> date:
        return target.date.last(self.pair.fiscal[side]) if target.date else date.max

    def _change(self, kind: Kind, target: Target | None, other: Target | None) -> Change:
        return Change(
            kind=kind,
            old=self.pair.old,
            new=self.pair.new,
            field="targets",
            before=target,
            after=other,
            fro=_place(target, self.old),
            to=_place(other, self.new),
            at=Place(records=(self.old, self.new), name="targets", path="targets"),
        )


def _place(target: Target | Baseline | None, indicator: Record) -> Span | None:
    origin = (target or indicator).__dict__.get("origin")
    return None if origin is None else origin.whole() if target else origin.name()


def _judge(old: Indicator, new: Indicator, target: Target, other: Target) -> Kind:
    """Whether more is promised now, or less; nobody can tell where direction or unit changed."""
    if old.direction != new.direction or old.unit != new.unit or old.scale != new.scale:
        return "target-changed"
    found: set[Kind] = {*_judge_values(new, target, other), *_judge_bounds(target, other)}
    return found.pop() if len(found) == 1 else "target-changed"


def _judge_values(indicator: Indicator, target: Target, other: Target) -> Iterator[Kind]:
    """Whether the value is more or less; nothing if it is the same."""
    if target.value == other.value:
        return
    before, after = _rank(target.value, indicator), _rank(other.value, indicator)
    if before is None or after is None or indicator.direction not in ("increase", "decrease"):
        yield "target-changed"
        return
    more = after > before if indicator.direction == "increase" else after < before
    yield "target-raised" if more else "target-lowered"


def _rank(value: Decimal | str | None, indicator: Indicator) -> Decimal | None:
    if value is None or isinstance(value, Decimal):
        return value
    return Decimal(indicator.scale.index(value)) if value in indicator.scale else None


def _judge_bounds(target: Target, other: Target) -> Iterator[Kind]:
    """Narrower bounds promise more; nothing if they are the same."""
    infinite = Decimal("Infinity")
    lows = [-infinite if one.min is None else one.min for one in (target, other)]
    highs = [infinite if one.max is None else one.max for one in (target, other)]
    if lows[0] == lows[1] and highs[0] == highs[1]:
        return
    if lows[1] >= lows[0] and highs[1] <= highs[0]:
        yield "target-raised"
    else:
        yield "target-lowered" if lows[1] <= lows[0] and highs[1] >= highs[0] else "target-changed"
