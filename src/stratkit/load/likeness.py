"""Words that look like one another."""

from __future__ import annotations

from collections.abc import Collection

MAX_COMPARED = 500_000
"""How many words one plan may have compared, which takes about a second."""


class Guesser:
    """Finds what was meant, until that has cost too much."""

    def __init__(self) -> None:
        self.compared = 0

    def alike(self, word: str, known: Collection[str]) -> list[str]:
        """The known words that are like this one, the most like it first."""
        self.compared += len(known)
        return alike(word, known) if self.compared <= MAX_COMPARED else []

    def closest(self, word: str, known: Collection[str]) -> str | None:
        """The known word that is most like this one, if any is like it."""
        return next(iter(self.alike(word, known)), None)

    def did_you_mean(self, word: str, known: Collection[str]) -> str:
        """A help line that proposes a known word, or nothing."""
        found = self.closest(word, known)
        return f"did you mean `{found}`?" if found else ""


def alike(word: str, known: Collection[str]) -> list[str]:
    """The known words that are like this one, the most like it first."""
    from difflib import get_close_matches

    if len(word) >= 200 or not known:
        return []
    found = get_close_matches(word.lower(), known, n=len(known), cutoff=0.7)
    letters = sorted(word.lower())
    return found or [other for other in known if sorted(other) == letters]


def closest(word: str, known: Collection[str]) -> str | None:
    """The known word that is most like this one, if any is like it."""
    return next(iter(alike(word, known)), None)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A help line that proposes a known word of a few, or nothing."""
    return Guesser().did_you_mean(word, known)
