"""Items of two lists in pairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple


class Candidate(NamedTuple):
    """Two items that may be one: how well they fit, the best first, and their places in their lists."""

    rank: tuple[Any, ...]
    old: int
    new: int


def pair_off(candidates: Iterable[Candidate]) -> dict[int, int]:
    """The new places by the old ones: the best candidates first, each place once.

    Of those that fit alike, those that stand alike come first. Ranks that do not depend on the side make it
    the same the other way round.
    """
    heirs: dict[int, int] = {}
    taken: set[int] = set()
    for _, old, new in sorted(candidates, key=_order):
        if old not in heirs and new not in taken:
            heirs[old] = new
            taken.add(new)
    return heirs


def _order(one: Candidate) -> tuple[Any, ...]:
    return (*one.rank, abs(one.old - one.new), one.old + one.new)
