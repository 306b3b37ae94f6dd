"""Every text of a plan, and where it stands: in one language or several, in the YAML or in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from stratkit.load.index import fields_of
from stratkit.load.workspace import Workspace
from stratkit.model import shape
from stratkit.model.language import Translated, is_language
from stratkit.model.prose import FromFile
from stratkit.model.record import Record
from stratkit.source.node import Mapping, Node, Scalar, Sequence
from stratkit.source.place import placing
from stratkit.source.text import SourceText, Span

_FIELDS: dict[type[Record], list[tuple[str, shape.Shape, bool]]] = {}


class Text(NamedTuple):
    """One text: the record and the field it stands in, what was read, and the node it was read from."""

    record: Record
    field: str
    value: str
    node: Node

    @property
    def source(self) -> SourceText:
        """The YAML file it stands in, or that names its file."""
        return self.record.origin.source

    @property
    def span(self) -> Span:
        """The field's key; where there is none, as for an item of a list, the first line of the text."""
        origin = self.record.origin
        if origin.has(self.field) and origin.value(self.field).start == self.node.start:
            return origin.key(self.field)
        end = max(self.node.start, min(self.node.end, self.source.line_end(self.node.start)))
        return self.source.span(self.node.start, end)

    @property
    def translations(self) -> dict[str, str]:
        """The text by its languages; empty if it is written in the plan's own alone."""
        return dict(self.value.translations) if isinstance(self.value, Translated) else {}

    @property
    def sound(self) -> bool:
        """Whether each language that the author wrote is one, and its text could be read."""
        found = self.translations
        return self.keys.keys() <= found.keys() and all(map(is_language, found))

    @property
    def keys(self) -> dict[str, Span]:
        """The places of the languages that the author wrote as keys."""
        if not isinstance(self.node, Mapping) or "file" in self.node.entries:
            return {}
        return {name: self.source.span(key.start, key.end) for name, (key, _) in self.node.entries.items()}


class Piece:
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


def own_language(workspace: Workspace) -> str | None:
    """The language that the plan says it is written in; None if that is none, or cannot be read."""
    header = workspace.header
    if header is None or not is_language(header.language):
        return None
    if header.origin.has("language") and header.origin.value("language").text.strip("'\"") != header.language:
        return None
    return header.language


def texts(workspace: Workspace, *kinds: type[shape.Shape]) -> Iterator[Text]:
    """The texts of some shapes, of lines and prose unless said, in the author's order."""
    header = workspace.header
    labels = header.labels.values() if header and header.labels else ()
    for record in (*workspace.index.records, *labels):
        for name, what, many in _fields(type(record)):
            if record.__dict__[name] and isinstance(what, kinds or (shape.Line, shape.Prose)):
                yield from _texts(record, name, many=many)


def _texts(record: Record, name: str, *, many: bool) -> Iterator[Text]:
    value = record.__dict__[name]
    node = _node(record, name)
    if not many:
        yield Text(record, name, value, node)
    elif isinstance(node, Sequence) and len(node.items) == len(value):
        yield from (Text(record, name, *pair) for pair in zip(value, node.items, strict=True))


def prose_with(workspace: Workspace, sign: str) -> Iterator[Piece]:
    """The Markdown texts that hold a sign, each in each of its languages."""
    for record in workspace.index.records:
        said = record.__dict__
        for name in fields_of(type(record)).prose:
            value = said[name]
            if value and _holds(value, sign):
                for text in _texts(record, name, many=isinstance(value, tuple)):
                    yield from (piece for piece in pieces(text) if sign in piece.text)


def _holds(value: str | tuple[str, ...], sign: str) -> bool:
    if isinstance(value, tuple):
        return any(_holds(item, sign) for item in value)
    if isinstance(value, Translated):
        return any(sign in text for text in value.translations.values())
    return sign in value


def pieces(text: Text) -> Iterator[Piece]:
    """A text in each of its languages."""
    values = list(text.translations.values()) or [text.value]
    for value in values:
        if isinstance(value, FromFile):
            yield Piece(value.source.text, value.source)
    for scalar in _scalars(text.node):
        yield Piece(scalar.text, text.source, scalar)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping) and "file" not in node.entries:
        for _, child in node.entries.values():
            yield from _scalars(child)


def _node(record: Record, name: str) -> Node:
    """What a field was read from; a part may be written as the text it would hold."""
    node = record.origin.node
    return node.entries[name][1] if isinstance(node, Mapping) and name in node.entries else node


def _fields(record: type[Record]) -> list[tuple[str, shape.Shape, bool]]:
    """The fields of a class that hold texts: name, shape, and whether there are several."""
    if record in _FIELDS:
        return _FIELDS[record]
    found = _FIELDS[record] = []
    for name, field in record.fields_.items():
        many = isinstance(field.shape, shape.Many)
        what = field.shape.item if isinstance(field.shape, shape.Many) else field.shape
        if isinstance(what, shape.Line | shape.Prose):
            found.append((name, what, many))
    return found
