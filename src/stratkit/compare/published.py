"""Figures that stood in a plan as it was published, and are others now, or gone.

A reading is known by its indicator, its day and its group, a target by its indicator and its day: the file,
the update and the words they stand in do not count, nor how a number is written. An indicator is the same
under an id that it `was`. What a fault may hide is not called gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from stratkit.compare.figures import Figure, is_doubtful, place, values
from stratkit.compare.given import Given, readings_given, updates_in_order
from stratkit.load.chronology import date_of, dated
from stratkit.load.folder import is_table
from stratkit.load.workspace import Workspace
from stratkit.model.date import CALENDAR, PartialDate
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.model.report import Reading, Update
from stratkit.source.text import Span


@dataclass(frozen=True, kw_only=True)
class Change:
    """A figure of an indicator that was published, and is another `now`, or gone, which is None.

    `when` is its date as it was published. `restatement` is the figure with the note that says why it
    changed, if there is one.
    """

    indicator: Indicator
    when: PartialDate | None
    then: Figure
    now: Figure | None
    restatement: Figure | None

    @property
    def kind(self) -> str:
        """Reading, baseline or target."""
        return type(self.then).noun()

    @property
    def group(self) -> dict[str, str]:
        """Whom a reading is of; empty if of all."""
        return (self.then.group or {}) if isinstance(self.then, Reading) else {}

    @property
    def there(self) -> Span:
        """Where it stood when it was published."""
        return place(self.then)

    @property
    def here(self) -> Span:
        """Where it stands; if it is gone, where its indicator does."""
        return place(self.now) if self.now else self.indicator.origin.name()


@dataclass(frozen=True, kw_only=True)
class Loss:
    """An indicator that is gone, and how many published figures with it."""

    indicator: Indicator
    figures: int


class Published:
    """A plan as it was published, and as it is."""

    def __init__(self, then: Workspace, now: Workspace) -> None:
        self.now = now
        self.fiscal = now.fiscal or then.fiscal or CALENDAR
        self.indicators = [one for one in then.index.of_kind(Indicator) if then.index.get(one.id) is one]
        found = ((one.id, self._heir(one)) for one in self.indicators)
        self.heirs = {name: heir for name, heir in found if heir}
        former = {self.heirs[one.id].id: one for one in self.indicators if one.id in self.heirs}
        self._given = readings_given(then, {one.id: one for one in self.indicators}, self.fiscal)
        self._given_now = readings_given(now, former, self.fiscal)
        self._order = {update.id: number for number, update in enumerate(updates_in_order(now))}

    def changes(self) -> Iterator[Change]:
        """The figures that changed, indicator by indicator as they were published."""
        for indicator in self.indicators:
            if heir := self.heirs.get(indicator.id):
                yield from self._baseline(indicator.baseline, heir)
                yield from self._targets(indicator.targets, heir)
                yield from self._readings(indicator, heir)

    def losses(self) -> Iterator[Loss]:
        """The indicators that are gone with figures that were published."""
        unread = self.now.index.unread
        if unread.files or unread.any_id or Indicator.kind_ in unread.kinds:
            return
        for indicator in self.indicators:
            if indicator.id not in self.heirs and indicator.id not in unread.ids:
                promised = [one for one in (indicator.baseline, *indicator.targets) if one and values(one)]
                figures = len(promised) + sum(map(len, self._given[indicator.id].values()))
                if figures:
                    yield Loss(indicator=indicator, figures=figures)

    def _heir(self, indicator: Indicator) -> Indicator | None:
        """What the indicator is now."""
        index = self.now.index
        found = (index.get(indicator.id), index.renamed.get(indicator.id))
        return next((one for one in found if isinstance(one, Indicator)), None)

    def _baseline(self, then: Baseline | None, heir: Indicator) -> Iterator[Change]:
        now = heir.baseline
        if then is None or (now is None and heir.refused("baseline")):
            return
        if now is None or values(then) != values(now) or self._is_moved(then, now):
            reason = now if now and _is_explained(now, [then]) else None
            yield Change(indicator=heir, when=then.date, then=then, now=now, restatement=reason)

    def _is_moved(self, then: Baseline, now: Baseline) -> bool:
        """Whether a baseline is of another day; that it has one at last is no change."""
        days = self._day(then.date), self._day(now.date)
        return None not in days and days[0] != days[1]

    def _targets(self, published: Iterable[Target], heir: Indicator) -> Iterator[Change]:
        """The targets that changed; the note of one that takes the place of another explains that too."""
        hidden = heir.refused("targets") or any(map(is_doubtful, heir.targets))
        before = {self._day(target.date) for target in published}
        instead = [one for one in heir.targets if self._day(one.date) not in before]
        for target in published:
            day = self._day(target.date)
            same = [one for one in heir.targets if target.date is None or self._day(one.date) == day]
            if not values(target) or target.refused("date") or values(target) in map(values, same):
                continue
            now = next((one for one in same if self._day(one.date) == day and values(one)), None)
            if now or not hidden:
                reasons = (one for one in ([now] if now else instead) if _is_explained(one, published))
                reason = next(reasons, None)
                yield Change(indicator=heir, when=target.date, then=target, now=now, restatement=reason)

    def _readings(self, indicator: Indicator, heir: Indicator) -> Iterator[Change]:
        now = self._given_now[indicator.id]
        for known, published in self._given[indicator.id].items():
            found = now.get(known, [])
            kept = [values(one.reading) for one in found]
            for given in published:
                if values(given.reading) in kept or (not found and self._may_be_hidden(given, heir)):
                    continue
                same = [one for one in found if one.update.id == given.update.id] or found[-1:]
                reasons = (one.reading for one in found if self._restates(one, given))
                yield Change(
                    indicator=heir,
                    when=date_of(dated(given.reading, given.update), given.update),
                    then=given.reading,
                    now=same[0].reading if same else None,
                    restatement=next(reasons, None),
                )

    def _restates(self, one: Given, given: Given) -> bool:
        """Whether a reading stands in a later update than another one did, with a note."""
        noted = one.reading.origin.has("note") or one.reading.refused("note")
        later = one.update.id != given.update.id and one.number > self._order.get(given.update.id, -1)
        return noted and later and bool(one.update.id)

    def _may_be_hidden(self, given: Given, heir: Indicator) -> bool:
        """Whether a reading that seems to be gone may be one of those that cannot be read."""
        index, update = self.now.index, self.now.index.get(given.update.id)
        if index.unread.files or any(is_table(problem.span.path) for problem in self.now.problems):
            return True
        of_it = (one for each in self.now.reports for one in each.readings if one.indicator == heir.id)
        if any(map(is_doubtful, of_it)):
            return True
        if not isinstance(update, Update):
            return bool(given.update.id) and not index.misses(given.update.id, (Update.kind_,))
        nameless = any(index.get(one.indicator) is None for one in update.readings)
        return nameless or update.refused("readings", "period", "date")

    def _day(self, written: PartialDate | None) -> date | None:
        return written.last(self.fiscal) if written else None


def _is_explained(now: Baseline | Target, then: Iterable[Baseline | Target]) -> bool:
    """Whether a figure has a note that none of those had."""
    return now.refused("note") or (bool(now.note) and now.note not in [one.note for one in then])
