"""Texts in several languages."""

from __future__ import annotations

from collections.abc import Mapping


class Translated(str):
    """A text with its translations: by itself, the text in the plan's language or the first one given."""

    translations: Mapping[str, str]

    def __new__(cls, text: str, translations: Mapping[str, str]) -> Translated:
        made = super().__new__(cls, text)
        made.translations = translations
        return made

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Translated):
            return self.translations == other.translations
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    def __hash__(self) -> int:
        return str.__hash__(self)


def in_language(text: str, language: str) -> str:
    """The text in a language, or as the plan's own language has it."""
    return text.translations.get(language, str(text)) if isinstance(text, Translated) else text
