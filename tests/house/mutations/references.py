"""Faults of references and links: they lead nowhere, or to something else."""

from tests.house.mutations.mutation import Mutation, Operator, choose, replaced
from tests.house.mutations.nodes import LinkTarget, Node
from tests.house.mutations.plans import names

from stratkit.model.plan import Plan
from stratkit.model.shape import Place, Reference

PRINTED = ("chapter", "foreword")


def dangle_reference(node: Node) -> Mutation | None:
    """A reference names what never was."""
    if isinstance(node.shape, Place):
        return replaced(node, "no-such-thing", "dangling-reference")
    if not isinstance(node.shape, Reference) or node.shape.former:
        return None
    code = "unknown-predecessor" if node.shape.previous else "dangling-reference"
    return replaced(node, "no-such-thing", code)


def misspell_reference(node: Node) -> Mutation | None:
    """The last letter of a reference is another."""
    if dangle_reference(node) is None:
        return None
    slip = node.words[:-1] + ("q" if node.words[-1] != "q" else "z")
    found = dangle_reference(node)
    return replaced(node, slip, found.code) if found else None


def name_wrong_kind(node: Node) -> Mutation | None:
    """A reference names an element of a kind that does not belong there."""
    what = node.shape
    if isinstance(what, Place):
        right: tuple[str, ...] = PRINTED
    elif isinstance(what, Reference) and what.kinds and not (what.previous or what.former):
        right = what.kinds
    else:
        return None
    kinds = names(node.plan).kinds
    wrong = sorted(word for word, kind in kinds.items() if kind not in right and word not in Plan.fields_)
    return replaced(node, choose(node, wrong), "wrong-kind-reference")


def dangle_link(node: Node) -> Mutation | None:
    if not isinstance(node.shape, LinkTarget):
        return None
    return replaced(node, choose(node, ("no-such-thing", node.words + "s", "")), "dangling-link")


OPERATORS: tuple[Operator, ...] = (dangle_reference, misspell_reference, name_wrong_kind, dangle_link)
