"""The beginning of a text, for where there is no room for all of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from stratkit.views.untranslated import Untranslated

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_BARE = re.compile(r"\[\]\(#([^)]*)\)")
_EMPHASIS = re.compile(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])")
_SIGN = re.compile(r"^[ \t]*(?:#{1,6}|[-+*>]|\|)[ \t]+|^[ \t|:-]+$", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]]*\]")
_MARKED = re.compile(r"\s*([-+*>#|!]|\d+[.)]\s)|.*(\[\]\(|`|<)", re.DOTALL)
"""A paragraph that is no plain prose: a list, a table, a heading, a link without words."""
_END = re.compile(r"(?<=[.!?؟])\s+(?=[^a-z])")


def excerpt(text: str, most: int, *, whole: bool = False) -> str:
    """The first sentences of a text's first paragraph, at most so many characters; empty if it is no prose.

    A first sentence that is too long is cut behind a word, unless sentences are to be `whole`. In: prose with
    its marks. Out: plain words.
    """
    first = text.strip().split("\n\n", 1)[0]
    if not first or _MARKED.match(first):
        return ""
    plain = " ".join(_EMPHASIS.sub("", _LINK.sub(r"\1", _NOTE.sub("", first))).split())
    sentences = _END.split(plain)
    kept = sentences[0]
    for sentence in sentences[1:]:
        if len(kept) + 1 + len(sentence) > most:
            break
        kept = f"{kept} {sentence}"
    return _like(text, kept if whole else clip(kept, most))


def plain(text: str, name: Callable[[str], str]) -> str:
    """All of a text as plain words; a link without words says what `name` calls the id it leads to."""
    named = _BARE.sub(lambda match: name(match[1]), _NOTE.sub("", text))
    words = _EMPHASIS.sub("", _LINK.sub(r"\1", named))
    return _like(text, " ".join(_SIGN.sub("", words).split()))


def clip(words: str, most: int) -> str:
    """Words of at most so many characters, cut behind a word where they are longer."""
    if len(words) <= most:
        return words
    return _like(words, words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…")


def _like(text: str, words: str) -> str:
    return Untranslated(words, text.language) if isinstance(text, Untranslated) else words
