"""How much of an old title a new one keeps: what tells the strengths apart."""

from __future__ import annotations

import re

from .words import FUNCTION_WORDS


def kept_words(old: str, new: str) -> float:
    """The share, from 0 to 1, of the content words of an old title that a new one has, letter for letter."""
    return _kept(_words(old), _words(new))


def kept_stems(old: str, new: str) -> float:
    """The same for the first four letters of each word, so that spelling and number do not count."""
    return _kept(
        [word[:4].rstrip("s") for word in _words(old)], [word[:4].rstrip("s") for word in _words(new)]
    )


def at_rank(shares: list[float], rank: float) -> float:
    """The share below which such a part of all lies: the median at 0.5."""
    return sorted(shares)[min(int(len(shares) * rank), len(shares) - 1)]


def _words(title: str) -> list[str]:
    return [word for word in re.findall(r"\w+", title.casefold()) if word not in FUNCTION_WORDS]


def _kept(old: list[str], new: list[str]) -> float:
    return sum(word in new for word in old) / len(old) if old else 1.0
