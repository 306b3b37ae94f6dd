"""Words that are one in two spellings or forms: `harmonise` and `harmonized`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

SAME = 0.8
"""How like two words are at least that are taken for one."""

MAX_PAIRS = 36
_DIGIT = re.compile(r"\d")


def spelled_otherwise(one: list[str], other: list[str]) -> Iterator[tuple[float, str, str]]:
    """Words of two titles that are one in two spellings or forms, the likest first, none twice.

    Where many words differ the titles are not one, and all of them would take long to compare.
    """
    if len(one) * len(other) > MAX_PAIRS:
        return
    pairs = [
        (-ratio, min(here, there), here, there)
        for here in one
        for there in other
        if here[:2] == there[:2] and (ratio := _spelling(*sorted((here, there)))) >= SAME
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
    if shorter < 4 or 2 * shorter < SAME * (shorter + longer) or _DIGIT.search(one + other):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= SAME else 0.0
