"""What an indicator is to reach, then and now: in the direction that counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from stratkit.compare.change import Change, Kind
from stratkit.compare.fields import compare_fields, compare_texts, is_plainly_same, is_refused
from stratkit.compare.figures import values
from stratkit.compare.pair import Pair, Place
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
    targets = list(_Targets(pair, old, new).changes())
    hidden = is_refused(old, "targets") or is_refused(new, "targets") if targets else True
    if not hidden and not any(map(_is_doubtful, (*old.targets, *new.targets))):
        yield from targets


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
    same = is_plainly_same((before.value, before.date, before.note), (after.value, after.date, after.note))
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
        """Pairs of targets are those of one day or of one value, whichever pairs more; then what is left."""
        old = [target for target in self.old.targets if _fits(target, self.old)]
        new = [target for target in self.new.targets if _fits(target, self.new)]
        if len(old) < len(self.old.targets) or len(new) < len(self.new.targets):
            return
        for one, other in self._pairs(old, new):
            if one is not None and other is not None:
                yield from self._compare(one, other)
            else:
                yield self._change("target-added" if one is None else "target-dropped", one, other)

    def _pairs(
        self, old: list[Target], new: list[Target]
    ) -> Iterator[tuple[Target, None] | tuple[None, Target] | tuple[Target, Target]]:
        by_day = _pairing(old, new, lambda one, other: self._day(one, 0) == self._day(other, 1))
        by_value = _pairing(old, new, lambda one, other: values(one) == values(other))
        first, second = (by_value, by_day) if len(by_value) > len(by_day) else (by_day, by_value)
        taken = dict(first)
        for one, other in second:
            if one not in taken and other not in taken.values():
                taken[one] = other
        if not taken and len(old) == len(new) == 1:
            taken = {0: 0}
        for one, target in enumerate(old):
            yield (target, new[taken[one]]) if one in taken else (target, None)
        for other, target in enumerate(new):
            if other not in taken.values():
                yield (None, target)

    def _compare(self, one: Target, other: Target) -> Iterator[Change]:
        days = self._day(one, 0), self._day(other, 1)
        at = Place(records=(one, other), name="date", path="targets.date")
        if (one.date is None) != (other.date is None):
            kind: Kind = "set" if one.date is None else "unset"
            yield self.pair.change(kind, one.date, other.date, at)
        elif days[0] != days[1]:
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
        )


def _pairing(
    old: list[Target], new: list[Target], alike: Callable[[Target, Target], bool]
) -> list[tuple[int, int]]:
    """The places of targets that are alike, each once, in order."""
    found: list[tuple[int, int]] = []
    for number, target in enumerate(old):
        taken = {other for _, other in found}
        match = (place for place, one in enumerate(new) if place not in taken and alike(target, one))
        if (place := next(match, None)) is not None:
            found.append((number, place))
    return found


def _place(target: Target | Baseline | None, indicator: Record) -> Span | None:
    origin = (target or indicator).__dict__.get("origin")
    return None if origin is None else origin.whole() if target else origin.name()


def _judge(old: Indicator, new: Indicator, target: Target, other: Target) -> Kind:
    """Whether more is promised now, or less; nobody can tell where direction or unit changed."""
    if old.direction != new.direction or old.unit != new.unit or old.scale != new.scale:
        return "target-changed"
    if target.value is not None and other.value is not None:
        before, after = _rank(target.value, old), _rank(other.value, old)
        if before is None or after is None or new.direction not in ("increase", "decrease"):
            return "target-changed"
        more = after > before if new.direction == "increase" else after < before
        return "target-raised" if more else "target-lowered"
    if target.value is None and other.value is None:
        return _judge_bounds(target, other)
    return "target-changed"


def _rank(value: Decimal | str, indicator: Indicator) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    return Decimal(indicator.scale.index(value)) if value in indicator.scale else None


def _judge_bounds(target: Target, other: Target) -> Kind:
    """Narrower bounds promise more."""
    infinite = Decimal("Infinity")
    lows = [-infinite if one.min is None else one.min for one in (target, other)]
    highs = [infinite if one.max is None else one.max for one in (target, other)]
    if lows[1] >= lows[0] and highs[1] <= highs[0]:
        return "target-raised"
    return "target-lowered" if lows[1] <= lows[0] and highs[1] >= highs[0] else "target-changed"
