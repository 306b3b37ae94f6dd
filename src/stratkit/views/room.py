"""How much of a list a page has room for, counted in lines before anything is laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from math import ceil, inf
from typing import TypeVar
from unicodedata import east_asian_width

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

    def deal(self, lists: Sequence[Sequence[float]]) -> tuple[int, ...]:
        """How many of each of several lists there is room for, if one of each is taken in turn.

        Lists are the lines that their items cost. A list ends where an item has no room.
        """
        taken, open_lists = [0] * len(lists), set(range(len(lists)))
        while open_lists:
            for place in sorted(open_lists):
                rest = lists[place][taken[place] :]
                if rest and rest[0] <= self.lines:
                    self.spend(rest[0])
                    taken[place] += 1
                else:
                    open_lists.remove(place)
        return tuple(taken)


def lines_of(words: str, width: int) -> int:
    """How many lines words take where a line holds so many characters; those of East Asia count twice."""
    wide = 0 if words.isascii() else sum(east_asian_width(letter) in "WF" for letter in words)
    return ceil((len(words) + wide) / width)


def rows_of(items: Iterable[T], width: int) -> tuple[tuple[T, ...], ...]:
    """Items in rows of so many."""
    rest = iter(items)
    return tuple(iter(lambda: tuple(islice(rest, width)), ()))
