"""Texts in several languages."""

from __future__ import annotations

from collections.abc import Mapping

_WRITTEN = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it
iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt
my na nb nd ne ng nl nn nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm
sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za
zh zu
"""

CODES = frozenset(_WRITTEN.split())
"""The two-letter codes of languages.

Source: ISO 639-1, as the Library of Congress lists it. Without `no`, which other readers of YAML take for
"false": Norwegian is `nb` or `nn`.
"""

USUAL = {
    "no": "nb",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gb": "en",
    "gr": "el",
    "in": "id",
    "iw": "he",
    "jp": "ja",
    "sp": "es",
    "ua": "uk",
    "us": "en",
    "vn": "vi",
    "arabic": "ar",
    "catalan": "ca",
    "chinese": "zh",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "japanese": "ja",
    "norwegian": "nb",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
}
"""What authors write in place of a code: a country's, an older one, the language's name."""


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


def is_language(tag: str) -> bool:
    """Whether a tag such as `fr` or `pt-BR` begins with a language's code; any three letters may be one."""
    code = tag.partition("-")[0]
    return code in CODES or (len(code) == 3 and code.isascii() and code.isalpha() and code.islower())
