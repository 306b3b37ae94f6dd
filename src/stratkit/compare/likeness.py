"""How like two elements are by what they say, from 0 to 1, and which are the likeliest to be one.

Words count the more the fewer elements have them. All figures are the same with the two plans exchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from itertools import chain
from math import fsum, log
from typing import NamedTuple

from stratkit.compare.folding import MAX_LETTERS, MAX_WORDS, fold

MAX_TEXT = 2_000
"""How many letters of a text are looked at."""

CANDIDATES = 3
_ROOM = 300
"""How many elements are looked at, beginning with those that share the rarest word."""

_TITLE_ALONE = 0.7
"""What a title counts without a text that agrees: promises of one frame differ in a word or two."""

_MAX_PAIRS = 36
_SAME_WORD = 0.8
"""How like two words are at least that are one in two spellings or forms."""


_DIGIT = re.compile(r"\d")


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

    def score(self, old: int, new: int) -> float:
        """How like an old and a new element are by their titles, and by their texts if that says more."""
        one, other = self.old[old], self.new[new]
        title = self._title(one.title, other.title)
        return max(_TITLE_ALONE * title, (title + self._text(one.text, other.text)) / 2)

    def _title(self, one: Counter[str], other: Counter[str]) -> float:
        """The share of the words that both have, each as far as it is spelled alike."""
        weights, both = self._titles, one & other
        alike = [2 * weights[_stem(word)] * count for word, count in both.items()]
        for ratio, here, there in _spelled_otherwise([*(one - both)], [*(other - both)]):
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


def _spelled_otherwise(one: list[str], other: list[str]) -> Iterator[tuple[float, str, str]]:
    """Words of two titles that are one in two spellings or forms, the likest first, none twice.

    Where many words differ the titles are not one, and all of them would take long to compare.
    """
    if len(one) * len(other) > _MAX_PAIRS:
        return
    pairs = [
        (-ratio, min(here, there), here, there)
        for here in one
        for there in other
        if here[:2] == there[:2] and (ratio := _spelling(*sorted((here, there)))) >= _SAME_WORD
    ]
    met: set[str] = set()
    for ratio, _, here, there in sorted(pairs):
        if met.isdisjoint((here, there)):
            met.update((here, there))
            yield -ratio, here, there


@lru_cache(maxsize=1 << 16)
def _spelling(one: str, other: str) -> float:
    """How like two words are spelled, 0 unless they may be one; a number is another number."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < 4 or 2 * shorter < _SAME_WORD * (shorter + longer) or _DIGIT.search(one + other):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _SAME_WORD else 0.0
