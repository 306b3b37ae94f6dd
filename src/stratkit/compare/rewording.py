"""Two wordings of one text, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from stratkit.compare.folding import UNSPACED
from stratkit.compare.pair import squeeze

MOST = 100_000
"""How many pairs of equal words are looked at: where texts have more, what lies between the ends is new."""
KEPT = 0.3
"""How much of two wordings has to be the same, for the words that are to be told."""

_WORD = re.compile(rf"([{UNSPACED}]|[^\W{UNSPACED}]+(?:['\u2019.,-][^\W{UNSPACED}]+)*|[^\w\s])(\s*)")
_Block = tuple[int, int, int]


class Run(NamedTuple):
    """Words that stand in both wordings, or in the old or the new one only."""

    side: Literal["both", "old", "new"]
    text: str


def reword(before: str, after: str) -> tuple[Run, ...]:
    """The runs of words of two wordings, in order; how the lines are wrapped does not count."""
    old, new = _Words(before), _Words(after)
    blocks = list(_blocks(old.words, new.words))
    same = [word for at, _, size in blocks for word in old.words[at : at + size]]
    if 2 * len(same) < KEPT * (len(old.words) + len(new.words)) or not _is_word(same):
        blocks = []
    return tuple(_runs(old, new, [*blocks, (len(old.words), len(new.words), 0)]))


class _Words:
    """A text in words and marks, and each of them with the space behind it."""

    def __init__(self, text: str) -> None:
        found = _WORD.findall(squeeze(text) or "")
        self.words = [word for word, _ in found]
        self.spaced = [word + space for word, space in found]


def _blocks(old: list[str], new: list[str]) -> Iterator[_Block]:
    """What both have: how they begin, how they end, and what is the same between."""
    begin = _alike(old, new)
    end = _alike(old[begin:][::-1], new[begin:][::-1])
    here, there = old[begin : len(old) - end], new[begin : len(new) - end]
    yield 0, 0, begin
    counts = Counter(there)
    if sum(counts[word] for word in here) <= MOST:
        matcher = SequenceMatcher(None, here, there, autojunk=False)
        yield from (
            (at + begin, other + begin, size) for at, other, size in matcher.get_matching_blocks()[:-1]
        )
    yield len(old) - end, len(new) - end, end


def _alike(one: list[str], other: list[str]) -> int:
    """How many words two lists have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (word, beside) in pairs if word != beside), min(len(one), len(other)))


def _is_word(words: list[str]) -> bool:
    return any(word[0].isalnum() for word in words)


def _runs(old: _Words, new: _Words, blocks: list[_Block]) -> Iterator[Run]:
    """What lies between words that are the same; a mark alone keeps nothing apart."""
    here = there = 0
    for at, other, size in blocks:
        is_end = at + size == len(old.words)
        if not (is_end or _is_word(old.words[at : at + size]) or (at, other) == (here, there)):
            continue
        pairs = zip(old.spaced[at : at + size], new.spaced[other : other + size], strict=True)
        gone, come = "".join(old.spaced[here:at]), "".join(new.spaced[there:other])
        space = " " if size and (gone + come).endswith(" ") else ""
        same = space + "".join(max(pair, key=len) for pair in pairs)
        runs = Run("old", gone.rstrip()), Run("new", come.rstrip()), Run("both", same)
        yield from (run for run in runs if run.text)
        here, there = at + size, other + size
