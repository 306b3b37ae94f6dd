"""How like two elements are by what they say, from 0 to 1, and which are the likeliest to be one.

Words count the more the fewer elements have them. All figures are the same with the two plans exchanged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import chain
from math import fsum, log
from typing import NamedTuple

from stratkit.compare.folding import MAX_LETTERS, MAX_WORDS, fold
from stratkit.compare.spelling import spelled_otherwise

MAX_TEXT = 2_000
"""How many letters of a text are looked at."""

CANDIDATES = 3
_ROOM = 300
"""How many elements are looked at, beginning with those that share the rarest word."""

_TITLE_ALONE = 0.75
"""What a title counts without a text that agrees: promises of one frame differ in a word or two."""


class Said(NamedTuple):
    """The words of an element's title, and the stems of its text."""

    title: Counter[str]
    text: Counter[str]


def said(title: str, text: str) -> Said:
    """What an element says, as it is compared."""
    words = (word[:MAX_LETTERS] for word in fold(title)[:MAX_WORDS])
    return Said(Counter(words), Counter(map(_stem, fold(text[:MAX_TEXT]))))


class Likeness:
    """What some old and some new elements say, and how much each word of it tells."""

    def __init__(self, old: Sequence[Said], new: Sequence[Said]) -> None:
        self.old, self.new = old, new
        both = (*old, *new)
        self._titles = _weights([{*map(_stem, one.title)} for one in both])
        self._texts = _weights([one.text for one in both if one.text])

    def candidates(self) -> set[tuple[int, int]]:
        """The places of an old and a new element each of which one is among the likeliest for the other."""
        onward = set(self._likeliest(self.old, self.new))
        return onward | {(there, here) for here, there in self._likeliest(self.new, self.old)}

    def score(self, old: int, new: int, *, same_id: bool = False) -> float:
        """How like an old and a new element are by their titles, and by their texts if that says more.

        The same id counts as much as the same text. Titles without a word in common are not alike.
        """
        one, other = self.old[old], self.new[new]
        title = self._title(one.title, other.title)
        text = 1.0 if same_id else self._text(one.text, other.text)
        return max(_TITLE_ALONE * title, (title + text) / 2) if title else 0.0

    def _title(self, one: Counter[str], other: Counter[str]) -> float:
        """The share of the words that both have, each as far as it is spelled alike; titles may have none."""
        if not one or not other:
            return 0.0
        weights, both = self._titles, one & other
        alike = [2 * weights[_stem(word)] * count for word, count in both.items()]
        for ratio, here, there in spelled_otherwise([*(one - both)], [*(other - both)]):
            alike.append(ratio * (weights[_stem(here)] + weights[_stem(there)]))
        words = chain(one.elements(), other.elements())
        return fsum(alike) / fsum(weights[_stem(word)] for word in words)

    def _text(self, one: Counter[str], other: Counter[str]) -> float:
        """The share of the stems that both have."""
        if not one or not other:
            return 0.0
        shared, *sides = (_weigh(stems, self._texts) for stems in (one & other, one, other))
        return 2 * shared / sum(sides)

    def _likeliest(self, here: Sequence[Said], there: Sequence[Said]) -> Iterator[tuple[int, int]]:
        """For each element of one side the places of the likeliest on the other, by the words they share."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(there):
            for stem in {*map(_stem, one.title)}:
                places[stem].append(place)
        for place, one in enumerate(here):
            found: dict[int, float] = defaultdict(float)
            room = _ROOM
            shared = {stem: places[stem] for stem in map(_stem, one.title) if stem in places}
            for stem, having in sorted(shared.items(), key=lambda each: (len(each[1]), each[0])):
                for other in _around(place, having, room):
                    found[other] += self._titles[stem]
                room -= len(having)
                if room <= 0:
                    break
            least = min(nlargest(CANDIDATES, found.values()), default=0.0)
            best = sorted(
                (-weight, abs(place - other), other) for other, weight in found.items() if weight >= least
            )
            yield from ((place, other) for *_, other in best[:CANDIDATES])


def _stem(word: str) -> str:
    """Its first letters, which most forms of a word have in common."""
    return word[:5]


def _weights(said: Sequence[Iterable[str]]) -> dict[str, float]:
    counts = Counter(chain.from_iterable(said))
    return {stem: log(1 + len(said) / count) for stem, count in counts.items()}


def _weigh(stems: Counter[str], weights: dict[str, float]) -> float:
    return fsum(weights[stem] * count for stem, count in stems.items())


def _around(place: int, having: list[int], room: int) -> list[int]:
    """The nearest of the places, in the order of the plan, if there are too many."""
    if len(having) <= room:
        return having
    first = max(bisect_left(having, place) - room // 2, 0)
    return having[first : first + room]
