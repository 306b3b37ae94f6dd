"""One change of one file, and the one place where a person would look for the fault."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.house.mutations.nodes import Node

Place = tuple[str, str, int, int]
"""A rule, a file, and a line and column from 1."""


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """Words in the place of what stands from `start` to `end`: a fault of rule `code` at the offset `at`.

    `at` counts in the changed text.
    """

    node: Node
    start: int
    end: int
    words: str
    code: str
    at: int

    @property
    def text(self) -> str:
        """The changed file."""
        return self.node.text[: self.start] + self.words + self.node.text[self.end :]

    @property
    def place(self) -> Place:
        """Where the fault is to be found."""
        return self.code, self.node.file.as_posix(), *position(self.text, self.at)

    def now(self, place: Place) -> Place:
        """Where a place of the unchanged plan lies now; in what was replaced, nothing keeps its place."""
        code, file, line, column = place
        if file != self.node.file.as_posix():
            return place
        offset = sum(map(len, self.node.text.splitlines(keepends=True)[: line - 1])) + column - 1
        if offset >= self.end:
            offset += len(self.words) - (self.end - self.start)
        return code, file, *position(self.text, offset)


Operator = Callable[[Node], Mutation | None]


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of an offset, counted here."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def replaced(node: Node, words: str, code: str, at: int = 0) -> Mutation:
    """Other words for a value, with the fault `at` characters into them."""
    return Mutation(node=node, start=node.start, end=node.end, words=words, code=code, at=node.start + at)


def inserted(node: Node, offset: int, words: str, code: str, at: int = 0) -> Mutation:
    """Words put before an offset, with the fault `at` characters into them."""
    return Mutation(node=node, start=offset, end=offset, words=words, code=code, at=offset + at)


def removed(node: Node, start: int, end: int, code: str, at: int) -> Mutation:
    """A stretch of the file taken out, with the fault at an offset of what is left."""
    return Mutation(node=node, start=start, end=end, words="", code=code, at=at)


def added_entry(node: Node, words: str, code: str, at: int = 0) -> Mutation:
    """A further key after this one, in the mapping that holds it."""
    before = ", " if node.in_brackets else "\n" + " " * node.column
    return inserted(node, node.end, before + words, code, len(before) + at)


def after_key(node: Node, words: str, code: str, at: int = 0) -> Mutation:
    """Other words for all that stands after a key's colon, with the fault `at` characters into them."""
    assert node.key is not None
    start = node.key.end_mark.index + 1
    return Mutation(node=node, start=start, end=node.end, words=words, code=code, at=start + at)


def choose(node: Node, variants: Sequence[str]) -> str:
    """One of several slips, by where the node stands."""
    return variants[node.start % len(variants)]
