"""Texts that are not there in the language of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from stratkit.model.language import Translated, base_of, in_language


class Untranslated(str):
    """A text as it stands in the plan, in another `language` than the document's."""

    language: str

    def __new__(cls, text: str, language: str) -> Untranslated:
        made = super().__new__(cls, text)
        made.language = language
        return made


def said_in(language: str, own: str, text: str, *, name: bool = False) -> str:
    """The text in a language. If it is not there, as the plan has it: `Untranslated`.

    `own` is the plan's language. A `name` that nobody has translated is the same in every language.
    """
    found = in_language(text, language)
    if isinstance(text, Translated):
        tags = [tag for tag, other in text.translations.items() if other == found]
        kept = own if own in tags or not tags else tags[0]
        there = {language, base_of(language)} & text.translations.keys()
    else:
        kept, there = own, {own} if name else set()
    return found if there or base_of(kept) == base_of(language) else Untranslated(found, kept)


def languages_in(view: object) -> Iterator[str]:
    """The languages of all untranslated texts in a view, as often as they occur."""
    if isinstance(view, Untranslated):
        yield view.language
    elif isinstance(view, tuple):
        for item in view:
            yield from languages_in(item)
    elif is_dataclass(view):
        for field in fields(view):
            yield from languages_in(getattr(view, field.name))
