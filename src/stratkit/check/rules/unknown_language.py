"""A language is named by its code.

Readers choose an edition by its language, and a screen reader chooses its voice by it. A code that no
language has leaves the text out of the edition it was written for.

Bad::

    vision:
      en: A city for all
      sp: Una ciudad para todas las personas

Good::

    vision:
      en: A city for all
      es: Una ciudad para todas las personas
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.texts import Text, texts
from stratkit.load.workspace import Workspace
from stratkit.model.language import USUAL, is_language
from stratkit.model.prose import FromFile
from stratkit.source.problem import Problem
from stratkit.source.text import Span, short

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each key, setting and file name in which the code of a language is none."""
    yield from _in_settings(workspace)
    if all(map(is_language, workspace.languages)):
        return
    header = workspace.header
    if header and header.origin.has("language") and not is_language(header.language):
        yield _problem(header.language, header.origin.value("language"))
    own = header.language if header else ""
    for text in texts(workspace):
        for tag, other in text.translations.items():
            if is_language(tag):
                continue
            if tag in text.keys:
                yield _problem(tag, text.keys[tag])
            elif tag != own and isinstance(other, FromFile):
                yield _beside(tag, text, other.source.path)


def _in_settings(workspace: Workspace) -> Iterator[Problem]:
    settings = workspace.settings
    for number, tag in enumerate(settings.languages):
        span = settings.origin.item("languages", number)
        if not is_language(tag) and span.text.strip("'\"") == tag:
            yield _problem(tag, span)


def _problem(tag: str, span: Span) -> Problem:
    return Problem("unknown-language", span, f"`{short(tag)}` is not known as a language", _mend(tag))


def _beside(tag: str, text: Text, path: str) -> Problem:
    message = f"`{path}` lies beside this file as its translation, and `{tag}` is not known as a language"
    mend = f"{_mend(tag)}; if it is no translation, give it another name"
    return Problem("unknown-language", text.record.origin.entry(text.field, "file")[1], message, mend)


def _mend(tag: str) -> str:
    low = tag.replace("_", "-").lower()
    code, _, region = low.partition("-")
    found = USUAL.get(code, code)
    if found == "nb":
        return "Norwegian is `nb`, or `nn`"
    if is_language(found) and len(found) == 2:
        return f"did you mean `{found}{'-' + region.upper() if region and code == found else ''}`?"
    return "write its two-letter code (ISO 639-1), such as `en`, `fr` or `pt-BR`"
