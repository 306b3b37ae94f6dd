"""What the elements of a plan became in the plans after it, one plan after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stratkit.compare.lineage import Lineage
from stratkit.compare.step import Ending, Match, Step, as_said, by_old, by_title, elements, may_be_unread
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.report import Retirement

_WORST = ("dropped", None, "transferred", "completed")
"""Fates, the one first that decides where a commitment was split and its parts ended differently."""


class Descent:
    """From the `first` step on, as far as it was followed; `last` is the last step, to the last of `plans`.

    `matches` are what continues the old elements at the end of it, `continued` the ids of those. `endings`
    are, by the ids of the old elements, where they or parts of them end.
    """

    def __init__(self, first: Step) -> None:
        self.old = first.earlier
        self.last = first
        self.plans = [first.later]
        self.matches = first.matches
        self.continued = first.continued
        self.endings: dict[str, list[Ending]] = defaultdict(list)
        for one in elements(self.old.index):
            if one.id not in self.continued:
                self.endings[one.id].append(first.ending(one))

    def follow(self, plan: Workspace) -> None:
        """Go on to the next plan: what continues an heir continues the old element."""
        self.last = step = Step(self.plans[-1], plan)
        before, self.matches = by_old(self.matches), []
        for name, matches in before.items():
            ends, found = _onward(step, matches)
            self.endings[name] += ends
            self.matches += found
        self.continued = {match.old.id for match in self.matches}
        for match in list(self._again(plan)):
            self.matches.append(match)
            self.continued.add(match.old.id)
            self.endings.pop(match.old.id, None)
        self.plans.append(plan)

    def _again(self, plan: Workspace) -> Iterator[Match]:
        """What was lost on the way, and is taken up under the id, a former id or the title it had."""
        lost = {
            one.id: one
            for one in elements(self.old.index)
            if one.id not in self.continued and not self.retirement(one.id)
        }
        found = {one.id: one for one in elements(plan.index) if self.last.is_free(one)}
        known = [
            match
            for match in as_said(Lineage(self.old.index, plan.index, stated=False))
            if match.old.id in lost and match.new.id in found
        ]
        for match in known:
            lost.pop(match.old.id, None)
            found.pop(match.new.id, None)
        known += by_title(self.old, plan, lost.values(), found.values())
        nowhere: tuple[tuple[Element, ...], ...] = ((),) * len(self.plans)
        yield from (replace(match, through=nowhere) for match in known)

    def retirement(self, name: str) -> Retirement | None:
        """What retires an old element, or all that it became, by itself; the worst of several."""
        endings = self.endings.get(name, ())
        if name in self.continued or any(one.within for one in endings):
            return None
        decisive = worst(endings)
        return decisive.retirement if decisive else None

    def is_unsure(self, name: str) -> bool:
        """Whether an element that has ended may go on in what could not be read of a plan."""
        return any(
            may_be_unread(ending.element, plan.index)
            for ending in self.endings.get(name, ())
            for plan in self._after(ending)
        )

    def _after(self, ending: Ending) -> Sequence[Workspace]:
        """The plans in which it may go on: of what is retired by itself, that which says so."""
        later = self.plans[self.plans.index(ending.later) :]
        return later[:1] if ending.retirement and not ending.within else later


def worst(endings: Sequence[Ending]) -> Ending | None:
    """The ending that decides on the fate of the whole; None if of a part nothing is said."""
    if not endings or any(one.retirement is None for one in endings):
        return None
    return min(endings, key=lambda one: _WORST.index(vars(one.retirement)["fate"]))


def _onward(step: Step, matches: Sequence[Match]) -> tuple[list[Ending], list[Match]]:
    """Where the heirs of one element end, and what continues them: each once, by whatever ways."""
    ends: list[Ending] = []
    found: dict[str, Match] = {}
    for match in matches:
        way = (*match.through, (match.new,))
        onward = step.heirs.get(match.new.id, ())
        if not onward:
            ends.append(replace(step.ending(match.new), through=way))
        for each in onward:
            through = way
            if known := found.get(each.new.id):
                through = tuple(map(_both, known.through, way))
            found[each.new.id] = replace(each, old=match.old, through=through)
    return ends, list(found.values())


def _both(some: tuple[Element, ...], more: tuple[Element, ...]) -> tuple[Element, ...]:
    known = {one.id for one in some}
    return (*some, *(one for one in more if one.id not in known))
