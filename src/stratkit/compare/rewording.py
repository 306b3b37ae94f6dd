"""Two wordings of one text, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
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
    return tuple(_runs(_passages(before, after)))


def beside(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The same for each wording by itself: its own words, with their own spaces."""
    passages = list(_passages(before, after))
    old = [run for one in passages for run in (Run("old", one.gone), Run("both", one.kept[0]))]
    new = [run for one in passages for run in (Run("new", one.come), Run("both", one.kept[1]))]
    return tuple(run for run in old if run.text), tuple(run for run in new if run.text)


class _Passage(NamedTuple):
    """Words that only one wording has, and those after them that both have, as either spaces them."""

    gone: str
    come: str
    kept: tuple[str, str]
    same: str


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


def _passages(before: str, after: str) -> Iterator[_Passage]:
    """Two wordings, cut where they part and where they meet; a mark alone keeps nothing apart."""
    old, new = _Words(before), _Words(after)
    here = there = 0
    for at, other, size in (*_kept(old, new), (len(old.words), len(new.words), 0)):
        is_end = at + size == len(old.words)
        if not (is_end or _is_word(old.words[at : at + size]) or (at, other) == (here, there)):
            continue
        kept = old.spaced[at : at + size], new.spaced[other : other + size]
        yield _Passage(
            gone="".join(old.spaced[here:at]),
            come="".join(new.spaced[there:other]),
            kept=("".join(kept[0]), "".join(kept[1])),
            same="".join(max(pair, key=len) for pair in zip(*kept, strict=True)),
        )
        here, there = at + size, other + size


def _kept(old: _Words, new: _Words) -> list[_Block]:
    """What both have, if that is enough for what they have not to be told word by word."""
    blocks = list(_blocks(old.words, new.words))
    same = [word for at, _, size in blocks for word in old.words[at : at + size]]
    is_enough = 2 * len(same) >= KEPT * (len(old.words) + len(new.words)) and _is_word(same)
    return blocks if is_enough else []


def _runs(passages: Iterable[_Passage]) -> Iterator[Run]:
    for one in passages:
        space = " " if one.same and (one.gone + one.come).endswith(" ") else ""
        runs = Run("old", one.gone.rstrip()), Run("new", one.come.rstrip()), Run("both", space + one.same)
        yield from (run for run in runs if run.text)
