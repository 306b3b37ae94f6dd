"""Where an element and its values stand in the author's files."""

from __future__ import annotations

from collections.abc import Container

from stratkit.model.date import Period
from stratkit.source.node import NOTHING, Mapping, Node, Scalar, Sequence
from stratkit.source.text import SourceText, Span


class Origin:
    """The places of one element. Asking for a field that the author did not write raises KeyError."""

    __slots__ = ("node", "source")

    def __init__(self, source: SourceText, node: Node) -> None:
        self.source = source
        self.node = node

    def whole(self) -> Span:
        """All of the element."""
        return self.source.span(self.node.start, self.node.end)

    def name(self) -> Span:
        """What stands for the element in a message: its id, else the first key or the text it is.

        The keys of a row of a table stand above it: for those, its first cell.
        """
        if isinstance(self.node, Mapping) and self.node.entries:
            key, value = self.node.entries.get("id") or next(iter(self.node.entries.values()))
            named = key.start < self.node.start or (key.text == "id" and isinstance(value, Scalar))
            return self._span(value if named else key)
        return self.whole()

    def has(self, field: str) -> bool:
        """Whether the author wrote this field."""
        return isinstance(self.node, Mapping) and field in self.node.entries

    def has_other(self, fields: Container[str]) -> bool:
        """Whether the author wrote a key that is none of these."""
        return isinstance(self.node, Mapping) and any(name not in fields for name in self.node.entries)

    def is_whole(self, field: str, value: object) -> bool:
        """Whether all that the author wrote in a field is in the value that was read."""
        return _is_whole(value, self._entry(field)[1])

    def holds(self, field: str) -> bool:
        """Whether the author wrote this field, and not as an empty list."""
        node = self._entry(field)[1] if self.has(field) else None
        return bool(node.items) if isinstance(node, Sequence) else node is not None

    def has_empty(self) -> bool:
        """Whether the author wrote a key or an item, and no value."""
        values = [value for _, value in self.node.entries.values()] if isinstance(self.node, Mapping) else []
        for value in values:
            for node in value.items if isinstance(value, Sequence) else (value,):
                if isinstance(node, Scalar) and not node.style and node.text in NOTHING:
                    return True
        return False

    def key(self, field: str) -> Span:
        """The field's name."""
        return self._span(self._entry(field)[0])

    def value(self, field: str) -> Span:
        """The field's value."""
        return self._span(self._entry(field)[1])

    def item(self, field: str, index: int) -> Span:
        """One item of a list, or the value itself where one value stands for a list of one."""
        node = self._entry(field)[1]
        return self._span(node.items[index] if isinstance(node, Sequence) else node)

    def entry(self, field: str, key: str) -> tuple[Span, Span]:
        """A key and its value in a field that is a mapping."""
        node = self._entry(field)[1]
        if not isinstance(node, Mapping):
            raise KeyError(key)
        name, value = node.entries[key]
        return self._span(name), self._span(value)

    def _entry(self, field: str) -> tuple[Scalar, Node]:
        if not isinstance(self.node, Mapping):
            raise KeyError(field)
        return self.node.entries[field]

    def _span(self, node: Node) -> Span:
        return Span(self.source, node.start, node.end)


def _is_whole(value: object, node: Node) -> bool:
    if isinstance(node, Sequence):  # a list of the plan may go on in other files
        return isinstance(value, tuple) and len(value) >= len(node.items)
    if isinstance(node, Mapping) and isinstance(value, dict | Period):
        parts = value._asdict() if isinstance(value, Period) else value
        entries = node.entries.items()
        return all(name in parts and _is_whole(parts[name], child) for name, (_, child) in entries)
    return value is not None and value != ()
