"""Every text of a plan, and where it stands: in one language or several, in the YAML or in a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stratkit.load.index import Index
from stratkit.load.workspace import Workspace
from stratkit.model import shape
from stratkit.model.language import Translated, is_language
from stratkit.model.narrative import Work
from stratkit.model.record import Record
from stratkit.source.node import Mapping, Node, Sequence
from stratkit.source.text import SourceText, Span

_PRINTED = ("title", "statement", "summary", "text", "quote")
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
        return self.source.first_line(self.node.start, self.node.end)

    @property
    def is_printed(self) -> bool:
        """Whether it is a title or a running text, and no name or work that may be alike everywhere."""
        return self.field in _PRINTED and not isinstance(self.record, Work)

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
                yield from texts_in(record, name, many=many)


def texts_in(record: Record, name: str, *, many: bool) -> Iterator[Text]:
    """The text in a field of a record, or the texts if there may be several."""
    value = record.__dict__[name]
    node = _node(record, name)
    if not many:
        yield Text(record, name, value, node)
    elif isinstance(node, Sequence) and len(node.items) == len(value):
        yield from (Text(record, name, *pair) for pair in zip(value, node.items, strict=True))


def key_of(text: Text, index: Index) -> tuple[str, str]:
    """The key that a text stands under, empty for an item of a list, and words as in "the `title` of `a`"."""
    record, field, node = text.record, text.field, _node(text.record, text.field)
    name = record.__dict__.get("id") or record.__dict__.get("about") or _key_around(record, index)
    if name and not record.origin.has(field):
        return name, f"the `{name}`"  # a part that is written as the text it holds
    of = f" of `{name}`" if name else ""
    for number, item in enumerate(node.items if isinstance(node, Sequence) else (), start=1):
        if item is text.node:
            return "", f"item {number} of `{field}`{of}"
    return field, f"the `{field}`{of}"


def _key_around(record: Record, index: Index) -> str:
    """The key below which a part without an id stands; empty if it is one of a list."""
    around = index.holder(record)
    if around is None:  # a label
        around = index.header
    for name, value in (around or index.plan).__dict__.items():
        parts = value if isinstance(value, dict) else {name: value}
        for key, part in parts.items():
            if part is record:
                return str(key)
    return ""


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
        if isinstance(field.item, shape.Line | shape.Prose):
            found.append((name, field.item, field.item is not field.shape))
    return found
