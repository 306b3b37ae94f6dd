"""A link in a text leads to an element that exists.

`[affordable housing](#affordable-housing)` becomes a link in the PDF and on the page. If nothing has that id,
the reader clicks and nothing happens.

Bad::

    challenges:
      - id: urban-growth
        title: Urban growth
        text: It makes [homes](#affordable-housing) dear.

Good::

    challenges:
      - id: urban-growth
        title: Urban growth
        text: It makes [homes](#affordable-housing) dear.
        focus_areas:
          - id: affordable-housing
            title: Affordable housing
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.index import Index, fields_of
from stratkit.load.workspace import Workspace
from stratkit.model.language import Translated
from stratkit.model.prose import FromFile
from stratkit.model.record import Record
from stratkit.source.links import find_links, may_link
from stratkit.source.node import Mapping, Node, Scalar, Sequence
from stratkit.source.place import placing
from stratkit.source.problem import Problem
from stratkit.source.text import SourceText, Span

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each link whose id nothing has."""
    index = workspace.index
    for record in index.records:
        for name in fields_of(type(record)).prose:
            value = record.__dict__[name]
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and _has_link(text):
                    links = _links(record, name, text)
                    yield from (
                        _problem(target, span, index) for target, span in links if index.misses(target)
                    )


def _problem(target: str, span: Span, index: Index) -> Problem:
    guess = index.closest(target)
    mend = f"did you mean `#{guess}`?" if guess else "write the id of an element after the `#`"
    return Problem("dangling-link", span, f"nothing in the plan has the id `{target}`", mend)


def _has_link(text: str) -> bool:
    return any(map(may_link, text.translations.values() if isinstance(text, Translated) else (text,)))


def _links(record: Record, name: str, text: str) -> Iterator[tuple[str, Span]]:
    texts = list(text.translations.values()) if isinstance(text, Translated) else [text]
    files = [one.source for one in texts if isinstance(one, FromFile)]
    for source in files:
        for link in find_links(source.text):
            yield link.target, source.span(link.target_start, link.target_start + len(link.target))
    if not files:
        node = record.origin.node
        value = node.entries[name][1] if isinstance(node, Mapping) and name in node.entries else node
        for scalar in _scalars(value):
            yield from _in_scalar(record.origin.source, scalar)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for _, child in node.entries.values():
            yield from _scalars(child)


def _in_scalar(source: SourceText, scalar: Scalar) -> Iterator[tuple[str, Span]]:
    if may_link(scalar.text):
        find = placing(source, scalar)
        for link in find_links(scalar.text):
            yield link.target, find(link.target_start, link.target_start + len(link.target))
