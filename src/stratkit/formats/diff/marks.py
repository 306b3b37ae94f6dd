"""A text that was reworded: what was deleted and inserted, with a few words around it."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.compare.rewording import Run, reword
from stratkit.formats.diff.piece import Piece, Sentence

AROUND = 6
"""How many words are left before and after a change."""
LONGEST = 60
"""How many words are shown of a run that was deleted or inserted."""


def marked(before: str, after: str) -> Sentence:
    """The words of both texts, each told apart by its tone."""
    runs = reword(before, after)
    return tuple(_pieces(runs))


def _pieces(runs: tuple[Run, ...]) -> Iterator[Piece]:
    last = len(runs) - 1
    for number, run in enumerate(runs):
        if run.side == "both":
            yield Piece(_around(run.text, is_first=number == 0, is_last=number == last), "quoted")
        else:
            yield Piece(_cut(run.text), "old" if run.side == "old" else "new")


def _around(text: str, *, is_first: bool, is_last: bool) -> str:
    """The words of a run that lie next to a change."""
    words = text.split(" ")
    if len(words) <= (AROUND if is_first or is_last else 2 * AROUND) + 1:
        return text
    before = "" if is_first else " ".join(words[:AROUND])
    after = "" if is_last else " ".join(words[-AROUND:])
    return f"{before}{' … ' if before and after else '…'}{after}"


def _cut(text: str) -> str:
    words = text.split(" ")
    half = LONGEST // 2
    return text if len(words) <= LONGEST + 1 else " ".join([*words[:half], "…", *words[-half:]])
