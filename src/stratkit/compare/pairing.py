"""Items of two lists in pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

MOST = 10_000
"""How many pairs of two lists are looked at."""


class Candidate(NamedTuple):
    """Two items that may be one: how well they fit, the best first, and their places in their lists."""

    rank: tuple[Any, ...]
    old: int
    new: int


def near(old: int, new: int) -> Iterator[tuple[int, int]]:
    """The places in two lists, by their lengths, that may be one: all pairs, of long lists those close by."""
    longest = max(old, new)
    reach = longest if old * new <= MOST else MOST // longest
    for one in range(old):
        yield from ((one, other) for other in range(max(one - reach, 0), min(one + reach + 1, new)))


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
