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

from stratkit.load.index import PRINTED, fields_of
from stratkit.load.workspace import Workspace
from stratkit.model.record import Record
from stratkit.model.shape import Place
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each reference to an element of a kind that its key does not take."""
    index = workspace.index
    for link in index.links:
        found = index.get(link.target)
        if found is None:
            continue
        kinds = PRINTED if isinstance(link.shape, Place) else link.shape.kinds
        if not isinstance(link.shape, Place) and (link.shape.previous or link.shape.former):
            continue
        kind = index.kind(link.target)
        if kinds and kind not in kinds:
            message = f"`{link.field}` takes {_words(kinds)}, and `{link.target}` is {_a(kind)}"
            related = (Related(found.origin.name(), "it is here"),)
            fitting = next((k for k, what in _references(link.record) if kind in what), None)
            mend = (
                f"write it under `{fitting}:`"
                if fitting
                else "name another, or move this to the key it belongs to"
            )
            yield Problem("wrong-kind-reference", link.span, message, mend, related)


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
