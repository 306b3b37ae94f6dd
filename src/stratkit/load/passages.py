"""The Markdown of a plan, passage by passage: each in one language, in the YAML or all of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from stratkit.load.index import fields_of
from stratkit.load.texts import Text, texts_in
from stratkit.load.workspace import Workspace
from stratkit.model.language import Translated
from stratkit.model.prose import FromFile
from stratkit.source.node import Mapping, Node, Scalar
from stratkit.source.place import placing
from stratkit.source.text import SourceText, Span


class Passage:
    """A text in one language: what it says, and the scalar it is, or the file it is all of."""

    def __init__(self, text: str, source: SourceText, scalar: Scalar | None = None) -> None:
        self.text = text
        self.source = source
        self.scalar = scalar

    def span(self, start: int, end: int) -> Span:
        """Where the characters from one offset up to another stand."""
        return self._place(start, end)

    @cached_property
    def _place(self) -> Callable[[int, int], Span]:
        return placing(self.source, self.scalar) if self.scalar else self.source.span


def passages_with(workspace: Workspace, sign: str) -> Iterator[Passage]:
    """The Markdown texts that hold a sign, each in each of its languages."""
    for record in workspace.index.records:
        said = record.__dict__
        for name in fields_of(type(record)).prose:
            value = said[name]
            if value and _holds(value, sign):
                for text in texts_in(record, name, many=isinstance(value, tuple)):
                    yield from (passage for passage in passages_of(text) if sign in passage.text)


def _holds(value: str | tuple[str, ...], sign: str) -> bool:
    if isinstance(value, tuple):
        return any(_holds(item, sign) for item in value)
    if isinstance(value, Translated):
        return any(sign in text for text in value.translations.values())
    return sign in value


def passages_of(text: Text) -> Iterator[Passage]:
    """A text in each of its languages."""
    values = list(text.translations.values()) or [text.value]
    for value in values:
        if isinstance(value, FromFile):
            yield Passage(value.source.text, value.source)
    for scalar in _scalars(text.node):
        yield Passage(scalar.text, text.source, scalar)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping) and "file" not in node.entries:
        for _, child in node.entries.values():
            yield from _scalars(child)
