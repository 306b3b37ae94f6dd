"""How wide words are, and where they break, in the fonts that ship."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from stratkit import shipped

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

POINT = 25.4 / 72
"""A typographic point in millimetres."""

_EM = 1000
"""The size at which words are measured; more would gain nothing."""


@cache
def _font(name: str) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(shipped.templates() / "_shared" / "fonts" / f"{name}.ttf", _EM)


def width(words: str, size: float, font: str = "SourceSans3-Semibold") -> float:
    """The width of words in millimetres at a size in points."""
    return _font(font).getlength(words) / _EM * size * POINT


def break_lines(words: str, room: float, size: float, font: str = "SourceSans3-Semibold") -> tuple[str, ...]:
    """The words in lines of at most `room` millimetres; a longer word has a line of its own."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size, font) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)
