"""What languages are called."""

from __future__ import annotations

from stratkit.views.dates import Translate

LANGUAGES = {
    "ar": "Arabic",
    "ca": "Catalan",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "zh": "Chinese",
}
"""Those plans are most likely to be written in; any other is shown by its tag."""


def say_language(tag: str, translate: Translate) -> str:
    """The name of a language; what else the tag says stands behind it: `English (en-GB)`."""
    name = LANGUAGES.get(tag.partition("-")[0].lower())
    if name is None:
        return tag
    return f"{translate(name)} ({tag})" if "-" in tag else translate(name)
