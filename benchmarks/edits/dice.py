"""Chance that falls the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws from a seed.

    Only `Random.random` is used: it alone is promised to give the same numbers in every version of Python.
    """

    def __init__(self, seed: int) -> None:
        self._draw = Random(seed).random  # noqa: S311 — nothing is kept secret by it

    def chance(self, share: float) -> bool:
        """Whether something happens that happens with this probability, from 0 to 1."""
        return self._draw() < share

    def below(self, end: int) -> int:
        """A whole number from 0 to one below the end."""
        return int(self._draw() * end)

    def pick(self, things: Sequence[T]) -> T:
        """One of several things."""
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """All things in another order."""
        left = list(things)
        for last in range(len(left) - 1, 0, -1):
            other = self.below(last + 1)
            left[last], left[other] = left[other], left[last]
        return left
