"""The standard words of documents in other languages than English: one gettext catalogue for each."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from stratkit.model.language import base_of
from stratkit.views.tongue import Tongue

FOLDER = Path(__file__).parent / "languages"


def languages() -> tuple[str, ...]:
    """The languages that documents speak, sorted."""
    return tuple(sorted(("en", *(path.stem for path in FOLDER.glob("*.po")))))


def speaks(tag: str) -> bool:
    """Whether there are standard words in a language, or in it without its region."""
    return not {tag, base_of(tag)}.isdisjoint(languages())


def speak(tag: str) -> Tongue:
    """The tongue of a document; where its standard words are not known they are English."""
    known = languages()
    return Tongue(tag, next((_read(name) for name in (tag, base_of(tag)) if name in known), None))


@cache
def _read(name: str) -> NullTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    if name == "en":
        return NullTranslations()
    compiled = BytesIO()
    with (FOLDER / f"{name}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=name.replace("-", "_")))
    compiled.seek(0)
    return GNUTranslations(compiled)
