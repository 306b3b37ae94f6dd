"""What messages call things, and what to write where a value of the wrong kind stands."""

from __future__ import annotations

import re

from stratkit.model import shape
from stratkit.model.record import Record
from stratkit.source.node import Mapping, Node, Scalar, Sequence
from stratkit.source.text import SourceText, short

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST = 40


def a(record: type[Record]) -> str:
    """What a record is called, with its article."""
    noun = record.noun()
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def found(what: shape.Shape, node: Node) -> str:
    """A sentence that says what belongs here, and what this is."""
    this = {Scalar: "a text", Sequence: "a list", Mapping: "a mapping of keys to values"}[type(node)]
    belongs = f"{a(what.record)} belongs" if isinstance(what, shape.Part) else f"{what.words} belongs"
    own = ", with keys of its own," if isinstance(what, shape.Part) and type(node) is Scalar else ""
    return f"{belongs} here{own or ','} and this is {this}"


def cure(what: shape.Shape, key: Scalar | None, node: Node, source: SourceText) -> str:
    """What to write under a key, or as an item of its list, in the place of a node."""
    if type(node) is Scalar and ":" in node.text:
        return "perhaps a space is missing after a colon"
    if key is None:
        return "write keys with their values, each on a line of its own"
    listed = is_listed(key, node, source)
    if isinstance(what, shape.Part):
        return _cure_part(what.record, key, node, listed=listed)
    if isinstance(what, shape.Table):
        return f"write keys with their values below `{key.text}:`"
    if isinstance(what, shape.PeriodShape):
        return "write one date, or `start:` and `end:` below the key"
    return _cure_value(what, key, node, listed=listed)


def is_listed(key: Scalar, node: Node, source: SourceText) -> bool:
    """Whether a node is an item of the list under a key, rather than its value."""
    between = source.text[key.end : node.start]
    return "-" in between or "[" in between


def first_line(record: type[Record], node: Node) -> str:
    """What an element of a list begins with; its id, where it is seen, may be the key above its keys."""
    keys = node.entries.keys() if isinstance(node, Mapping) else set()
    stray = next(iter(keys), "") if keys.isdisjoint(record.fields_) else ""
    return f"`- {_keys(record)[0]}: {stray if 'id' in record.required_ and _ID.fullmatch(stray) else '…'}`"


def _keys(record: type[Record]) -> list[str]:
    """The keys that an element has to have, else the one of its value, else the first ones."""
    if record.required_:
        return list(record.required_)
    return ["value"] if "value" in record.fields_ else list(record.fields_)[:2]


def _cure_part(record: type[Record], key: Scalar, node: Node, *, listed: bool) -> str:
    if type(node) is Sequence:
        return "take it out of the inner list" if listed else "there is one only: write it without hyphens"
    first, *others = _keys(record)
    text = node.text if type(node) is Scalar and "\n" not in node.text else ""
    is_meant = first in record.required_ or not others
    fits = _ID.fullmatch(text) if first == "id" else len(text) < _LONGEST
    line = f"{first}: {text if text and is_meant and fits else '…'}"
    rest = [f"`{name}: …`" for name in others]
    if listed:
        return f"begin with `- {line}`" + (f" and write {_join(rest)} below it" if rest else "")
    return f"below `{key.text}:` write {_join([f'`{line}`', *rest])}"


def _cure_value(what: shape.Shape, key: Scalar, node: Node, *, listed: bool) -> str:
    one = what.options[0] if isinstance(what, shape.Choice) and len(what.options) == 1 else _only(node)
    if one:
        return f"write `{short(one)}` alone" if listed else f"write `{key.text}: {short(one)}`"
    where = "as an item of the list" if listed else f"after `{key.text}:`"
    if isinstance(node, Mapping):
        return f"write it {where}, without keys of its own"
    return f"write one {where}, without brackets or a hyphen, or delete the {'item' if listed else 'key'}"


def _only(node: Node) -> str:
    """The one text that a list holds, or a mapping; or else the mapping's id."""
    items: list[Node] = []
    if isinstance(node, Sequence):
        items = node.items
    elif isinstance(node, Mapping):
        values = {name: value for name, (_, value) in node.entries.items()}
        items = [values["id"]] if "id" in values else list(values.values())
    only = items[0] if len(items) == 1 else None
    return only.text if isinstance(only, Scalar) and "\n" not in only.text else ""


def _join(words: list[str]) -> str:
    return " and ".join([*filter(None, [", ".join(words[:-1])]), words[-1]])
