"""Which package has the glyphs that no font here has."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable

PACKAGES = {
    "CJK": "fonts-noto-cjk",
    "HANGUL": "fonts-noto-cjk",
    "HIRAGANA": "fonts-noto-cjk",
    "KATAKANA": "fonts-noto-cjk",
}
"""Debian's packages for what is not in `fonts-noto-core`, by the script in the names of characters."""
_EMOJI = range(0x1F000, 0x1FB00)


def install_fonts(characters: Iterable[str]) -> str:
    """What would mend it, as half a sentence. Nobody knows who has characters without a name."""
    packages = sorted({_package(each) for each in characters if unicodedata.name(each, "")})
    if not packages or sys.platform in ("darwin", "win32"):
        return "install a font with them"
    return f"on Debian and Ubuntu type `sudo apt install {' '.join(packages)}`"


def _package(character: str) -> str:
    if ord(character) in _EMOJI:
        return "fonts-noto-color-emoji"
    return PACKAGES.get(unicodedata.name(character).partition(" ")[0], "fonts-noto-core")
