"""A quote repeats words of the text that it stands beside.

It is printed large, and whoever leafs through the document reads it alone. Words that the text does not have
would be put into its author's mouth.

Bad::

    chapters:
      - id: resilience
        title: Resilience
        quote: The region is never ready.
        text: The region floods every spring. It is not yet ready for two floods in one year.

Good::

    chapters:
      - id: resilience
        title: Resilience
        quote: It is not yet ready for two floods in one year.
        text: The region floods every spring. It is not yet ready for two floods in one year.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.texts import Text, texts_in
from stratkit.load.workspace import Workspace
from stratkit.model.language import in_language
from stratkit.model.narrative import Chapter, Foreword
from stratkit.source.problem import Problem

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each quote that its text lacks, in any of its languages."""
    for record in workspace.index.records:
        if isinstance(record, Chapter | Foreword) and record.quote and not record.refused("text"):
            for quote in texts_in(record, "quote", many=False):
                lacking = list(_lacking(quote, record.text or ""))
                if lacking:
                    where = f" in {', '.join(f'`{tag}`' for tag in lacking)}" if any(lacking) else ""
                    message = f"the `quote` of `{record.id}` does not stand in its text{where}"
                    mend = "repeat a sentence of the text word for word, or leave the quote out"
                    yield Problem("quote-not-in-text", quote.span, message, mend)


def _lacking(quote: Text, text: str) -> Iterator[str]:
    """The languages in which the text does not have the words of the quote; empty for the plan's own."""
    for tag, words in (quote.translations or {"": quote.value}).items():
        if not _holds(in_language(text, tag), " ".join(words.split())):
            yield tag


def _holds(text: str, words: str) -> bool:
    if words in " ".join(text.split()):
        return True
    from stratkit.source.dialect import parser

    inline = (token for token in parser().parse(text) if token.children)
    plain = ("".join(child.content or " " for child in token.children or ()) for token in inline)
    return any(words in " ".join(paragraph.split()) for paragraph in plain)
