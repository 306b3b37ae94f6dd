"""One change between two plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stratkit.model.record import Record
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
    where they stand. `inside` counts what was added or removed with the element.
    """

    kind: Kind
    old: Record | None
    new: Record | None
    field: str = ""
    before: object = None
    after: object = None
    fro: Span | None = None
    to: Span | None = None
    inside: int = 0
