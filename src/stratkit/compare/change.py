"""One change between two plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stratkit.compare.place import Place
from stratkit.model.element import Element
from stratkit.model.record import Record
from stratkit.model.shape import Many
from stratkit.source.text import Span

Kind = Literal[
    # of an element as a whole
    "added",
    "removed",
    "retired",
    "renamed",
    "continued",
    "split",
    "merged",
    "shifted",
    "moved",
    "reordered",
    # of a field
    "reworded",
    "linked",
    "unlinked",
    "changed",
    "set",
    "unset",
    "listed",
    "unlisted",
    "brought-forward",
    "postponed",
    # of what an indicator is to reach
    "target-raised",
    "target-lowered",
    "target-changed",
    "target-brought-forward",
    "target-postponed",
    "target-added",
    "target-dropped",
    "baseline-restated",
    "baseline-added",
    "baseline-dropped",
    "unit-changed",
    "direction-changed",
]
"""What can happen to a promise."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What happened to one element, `old` in the earlier plan and `new` in the later; either may be missing.

    `field` is the key, with the way to it where it lies deeper: `baseline.value`; empty for the whole.
    `before` and `after` are values as the model holds them, None where there is none. `fro` and `to` are
    where they stand. `at` says in which records the field lies, or for an element that came which list it
    came into, unless the element itself names what it lies in. `along` came or went with the element, since
    it lies in it.
    """

    kind: Kind
    old: Record | None
    new: Record | None
    field: str = ""
    before: object = None
    after: object = None
    fro: Span | None = None
    to: Span | None = None
    at: Place | None = None
    along: tuple[Element, ...] = ()

    @property
    def inside(self) -> int:
        """How many elements came or went with this one."""
        return len(self.along)

    @property
    def items(self) -> tuple[Record, Record] | None:
        """The item of a list, then and now, that the field lies in, if it is not the element's own."""
        if self.at is None or self.new is None or self.at.records[1] is self.new:
            return None
        first = self.new.fields_.get(self.field.partition(".")[0])
        return self.at.records if first is not None and isinstance(first.shape, Many) else None
