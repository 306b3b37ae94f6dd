"""Faults of YAML and of bytes."""

import yaml
from tests.house.mutations.mutation import (
    Mutation,
    Operator,
    added_entry,
    choose,
    inserted,
    removed,
    replaced,
)
from tests.house.mutations.nodes import Node

from stratkit.model import shape

FREE = (shape.Line, shape.Prose, shape.Word)
SIGNS = ("@", "%", "`", "*", "&", "#", "[1] ", "{1} ", "| ", "> ")
BAD_CHARACTERS = ("\x07", "\x00", "\x1b", "\x7f", "\ufeff", "\x9b")
BAD_BYTE = "\udcff"
"""What stands in a text for a byte 0xFF, which UTF-8 does not know."""


def put_bad_byte(node: Node) -> Mutation | None:
    if not isinstance(node.value, yaml.ScalarNode):
        return None
    return inserted(node, _middle(node), BAD_BYTE, "invalid-yaml")


def put_control_character(node: Node) -> Mutation | None:
    if not node.scalar:
        return None
    return inserted(node, _middle(node), choose(node, BAD_CHARACTERS), "invalid-yaml")


def _middle(node: Node) -> int:
    return (node.start + node.end) // 2


def indent_with_tab(node: Node) -> Mutation | None:
    """A tab in the place of all spaces before a key or hyphen, or of the last of them."""
    if node.around is None or node.in_brackets:
        return None
    start, end = node.line_start, node.line_start + node.column
    if start == end or node.text[start:end].strip():
        return None
    before = "" if node.start % 2 else " " * (end - start - 1)
    return Mutation(
        node=node, start=start, end=end, words=before + "\t", code="invalid-yaml", at=start + len(before)
    )


def indent_too_far(node: Node) -> Mutation | None:
    """A key stands one column further in than the key above it, which has a text."""
    if node.key is None or node.in_brackets or node.around is None or not node.place:
        return None
    above = node.around.value[node.place - 1][1]
    if not isinstance(above, yaml.ScalarNode) or above.style in ("|", ">"):
        return None
    return inserted(node, node.key.start_mark.index, " ", "invalid-yaml", 1)


def leave_quote_open(node: Node) -> Mutation | None:
    mark = choose(node, ('"', "'"))
    if not node.plain or mark in node.words:
        return None
    return inserted(node, node.start, mark, "invalid-yaml")


def leave_bracket_open(node: Node) -> Mutation | None:
    """The bracket that closes what is around it, if that is one of its kind, closes this instead."""
    if not isinstance(node.value, yaml.CollectionNode) or not node.value.flow_style:
        return None
    taken = node.around if node.in_brackets and type(node.around) is type(node.value) else None
    at = int(taken.start_mark.index) if taken else node.start
    return removed(node, node.end - 1, node.end, "invalid-yaml", at)


def forget_space(node: Node) -> Mutation | None:
    """No space stands between a key's colon and its value."""
    if node.key is None or not node.plain:
        return None
    return removed(node, node.key.end_mark.index + 1, node.start, "invalid-yaml", node.key.start_mark.index)


def put_colon(node: Node) -> Mutation | None:
    """A colon follows the first word of a text."""
    if not node.plain or not isinstance(node.shape, FREE) or " " not in node.words:
        return None
    first, rest = node.words.split(" ", 1)
    return replaced(node, f"{first}: {rest}", "yaml-trap")


def put_hash(node: Node) -> Mutation | None:
    """A hash sign begins the second word of a text."""
    if not node.plain or not isinstance(node.shape, FREE) or " " not in node.words:
        return None
    first, rest = node.words.split(" ", 1)
    return replaced(node, f"{first} #{rest}", "yaml-trap") if rest[0].isalnum() else None


def begin_with_sign(node: Node) -> Mutation | None:
    """A text begins with a sign that means something to YAML."""
    if not node.plain or not isinstance(node.shape, FREE):
        return None
    return replaced(node, choose(node, SIGNS) + node.words, "yaml-trap")


def put_tag(node: Node) -> Mutation | None:
    if not node.plain:
        return None
    return inserted(node, node.start, choose(node, ("!", "!!str ", "!important ")), "unsafe-yaml")


def merge_keys(node: Node) -> Mutation | None:
    return added_entry(node, "<<: {a: b}", "unsafe-yaml") if node.key is not None else None


def begin_second_document(node: Node) -> Mutation | None:
    if node.key is None or node.column or not node.place:
        return None
    return inserted(node, node.line_start, "---\n", "unsafe-yaml")


def put_bad_escape(node: Node) -> Mutation | None:
    """A backslash stands inside double quotes."""
    if not node.plain or '"' in node.words or "\\" in node.words:
        return None
    return replaced(node, f'"{node.words}\\q"', "invalid-yaml", 1 + len(node.words))


OPERATORS: tuple[Operator, ...] = (
    put_bad_byte,
    put_control_character,
    indent_with_tab,
    indent_too_far,
    leave_quote_open,
    leave_bracket_open,
    forget_space,
    put_colon,
    put_hash,
    begin_with_sign,
    put_tag,
    merge_keys,
    begin_second_document,
    put_bad_escape,
)
