"""Text as people are shown it."""

from __future__ import annotations

import re
import unicodedata

# Control characters, marks that turn the direction of what stands around them, what UTF-8 or XML cannot hold.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """The text with control characters written out, so that none reaches a terminal."""
    return _HIDDEN.sub(lambda match: _escape(match.group()), text)


def _escape(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def count(number: int, word: str) -> str:
    """A number of things: `1 plan`, `1,200 plans`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def display_width(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
