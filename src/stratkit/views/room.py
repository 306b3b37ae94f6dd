"""How much of a list a page has room for, counted in lines before anything is laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from math import ceil, inf
from typing import TypeVar

T = TypeVar("T")


class Room:
    """The lines that are left on a page."""

    def __init__(self, lines: float) -> None:
        self.lines = lines

    def spend(self, lines: float) -> None:
        """Takes room for what has to be there."""
        self.lines -= lines

    def take(self, items: Iterable[T], cost: Callable[[T], float], most: float = inf) -> tuple[T, ...]:
        """The first items that there is room for, which is then taken; an item costs so many lines.

        All of them take no more than the `most` lines, so that something is left for others.
        """
        taken: list[T] = []
        kept = max(0, self.lines - most)
        for item in items:
            if self.lines - cost(item) < kept:
                break
            self.spend(cost(item))
            taken.append(item)
        return tuple(taken)

    def richest(
        self, makers: Iterable[Callable[[], Sequence[T]]], cost: Callable[[T], float], most: float = inf
    ) -> tuple[T, ...]:
        """The first version of a list that fits whole in the `most` lines; of the last as much as does."""
        items: Sequence[T] = ()
        for make in makers:
            items = make()
            if sum(map(cost, items)) <= min(self.lines, most):
                break
        return self.take(items, cost, most)


def lines_of(words: str, width: int) -> int:
    """How many lines words take where a line holds so many characters."""
    return ceil(len(words) / width)


def rows_of(items: Iterable[T], width: int) -> tuple[tuple[T, ...], ...]:
    """Items in rows of so many."""
    rest = iter(items)
    return tuple(iter(lambda: tuple(islice(rest, width)), ()))
