"""Titles and texts said anew, at one of four strengths."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from .dice import Dice
from .invention import thing
from .words import BEGINNINGS, CLAUSES, ENDINGS, FUNCTION_WORDS, HEADS, QUALITIES, SWAPS, SYNONYMS, TOPICS

STRENGTHS = (1, 2, 3, 4)
_WORD = re.compile(r"[^\W_](?:[\w’'&/-]*\w)?|&")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SYNONYMS = {group[0]: group[1:] for group in SYNONYMS}
_TURNS = frozenset(("of", "for", "in", "on", "to", "with", "by", "and", "through"))
_JOINTS = _TURNS - {"and"}
_NOUN = re.compile(r"[\w-]{2,}(?:[a-rtv-z]s|tion|ment|ship|ork|ject|gramme)")


def reword(title: str, strength: int, dice: Dice) -> str:
    """A title edited at a strength from 1 to 4; never the same, and never empty."""
    said = title
    while said == title:
        said = _tidied(_EDITS[strength](title.split(), dice), title)
    return said


def reword_text(text: str, strength: int, dice: Dice) -> str:
    """A text of which about three sentences in four are edited at a strength; an empty one stays empty."""
    if not text:
        return ""
    sentences = _SENTENCE.split(text)
    return " ".join(reword(each, strength, dice) if dice.chance(0.75) else each for each in sentences)


def content(tokens: list[str]) -> list[int]:
    """The places of the words that carry the meaning."""
    return [at for at, token in enumerate(tokens) if _core(token) and _core(token) not in FUNCTION_WORDS]


def confusable(title: str, dice: Dice) -> str:
    """Another promise in the frame of this title: how it begins, mostly how it ends, about something else.

    It keeps at most half of the content words. A title without a preposition has no frame: then it is empty.
    """
    tokens = title.split()
    turns = [at for at, token in enumerate(tokens) if at and token in _JOINTS]
    if not turns:
        return ""
    named = tokens[turns[0]] == "of"
    frame = tokens[: turns[0] + 1] if named else tokens[:1]
    room = len(content(tokens)) // 2 - len(content(frame))
    tails = [tokens[at:] for at in turns[named:] if len(content(tokens[at:])) <= room]
    return " ".join([*frame, thing(dice), *(tails[0] if tails and dice.chance(0.7) else [])])


def _mildly(tokens: list[str], dice: Dice) -> list[str]:
    """A spelling, a number or a function word, sometimes with a capital or a mark on top."""
    said = None
    for change in dice.shuffled((_spell, _count, _swap)) if dice.chance(0.9) else ():
        said = said or change(tokens, dice)
    said = said or (
        tokens[1:] if tokens[0] in {"The", "A"} and tokens[1:] else ["The", _lowered(tokens[0]), *tokens[1:]]
    )
    return dice.pick((_capitalized, _marked))(said, dice) if dice.chance(0.4) else said


def _by_a_word(tokens: list[str], dice: Dice) -> list[str]:
    """One content word added, dropped or replaced, or two swapped.

    Of one or two words none is lost except to a synonym: too little would be left to know it by.
    """
    places = content(tokens)
    known = [at for at in places if _core(tokens[at]) in _SYNONYMS]
    if len(places) > 2:
        way, at = dice.pick((_added, _replaced, _replaced, _dropped, _exchanged)), dice.pick(places)
    elif known and dice.chance(0.5):
        way, at = _renamed, dice.pick(known)
    else:
        way, at = _added, (places or [0])[-1]
    return way(tokens, at, dice)


def _in_part(tokens: list[str], dice: Dice) -> list[str]:
    """About a third of the content words replaced or dropped, some moved, mostly with a clause on top."""
    places = content(tokens)
    hit = dice.shuffled(places)[: round(len(places) / 3) if len(places) > 1 else 0]
    said = _replace_all(tokens, hit, dice, drop=0.3)
    if len(content(said)) > 2 and dice.chance(0.4):
        said = _exchanged(said, dice.pick(content(said)), dice)
    return _with_clause(said, dice) if not hit or dice.chance(0.5) else said


def _wholly(tokens: list[str], dice: Dice) -> list[str]:
    """Half to two thirds of the content words replaced or dropped, often with the sentence turned round."""
    places = content(tokens)
    least, most = math.ceil(len(places) / 2), max(round(len(places) * 2 / 3), math.ceil(len(places) / 2))
    count = min(least + dice.below(most - least + 1), len(places) - 1)
    said = _replace_all(tokens, dice.shuffled(places)[: max(count, 0)], dice, drop=0.15)
    if dice.chance(0.5):
        said = _turned(said, dice)
    return _with_clause(said, dice) if count < 2 or dice.chance(0.3) else said


_EDITS = {1: _mildly, 2: _by_a_word, 3: _in_part, 4: _wholly}


def _spell(tokens: list[str], dice: Dice) -> list[str] | None:
    for at in dice.shuffled(range(len(tokens))):
        word = _core(tokens[at])
        if (other := _other_spelling(word)) != word:
            return _put(tokens, at, other)
    return None


def _other_spelling(word: str) -> str:
    for pair in (*BEGINNINGS, *ENDINGS):
        for here, there in (pair, pair[::-1]):
            if word.startswith(here) or (pair in ENDINGS and here in word):
                return word.replace(here, there, 1)
    return word


def _count(tokens: list[str], dice: Dice) -> list[str] | None:
    nouns = [at for at in content(tokens) if _NOUN.fullmatch(_core(tokens[at]))]
    return _put(tokens, at := dice.pick(nouns), _other_number(_core(tokens[at]))) if nouns else None


def _other_number(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun[:-1] + "ies" if noun.endswith("y") else noun + ("es" if noun.endswith("s") else "s")


def _swap(tokens: list[str], dice: Dice) -> list[str] | None:
    """Another function word, an article more, or one less."""
    ways: list[tuple[int, list[str]]] = []
    for at, token in enumerate(tokens[:-1]):
        if token in {"of", "for"} and tokens[at + 1] not in FUNCTION_WORDS:
            ways.append((at, [token, "the"]))
        elif at and token in SWAPS:
            ways.append((at, SWAPS[token].split()))
    if not ways:
        return None
    at, instead = dice.pick(ways)
    return [*tokens[:at], *instead, *tokens[at + 1 :]]


def _capitalized(tokens: list[str], dice: Dice) -> list[str]:
    """Every content word with a capital, or none but the first."""
    if dice.chance(0.5):
        return [
            token[0].upper() + token[1:] if at in content(tokens) else token
            for at, token in enumerate(tokens)
        ]
    return [tokens[0], *(token if token.isupper() else token.lower() for token in tokens[1:])]


def _marked(tokens: list[str], dice: Dice) -> list[str]:
    last = tokens[-1]
    if last.endswith("."):
        return [*tokens[:-1], last[:-1]]
    at = dice.below(len(tokens))
    if at < len(tokens) - 1 and tokens[at][-1].isalpha() and tokens[at + 1] in FUNCTION_WORDS:
        return [*tokens[:at], tokens[at] + ",", *tokens[at + 1 :]]
    return [*tokens[:-1], last + "."]


def _added(tokens: list[str], at: int, dice: Dice) -> list[str]:
    """A quality before a word; not before the first of several, which may be a verb."""
    at = at or (content(tokens)[1:2] or [0])[0]
    quality = dice.pick([each for each in QUALITIES if each not in tokens])
    if at == 0:
        return [quality.capitalize(), _lowered(tokens[0]), *tokens[1:]]
    return [*tokens[:at], quality, *tokens[at:]]


def _replaced(tokens: list[str], at: int, dice: Dice) -> list[str]:
    """A synonym, or another word of the field."""
    word = _core(tokens[at])
    if word in _SYNONYMS and dice.chance(0.7):
        return _renamed(tokens, at, dice)
    known = [_core(token) for token in tokens]
    return _put(tokens, at, dice.pick([each for each in _like(word) if each not in known]))


def _renamed(tokens: list[str], at: int, dice: Dice) -> list[str]:
    return _put(tokens, at, dice.pick(_SYNONYMS[_core(tokens[at])]))


def _like(word: str) -> tuple[str, ...]:
    """Words of the field that end as this one does."""
    if word.endswith("s") and not word.endswith("ss"):
        return HEADS
    return QUALITIES if word.endswith(("al", "ive", "able", "ic", "ous", "ful", "ed")) else TOPICS


def _dropped(tokens: list[str], at: int, _: Dice) -> list[str]:
    return [*tokens[:at], *tokens[at + 1 :]]


def _exchanged(tokens: list[str], at: int, dice: Dice) -> list[str]:
    """A content word and the next one in each other's place; the last one and the one before."""
    places = content(tokens)
    other = ([place for place in places if place > at] or places[-2:])[0]
    if _core(tokens[other]) == _core(tokens[at]):
        return _added(tokens, at, dice)
    return _put(_put(tokens, at, _core(tokens[other])), other, _core(tokens[at]))


def _replace_all(tokens: list[str], places: list[int], dice: Dice, *, drop: float) -> list[str]:
    for at in places:
        tokens = _put(tokens, at, "") if dice.chance(drop) else _replaced(tokens, at, dice)
    return [token for token in tokens if _core(token)]


def _turned(tokens: list[str], dice: Dice) -> list[str]:
    """What stood behind a preposition first: `Publication of guides` becomes `Guides: publication`."""
    turns = [at for at, token in enumerate(tokens) if 0 < at < len(tokens) - 1 and token in _TURNS]
    if not turns:
        return tokens
    at = dice.pick(turns)
    behind, before = tokens[at + 1 :], tokens[:at]
    return [*behind[:-1], behind[-1].rstrip(".,;:") + ":", _lowered(before[0]), *before[1:]]


def _with_clause(tokens: list[str], dice: Dice) -> list[str]:
    tokens = _trimmed(tokens)
    return [*tokens[:-1], tokens[-1].rstrip(".,;:"), *dice.pick(CLAUSES).split()]


def _core(token: str) -> str:
    """A word without the marks around it, in small letters."""
    found = _WORD.search(token)
    return found[0].lower() if found else ""


def _put(tokens: list[str], at: int, word: str) -> list[str]:
    """Another word between the same marks; a capital stays one."""
    found = _WORD.search(tokens[at])
    if found is None:
        return tokens
    said = word[:1].upper() + word[1:] if found[0][0].isupper() else word
    return [*tokens[:at], tokens[at][: found.start()] + said + tokens[at][found.end() :], *tokens[at + 1 :]]


def _lowered(token: str) -> str:
    return token if token[1:2].isupper() else token[0].lower() + token[1:]


def _tidied(tokens: list[str], title: str) -> str:
    """One title again: no preposition at the start or before another, and a capital if there was one."""
    tokens = _trimmed(tokens)
    while len(tokens) > 1 and tokens[0].lower() in _TURNS:
        tokens = tokens[1:]
    said = " ".join(one for one, behind in pairwise([*tokens, ""]) if not {one, behind} <= _JOINTS)
    said = said.rstrip(",;:")
    return said[:1].upper() + said[1:] if title[:1].isupper() else said


def _trimmed(tokens: list[str]) -> list[str]:
    """No function word at the end."""
    while len(tokens) > 1 and _core(tokens[-1]) in FUNCTION_WORDS:
        tokens = tokens[:-1]
    return tokens
