"""A key that names another element names one of the right kind.

Under `themes:` stand themes, under `lead:` somebody who can act. A challenge under `themes:` would be counted
and printed as something it is not.

Bad::

    challenges:
      - id: resilience
        title: Resilience
    outcomes:
      - id: risk-aware-management
        title: Risk-aware management
        themes: [resilience]

Good::

    challenges:
      - id: resilience
        title: Resilience
    outcomes:
      - id: risk-aware-management
        title: Risk-aware management
        challenges: [resilience]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.repetition import once_in_tables
from stratkit.load.index import PRINTED, Index, Link, fields_of
from stratkit.load.workspace import Workspace
from stratkit.model.record import Record
from stratkit.model.shape import Place
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each reference to an element of a kind that its key does not take."""
    index = workspace.index
    wrong = (link for link in index.links if _is_wrong(link, index))
    for link, more in once_in_tables(wrong):
        kind = index.kind(link.target)
        message = f"`{link.field}` takes {_words(_kinds(link))}, and `{link.target}` is {_a(kind)}{more}"
        related = (Related(index.elements[link.target].origin.name(), "it is here"),)
        fitting = next((k for k, what in _references(link.record) if kind in what), None)
        mend = (
            f"write it under `{fitting}:`"
            if fitting
            else "name another, or move this to the key it belongs to"
        )
        yield Problem("wrong-kind-reference", link.span, message, mend, related)


def _is_wrong(link: Link, index: Index) -> bool:
    if link.target not in index.elements:
        return False
    what = link.shape
    if not isinstance(what, Place) and (what.previous or what.former):
        return False
    kinds = _kinds(link)
    return bool(kinds) and index.kind(link.target) not in kinds


def _kinds(link: Link) -> tuple[str, ...]:
    return PRINTED if isinstance(link.shape, Place) else link.shape.kinds


def _references(record: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(record, Record):
        for name, what in fields_of(type(record)).references:
            yield name, () if isinstance(what, Place) else what.kinds


def _a(kind: str) -> str:
    words = kind.replace("_", " ")
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def _words(kinds: tuple[str, ...]) -> str:
    names = [_a(kind) for kind in kinds]
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
