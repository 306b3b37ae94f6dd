"""Faults of tables: a slip in a cell, or between two of them."""

import re

from tests.house.mutations.mutation import Mutation, Operator, choose, inserted, removed, replaced
from tests.house.mutations.nodes import Cell, Node
from tests.house.mutations.values import DATES, IN_BLOCKS, NUMBERS

BEHIND = {"indicator": re.compile(r",[^,]+,(?![0-9]{4},)"), "date": re.compile(r",[^,]")}
"""What has to follow a cell: a date, and a value that cannot be a year; a value."""


def drop_comma(node: Node) -> Mutation | None:
    """The id and the date of a row become one word, or the date and the value, and no date is left."""
    behind = BEHIND.get(node.name)
    if not isinstance(node.shape, Cell) or behind is None or not behind.match(node.text, node.end):
        return None
    return removed(node, node.end, node.end + 1, "wrong-type", _row(node))


def leave_cell_open(node: Node) -> Mutation | None:
    """A quotation mark begins a cell, and none ends it."""
    if not isinstance(node.shape, Cell) or '"' in node.words:
        return None
    return inserted(node, node.start, '"', "invalid-value", _row(node) - node.start)


def _row(node: Node) -> int:
    return node.text.rfind("\n", 0, node.start) + 1


def break_date_in_table(node: Node) -> Mutation | None:
    if not isinstance(node.shape, Cell) or node.name != "date":
        return None
    return replaced(node, choose(node, DATES), "invalid-date")


def break_number_in_table(node: Node) -> Mutation | None:
    if not isinstance(node.shape, Cell) or node.name != "value":
        return None
    words = choose(node, (*NUMBERS, *(f'"{words}"' for words in IN_BLOCKS)))
    return replaced(node, words, "invalid-value")


def misspell_indicator(node: Node) -> Mutation | None:
    """The last letter of the id in one row is another."""
    if not isinstance(node.shape, Cell) or node.name != "indicator":
        return None
    return replaced(node, node.words[:-1] + ("q" if node.words[-1] != "q" else "z"), "dangling-reference")


def misspell_group(node: Node) -> Mutation | None:
    """A letter too many ends a group, or the name of a breakdown."""
    if not isinstance(node.shape, Cell) or node.name != "group":
        return None
    code = "reading-of-undeclared-group"
    if node.start % 2:
        return inserted(node, node.end, "s", code, node.start + node.words.rindex("=") + 1 - node.end)
    return inserted(node, node.start + node.words.index("="), "s", code, -node.words.index("="))


def misspell_column(node: Node) -> Mutation | None:
    """The last letter of a column's name is missing."""
    if not isinstance(node.shape, Cell) or node.name != "column":
        return None
    return replaced(node, node.words[:-1], "unknown-key")


OPERATORS: tuple[Operator, ...] = (
    drop_comma,
    leave_cell_open,
    break_date_in_table,
    break_number_in_table,
    misspell_indicator,
    misspell_group,
    misspell_column,
)
