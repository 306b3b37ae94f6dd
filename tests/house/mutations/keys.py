"""Faults of keys and of what is written twice."""

import yaml
from tests.house.mutations.mutation import (
    Mutation,
    Operator,
    added_entry,
    after_key,
    inserted,
    removed,
    replaced,
)
from tests.house.mutations.nodes import Node, ProsePath, ids_in
from tests.house.mutations.plans import names

from stratkit.model.plan import Header
from stratkit.model.promise import Outcome
from stratkit.model.shape import DateShape, Part


def delete_required_key(node: Node) -> Mutation | None:
    """The element is looked at where it begins: at its bracket, or at its first key."""
    around = node.around
    if node.record is None or node.name not in node.record.required_ or _holds_named(node):
        return None
    if node.key is None or around is None or len(around.value) < 2:
        return None
    start = node.key.start_mark.index
    begin = around.start_mark.index
    if node.place == 0:
        return removed(node, start, around.value[1][0].start_mark.index, "missing-key", begin)
    start = node.text.rindex(",", 0, start) if node.in_brackets else node.line_start - 1
    return removed(node, start, node.end, "missing-key", begin)


def _holds_named(node: Node) -> bool:
    return not names(node.plan).named.isdisjoint(found.value for found in ids_in(node.value))


def misspell_key(node: Node) -> Mutation | None:
    """Two letters change places."""
    if node.key is None or not _known_key(node):
        return None
    slip = _swapped(node.name)
    return None if node.record is not None and slip in node.record.fields_ else _renamed(node, slip)


def _known_key(node: Node) -> bool:
    return node.record is not None or isinstance(node.shape, DateShape | ProsePath)


def _swapped(word: str) -> str:
    middle = max(1, len(word) // 2)
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


def misspell_label(node: Node) -> Mutation | None:
    """A word of the format that the plan gives a label to."""
    if node.key is None or not (isinstance(node.shape, Part) and node.shape.brief == "one"):
        return None
    return _renamed(node, _swapped(node.name))


def _renamed(node: Node, slip: str) -> Mutation | None:
    if node.key is None or slip == node.name:
        return None
    start, end = node.key.start_mark.index, node.key.end_mark.index
    return Mutation(node=node, start=start, end=end, words=slip, code="unknown-key", at=start)


def add_unknown_key(node: Node) -> Mutation | None:
    return added_entry(node, "colour: blue", "unknown-key") if node.record is not None else None


def add_unknown_goal(node: Node) -> Mutation | None:
    """An outcome serves a Sustainable Development Goal that does not exist."""
    if node.record is not Outcome or node.around is None:
        return None
    if any(key.value == "sdgs" for key, _ in node.around.value):
        return None
    return added_entry(node, "sdgs: [5, 18]", "unknown-sdg", len("sdgs: [5, "))


def duplicate_key(node: Node) -> Mutation | None:
    if node.key is None:
        return None
    return added_entry(node, node.text[node.key.start_mark.index : node.end], "duplicate-key")


def duplicate_element(node: Node) -> Mutation | None:
    """An element is copied, and its id left as it was."""
    if node.key is not None or not isinstance(node.value, yaml.MappingNode) or node.in_brackets:
        return None
    ids = ids_in(node.value)
    if len(ids) != 1 or ids[0] not in [value for _, value in node.value.value]:
        return None
    before = "\n" + " " * node.column
    copy = before + node.text[node.hyphen : node.end]
    at = ids[0].start_mark.index - node.hyphen + len(before)
    return inserted(node, node.end, copy, "duplicate-id", at)


def take_another_id(node: Node) -> Mutation | None:
    """An element nobody names gets the id of the plan, which stands first."""
    known = names(node.plan)
    if node.name != "id" or node.record is Header or node.words in known.named:
        return None
    first = next(word for word, kind in known.kinds.items() if kind == "plan")
    return replaced(node, first, "duplicate-id")


def break_id(node: Node) -> Mutation | None:
    if node.name != "id":
        return None
    word = node.words
    forms = (word.capitalize(), word.replace("-", "_") + "_", f"{word} {word}", f"1{word}", f"{word}-")
    return replaced(node, forms[node.start % len(forms)], "invalid-id")


def empty_key(node: Node) -> Mutation | None:
    """Nothing is left after a key, which is where a person sees it."""
    if node.key is None or (ids_in(node.value) and _holds_named(node)):
        return None
    before = node.key.start_mark.index - node.key.end_mark.index - 1
    return after_key(node, " " if node.in_brackets else "", "invalid-value", before)


OPERATORS: tuple[Operator, ...] = (
    delete_required_key,
    misspell_key,
    misspell_label,
    add_unknown_key,
    add_unknown_goal,
    duplicate_key,
    duplicate_element,
    take_another_id,
    break_id,
    empty_key,
)
