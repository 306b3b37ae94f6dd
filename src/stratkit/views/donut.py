"""How many are in each status."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Slice:
    """A status, its word, and how many there are: as a number, and as it is printed."""

    status: str
    words: str
    count: int
    figure: str


@dataclass(frozen=True, kw_only=True)
class Donut:
    """All of it, clockwise from the top; what has no count is listed and not drawn.

    `figure` is the sum as it is printed in the middle, `words` what is counted. `sentence` tells all counts.
    """

    sentence: str
    slices: tuple[Slice, ...]
    figure: str
    words: str
