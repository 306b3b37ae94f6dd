"""What a YAML file says, before anybody says what it means: texts, lists and mappings with their offsets."""

from __future__ import annotations

from typing import final

NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""How YAML writes that there is no value, without quotes."""

EXPLAINED = "explained"
"""The style of a scalar that YAML emptied, once that has been reported."""


@final
class Scalar:
    """A text as it stands there; `style` is '' for plain text, else one of ' " | >."""

    __slots__ = ("end", "start", "style", "text")

    def __init__(self, start: int, end: int, text: str, style: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.style = style

    @property
    def empty(self) -> bool:
        """Nothing was written: quotes around nothing are something."""
        return not self.text and not self.style


@final
class Sequence:
    """A list, in the author's order."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.items: list[Node] = []


@final
class Mapping:
    """Keys with their values; `entries` maps a key's text to the key itself and its value.

    `again` has the keys that stand there already, and what seems to belong to another mapping with them.
    """

    __slots__ = ("again", "end", "entries", "flow", "start")

    def __init__(self, start: int, *, flow: bool) -> None:
        self.start = self.end = start
        self.flow = flow
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.again: list[tuple[Scalar, Node]] = []


Node = Scalar | Sequence | Mapping
