"""The language of a document: its standard words, and how it writes dates and numbers."""

from __future__ import annotations

from gettext import NullTranslations

from babel import Locale, UnknownLocaleError

from stratkit.model.language import base_of

ENGLISH = "en-001"
"""The English of the world: `30 September 2021`."""


class Tongue:
    """One language.

    `tag` is that of the texts. `catalogue` gives the standard words, English ones without it. `locale` writes
    dates and numbers: that of the tag, of its language where the region is unknown, else English.
    """

    def __init__(self, tag: str = "en", catalogue: NullTranslations | None = None) -> None:
        words = catalogue or NullTranslations()
        self.tag = tag
        self.translate = words.gettext
        self.count = words.ngettext
        self.translate_in = words.pgettext
        self.locale = _locale(tag)


def direction(tag: str) -> str:
    """Which way a language is written: `ltr` or `rtl`."""
    return str(_locale(tag).text_direction)


def _locale(tag: str) -> Locale:
    for known in (ENGLISH if tag == "en" else tag, base_of(tag)):
        try:
            return Locale.parse(known, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale.parse(ENGLISH, sep="-")
