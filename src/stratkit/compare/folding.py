"""Words as they are compared: without case, accents, punctuation and spaces."""

from __future__ import annotations

import re
import unicodedata

MAX_WORDS, MAX_LETTERS = 60, 40
"""What is looked at of a title or of one word: enough for any that somebody wrote."""

_JOINED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\u2011](?=[^\W\d_])")
_POINT = "\N{CANADIAN SYLLABICS FINAL MIDDLE DOT}"  # a letter to Unicode, and so part of its word
_FIGURES = re.compile(r"(?<=\d)[.,:/\u2013-](?=\d)")
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""The letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese, which put no spaces between words."""
_UNSPACED = re.compile(f"[{UNSPACED}]+")


class _Letters(dict[int, str]):
    """What stands for a character, found when it is first met."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        self[point] = self._of(letter)
        return self[point]

    @staticmethod
    def _of(letter: str) -> str:
        if _is_accent(letter) or letter == "\N{ARABIC TATWEEL}":
            return ""
        return letter if unicodedata.category(letter)[0] in "LMN" else " "


def _is_accent(letter: str) -> bool:
    """Whether it is a mark that may be left out, unlike the vowels and stops of Indian and Thai scripts."""
    place = unicodedata.combining(letter)
    return 10 <= place <= 36 or place >= 200


_LETTERS = _Letters()


def fold(text: str) -> tuple[str, ...]:
    """The words of a text; where a script has no spaces, every two letters that are neighbours.

    Figures with a mark between them, such as `1.1` and `2021-2023`, are one word.
    """
    plain = unicodedata.normalize("NFKD", _FIGURES.sub(_POINT, _JOINED.sub("", text))).casefold()
    words = plain.translate(_LETTERS).split()
    return tuple(words) if plain.isascii() else tuple(part for word in words for part in _parts(word))


def _parts(word: str) -> list[str]:
    if not _UNSPACED.fullmatch(word) or len(word) < 3:
        return [word]
    return [word[at : at + 2] for at in range(len(word) - 1)]
