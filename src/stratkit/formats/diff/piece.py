"""Sentences in pieces, which each format dresses in its own way."""

from __future__ import annotations

from collections.abc import Callable
from string import Formatter
from typing import Literal, NamedTuple

from stratkit.source.shown import visible

Tone = Literal["said", "quoted", "name", "old", "new", "code"]


class Piece(NamedTuple):
    """A part of a sentence.

    Our own words (`said`), an author's, a title, words deleted or inserted, or what a file says (`code`).
    """

    text: str
    tone: Tone = "said"


Sentence = tuple[Piece, ...]

_PLAIN: dict[Tone, str] = {
    "said": "{}",
    "quoted": "{}",
    "name": "*{}*",
    "old": "[-{}-]",
    "new": "{{+{}+}}",
    "code": "{}",
}


def fill(pattern: str, **pieces: Sentence | str) -> Sentence:
    """A sentence by a pattern such as `{name} is new`; a plain string among the pieces is ours."""
    found: list[Piece] = []
    for text, key, _, _ in Formatter().parse(pattern):
        if text:
            found.append(Piece(text))
        if key:
            piece = pieces[key]
            found.extend((Piece(piece),) if isinstance(piece, str) else piece)
    return tuple(piece for piece in found if piece.text)


def capital(sentence: Sentence) -> Sentence:
    """The same with a capital where it begins with our own words."""
    if not sentence or sentence[0].tone != "said":
        return sentence
    first = sentence[0].text
    return (Piece(first[:1].upper() + first[1:]), *sentence[1:])


def ended(sentence: Sentence) -> Sentence:
    """The same with a full stop, unless it ends with one."""
    last = "".join(piece.text for piece in sentence[-2:]).rstrip("” ")
    return sentence if last.endswith((".", "!", "?", "…")) else (*sentence, Piece("."))


def joined(sentences: list[Sentence], between: str = ", ", last: str = " and ") -> Sentence:
    """Several as a list within a sentence."""
    found: list[Piece] = []
    for number, sentence in enumerate(sentences):
        if number:
            found.append(Piece(last if number == len(sentences) - 1 else between))
        found.extend(sentence)
    return tuple(found)


def plain(sentence: Sentence, dress: Callable[[str, Tone], str] = lambda text, _: text) -> str:
    """As text: titles as `*title*`, words deleted as `[-old-]`, inserted as `{+new+}`; each then dressed."""
    return "".join(dress(_PLAIN[tone].format(visible(text)), tone) for text, tone in sentence)
