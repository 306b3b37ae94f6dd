"""Faults of values: not what their field takes."""

import re

import yaml
from tests.house.mutations.mutation import Mutation, Operator, after_key, choose, replaced
from tests.house.mutations.nodes import Node, ProsePath, ids_in

from stratkit.model import shape

DATES = ("2021-13", "2023-02-30", "31.12.2023", "2021/22", "spring 2021", "2021-Q5", "2021-9-1")
NUMBERS = ("8.9%", "~80", ">80", ">=80", "<80", "about 5", "2.642.000", "80+", "1e6")
IN_BLOCKS = ("2,642", "2 642", "5, perhaps")
TEXTS = (shape.Line, shape.Prose, shape.Part, shape.PeriodShape)
"""What may be a mapping, so that the key in it is at fault."""


def break_date(node: Node) -> Mutation | None:
    if not node.scalar or not isinstance(node.shape, shape.DateShape | shape.PeriodShape):
        return None
    return replaced(node, choose(node, DATES), "invalid-date")


def turn_period(node: Node) -> Mutation | None:
    """A period ends before it starts."""
    if node.name != "end" or not isinstance(node.shape, shape.DateShape):
        return None
    return replaced(node, "1815", "invalid-value") if node.place else None


def break_number(node: Node) -> Mutation | None:
    if not node.scalar or not isinstance(node.shape, shape.Number | shape.Measurement | shape.Amount):
        return None
    words = choose(node, NUMBERS if node.in_brackets else NUMBERS + IN_BLOCKS)
    # YAML takes `>` for the sign before a text of several lines.
    return replaced(node, words, "yaml-trap" if words.startswith(">") else "invalid-value")


def break_choice(node: Node) -> Mutation | None:
    if not node.scalar or not isinstance(node.shape, shape.Choice | shape.Flag):
        return None
    return replaced(node, choose(node, ("perhaps", "Yes", "0")), "invalid-value")


def break_address(node: Node) -> Mutation | None:
    if not isinstance(node.shape, shape.Address):
        return None
    return replaced(node, choose(node, ("www.example.org", "example", "ftp://example.org")), "invalid-value")


def write_nothing(node: Node) -> Mutation | None:
    """YAML's words for nothing stand where a value was."""
    return replaced(node, choose(node, ("null", "~")), "invalid-value") if node.scalar else None


def empty_item(node: Node) -> Mutation | None:
    """Nothing stands after a hyphen."""
    if not node.scalar or node.key is not None or node.in_brackets:
        return None
    at = node.hyphen
    return Mutation(node=node, start=at + 1, end=node.end, words="", code="invalid-value", at=at)


def read_own_word(node: Node) -> Mutation | None:
    """A key is said to be interpretation which is not there."""
    fits = node.name == "reading" and node.key is None
    return replaced(node, "colour", "invalid-value") if fits else None


def leave_folder(node: Node) -> Mutation | None:
    if isinstance(node.shape, shape.FolderPath):
        return replaced(node, "../../elsewhere", "unsafe-path")
    return replaced(node, "../text.md", "unsafe-path") if isinstance(node.shape, ProsePath) else None


def lose_file(node: Node) -> Mutation | None:
    if isinstance(node.shape, shape.FolderPath | ProsePath):
        return replaced(node, node.words + "x", "missing-file")
    return None


def list_to_text(node: Node) -> Mutation | None:
    """The items of a list stand behind their key, parted by commas."""
    if node.key is None or not isinstance(node.value, yaml.SequenceNode) or ids_in(node.value):
        return None
    items = node.value.value
    plain = all(isinstance(item, yaml.ScalarNode) and item.style is None for item in items)
    words = ", ".join(item.value for item in items) if plain else "to be written"
    if node.in_brackets or re.search(r": | #", words):
        return None
    return after_key(node, " " + words, "wrong-type", 1)


def mapping_to_text(node: Node) -> Mutation | None:
    """Words stand where keys belong; some parts of a plan may be written so."""
    brief = isinstance(node.shape, shape.Part) and node.shape.brief
    other = brief or isinstance(node.shape, shape.PeriodShape | shape.Prose)
    if not isinstance(node.value, yaml.MappingNode) or other or ids_in(node.value):
        return None
    if node.key is not None:
        return after_key(node, " to be written", "wrong-type", 1)
    return replaced(node, "to be written", "wrong-type")


def text_to_list(node: Node) -> Mutation | None:
    if not node.plain or re.search(r"[\[\]{}]", node.words):
        return None
    return replaced(node, f"[{node.words}]", "wrong-type")


def text_to_mapping(node: Node) -> Mutation | None:
    if not node.plain or re.search(r"[\[\]{},]", node.words):
        return None
    words = "{words: " + node.words + "}"
    if isinstance(node.shape, TEXTS):
        return replaced(node, words, "unknown-key", 1)
    return replaced(node, words, "wrong-type")


OPERATORS: tuple[Operator, ...] = (
    break_date,
    turn_period,
    break_number,
    break_choice,
    break_address,
    write_nothing,
    empty_item,
    read_own_word,
    leave_folder,
    lose_file,
    list_to_text,
    mapping_to_text,
    text_to_list,
    text_to_mapping,
)
