"""A place in a plan where something can go wrong, as PyYAML's own scanner sees it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from stratkit.model.record import Record
from stratkit.model.shape import Shape

OUTSIDE = "outside YAML"
"""The style of a link's id and of a cell, beside YAML's own styles."""


class LinkTarget(Shape):
    """The id that a link in prose leads to."""


class Cell(Shape):
    """A cell of a table."""


class ProsePath(Shape):
    """The path of a file with prose."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Node:
    """A value with its key, or an item of a list, or the id in a link, or a cell under its column.

    `around` is what holds it, `record` the class whose key it is, None where authors choose the keys.
    """

    file: Path
    text: str
    name: str
    shape: Shape
    record: type[Record] | None
    around: yaml.MappingNode | yaml.SequenceNode | None
    key: yaml.ScalarNode | None
    value: yaml.Node

    @property
    def plan(self) -> str:
        return self.file.parts[0]

    @property
    def start(self) -> int:
        return int(self.value.start_mark.index)

    @cached_property
    def end(self) -> int:
        return end_of(self.value, self.text)

    @property
    def column(self) -> int:
        """How far the key is indented; of an item, its hyphen."""
        if self.key is not None:
            return int(self.key.start_mark.column)
        return self.hyphen - self.line_start

    @property
    def hyphen(self) -> int:
        return self.text.rindex("-", 0, self.start)

    @property
    def line_start(self) -> int:
        """Where the line of the key begins; of an item, that of its hyphen."""
        first = self.key.start_mark.index if self.key is not None else self.hyphen
        return self.text.rfind("\n", 0, first) + 1

    @property
    def words(self) -> str:
        """The value as it is written."""
        return self.text[self.start : self.end]

    @property
    def style(self) -> str | None:
        """How a text is written: None without quotes, `|`, `>`, a quotation mark, or `OUTSIDE`."""
        return self.value.style if isinstance(self.value, yaml.ScalarNode) else None

    @property
    def scalar(self) -> bool:
        return isinstance(self.value, yaml.ScalarNode) and self.style != OUTSIDE

    @property
    def plain(self) -> bool:
        """Whether the value is a text on one line, without quotes."""
        return self.scalar and self.style is None and "\n" not in self.words

    @property
    def in_brackets(self) -> bool:
        return self.around is not None and bool(self.around.flow_style)

    @property
    def place(self) -> int:
        """Which key or item it is of those around it, from 0."""
        if isinstance(self.around, yaml.MappingNode):
            return next(n for n, (key, _) in enumerate(self.around.value) if key is self.key)
        return next(n for n, item in enumerate(self.around.value) if item is self.value) if self.around else 0


def ids_in(node: yaml.Node) -> list[yaml.ScalarNode]:
    """The ids of the elements that a node is or holds."""
    if isinstance(node, yaml.ScalarNode):
        return []
    if isinstance(node, yaml.SequenceNode):
        return [found for item in node.value for found in ids_in(item)]
    own = [value for key, value in node.value if key.value == "id"]
    return own + [found for _, value in node.value for found in ids_in(value)]


def end_of(node: yaml.Node, text: str) -> int:
    """The offset after the last character of a node. PyYAML ends a block where the next one begins."""
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        return len(text[:end].rstrip()) if node.style in ("|", ">") else end
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return end
    last = node.value[-1]
    return end_of(last[1] if isinstance(last, tuple) else last, text)
