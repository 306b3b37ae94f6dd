"""Keys that stand twice in one mapping, and what they are a sign of."""

from __future__ import annotations

from stratkit.source.node import Mapping, Scalar, Sequence
from stratkit.source.problem import Problem, Related
from stratkit.source.text import SourceText


def twice(source: SourceText, node: Mapping, key: Scalar) -> Problem:
    """For a key that stands in the mapping already."""
    first, value = node.entries[key.text]
    related = Related(source.span(first.start, first.end), "the first is here")
    mend = "join the two lists under one key" if type(value) is Sequence else "keep one of the two"
    message = f"the key `{key.text}` stands here a second time"
    return Problem("duplicate-key", source.span(key.start, key.end), message, mend, (related,))


def second_element(source: SourceText, node: Mapping) -> Problem:
    """For the keys that stand twice in an item of a list.

    Several are the sign of another item, which begins at the first of them: it is taken out, to `again`.
    """
    key = node.again[0][0]
    problem = twice(source, node, key)
    lost = "a hyphen is" if key.text == "id" else "a hyphen and an id are"
    mend = f"if another element begins here, {lost} missing before it"
    others = len(node.again) - 1
    if not others:
        return problem._replace(help=f"{problem.help}; {mend}")
    for name in [name for name, (other, _) in node.entries.items() if other.start > key.start]:
        node.again.append(node.entries.pop(name))
    more = "as does another below" if others == 1 else f"as do {others} others below"
    return problem._replace(message=f"{problem.message}, {more}", help=mend)
