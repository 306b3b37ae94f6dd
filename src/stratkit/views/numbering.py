"""The numbers of action lines, axes and outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stratkit.load.index import Index
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.views.words import Words


class Number(NamedTuple):
    """A number as a heading has it ("Action Line 1"), within another's ("Line 1"), and in short ("1")."""

    label: str = ""
    within: str = ""
    code: str = ""


class Numbering:
    """Gives numbers from the order; a `number` of the author's takes the place of its own part.

    `named`: Line 1 Axis 2 (outcomes have the short form). `dotted`: 1.2. `none`: only what authors wrote.
    """

    def __init__(self, index: Index, words: Words, scheme: str) -> None:
        self.index = index
        self.words = words
        self.scheme = scheme
        self._numbers: dict[str, Number] = {}
        self._count(index.plan.action_lines, Number())

    def of(self, target: str) -> Number:
        """The number of the element with this id."""
        return self._numbers.get(target) or Number()

    def _count(self, items: Sequence[ActionLine | Axis | Outcome], above: Number, start: int = 1) -> None:
        for place, item in enumerate(items, start):
            number = self._numbers[item.id] = self._make(item, place, above)
            if not isinstance(item, Outcome):
                self._count(item.axes, number)
                # outcomes beside axes go on counting: 1.3 is one thing only
                self._count(self.index.outcomes_in(item), number, len(item.axes) + 1)

    def _make(self, item: ActionLine | Axis | Outcome, place: int, above: Number) -> Number:
        own = item.number or str(place)
        if self.scheme == "none":
            return Number(*3 * (item.number or "",))
        if self.scheme == "dotted" and item.number:
            return Number(own, own, own)
        code = f"{above.code}.{own}" if above.code else own
        if self.scheme == "dotted" or isinstance(item, Outcome):
            return Number(code, code, code)
        within = f"{above.within} {self.words.short(item.kind_)} {own}".strip()
        label = within if above.code else f"{self.words.one(item.kind_)} {own}"
        return Number(label, within, code)
