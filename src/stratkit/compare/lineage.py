"""What the authors of a plan say became of the elements of the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from stratkit.compare.holding import holders
from stratkit.load.index import Index
from stratkit.model.element import Element
from stratkit.model.report import Retirement
from stratkit.source.text import Span

COMMITMENTS = ("theme", "challenge", "action_line", "axis", "outcome", "indicator", "programme")
"""The kinds of element whose fate a later plan owes its readers."""


class Succession(NamedTuple):
    """One element that continues another: by its `succeeds`, by an id it `was`, or by the same `id`."""

    successor: Element
    by: str
    span: Span


class Lineage:
    """The elements of an earlier plan, by id: what succeeds each in the later plan, and what retires it.

    An element that says what it succeeds succeeds that only. Of one that does not say, an id it had before
    counts, unless the earlier plan knew of that already, and its own: the same id and kind in both plans
    continues unsaid. Unless `stated`, what the later
    plan succeeds and retires is of another plan, and counts for nothing here.
    """

    def __init__(self, earlier: Index, later: Index, *, stated: bool = True) -> None:
        self.earlier = earlier
        self.stated = stated
        self.successions: dict[str, list[Succession]] = defaultdict(list)
        self.retirements: dict[str, list[Retirement]] = defaultdict(list)
        for retirement in later.plan.retired if stated else ():
            self.retirements[retirement.element].append(retirement)
        for element in later.elements.values():
            if isinstance(element, Element):
                self._add(element)

    def _add(self, element: Element) -> None:
        origin = element.origin
        if element.succeeds is not None and self.stated:
            first = {old: number for number, old in reversed([*enumerate(element.succeeds)])}
            for old, number in reversed(first.items()):
                self.successions[old].append(Succession(element, "succeeds", origin.item("succeeds", number)))
            return
        same = self.earlier.get(element.id)
        known = same.was if isinstance(same, Element) and same.kind_ == element.kind_ else ()
        former = [(old, "was") for old in element.was if old not in known]
        for old, by in (*former, (element.id, "id")):
            if self.earlier.kind(old) == element.kind_:
                self.successions[old].append(Succession(element, by, origin.value(by)))
                return

    def without_fate(self) -> list[Element]:
        """The commitments that nothing succeeds and nothing retires, in the earlier plan's order.

        What lay in something that is retired ended with it.
        """
        return [
            element
            for element in self.earlier.records
            if isinstance(element, Element)
            and element.kind_ in COMMITMENTS
            and element.id
            and not self.successions.get(element.id)
            and not (
                self.retirements
                and ended_with(self.earlier, element, self.retirements.keys(), self.successions.keys())
            )
        ]


def ended_with(
    index: Index, element: Element, retired: Collection[str], continued: Collection[str]
) -> Element | None:
    """What is `retired`, by its id: the element, or what it lay in and nowhere else, the nearest first.

    What is `continued` has not ended.
    """
    found, seen = [element], {element.id}
    for one in found:
        if one.id in retired and one.id not in continued:
            return one
        above = [index.get(name) for name in holders(index, one) if name not in seen]
        seen.update(each.id for each in above if isinstance(each, Element))
        if len(above) == 1 and isinstance(above[0], Element):
            found.append(above[0])
    return None
