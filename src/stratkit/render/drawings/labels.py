"""Words in a chart, each beside what it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stratkit.render.drawings.lettering import POINT, width

SIZE = 7.5
"""Size of the words, in points."""
LEADING = 9.5 * POINT
RISE = 0.95
"""From the middle of small letters down to their baseline, in millimetres."""


@dataclass(frozen=True, kw_only=True)
class Label:
    """Words at a baseline: `x` is their start, middle or end, as `anchor` says. `soft`: in a softer ink."""

    words: str
    x: float
    y: float
    anchor: str = "start"
    strong: bool = False
    soft: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The room that the words take: left, top, right, bottom."""
        long = width(self.words, SIZE)
        left = self.x - {"start": 0, "middle": long / 2, "end": long}[self.anchor]
        return left, self.y - 2.2, left + long, self.y + 0.7


def meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether two boxes share room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def mirror(labels: Iterable[Label], room: float) -> tuple[Label, ...]:
    """Labels in their places from the other side; start and end turn with the language."""
    return tuple(replace(label, x=round(room - label.x, 2)) for label in labels)
