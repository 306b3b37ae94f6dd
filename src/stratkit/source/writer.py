"""Plain values written as YAML: mappings, lists, texts, and words that need no quotes."""

from __future__ import annotations

import yaml

WIDTH = 110


class Plain(str):
    """A number, a date or a word, to be written without quotes."""

    __slots__ = ()


class _Writer(yaml.CSafeDumper):
    """Texts of several lines stand as they are read, below a `|`."""


def _write_text(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style)


def _write_plain(writer: _Writer, text: Plain) -> yaml.ScalarNode:
    tag: str = writer.resolve(yaml.ScalarNode, str(text), (True, False))  # type: ignore[no-untyped-call]
    return writer.represent_scalar(tag, str(text))


_Writer.add_representer(str, _write_text)
_Writer.add_representer(Plain, _write_plain)


def write_tree(value: object) -> str:
    """The YAML of mappings, lists, texts and `Plain` words, inside one another, in the order given."""
    text: str = yaml.dump(value, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH)
    return text
