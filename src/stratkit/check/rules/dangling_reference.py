"""A key that names another element names one that exists.

A reader who follows an outcome to the challenge it answers finds nothing there, and the challenge is counted
as unanswered. Mostly it is a slip of the pen, or the element was renamed and this place forgotten.

Bad::

    themes:
      - id: gender-equality
        title: Gender equality
    outcomes:
      - id: gender-sensitive-association
        title: Gender-sensitive association
        themes: [gender-equalty]

Good::

    themes:
      - id: gender-equality
        title: Gender equality
    outcomes:
      - id: gender-sensitive-association
        title: Gender-sensitive association
        themes: [gender-equality]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.index import Index, Link
from stratkit.load.likeness import closest
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.plan import Plan
from stratkit.model.shape import Place
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each reference to an id that nothing has."""
    index = workspace.index
    for link in index.links:
        if link.target in index.elements or link.target in index.lost:
            continue
        if isinstance(link.shape, Place):
            if link.target not in Plan.fields_ and not index.nameless & {"chapter", "foreword"}:
                yield _problem(
                    link,
                    index,
                    "chapter or part of the document",
                    [*_ids(index, ("chapter",)), *Plan.fields_],
                )
        elif not (link.shape.previous or link.shape.former) and not _explained(link.shape.kinds, index):
            yield _problem(link, index, _words(link.shape.kinds), _ids(index, link.shape.kinds))


def _explained(kinds: tuple[str, ...], index: Index) -> bool:
    """Whether an element with a broken id may be the one meant."""
    return bool(index.nameless & set(kinds)) if kinds else bool(index.nameless)


def _ids(index: Index, kinds: tuple[str, ...]) -> list[str]:
    return [target for target in index.elements if not kinds or index.kind(target) in kinds]


def _words(kinds: tuple[str, ...]) -> str:
    names = [kind.replace("_", " ") for kind in kinds]
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "element"


def _problem(link: Link, index: Index, words: str, known: list[str]) -> Problem:
    message = f"no {words} has the id `{link.target}`"
    renamed = _renamed(link.target, index)
    if renamed is not None:
        related = (Related(renamed.origin.name(), "this is its id now"),)
        return Problem(
            "dangling-reference", link.span, message, f"it was renamed: write `{renamed.id}`", related
        )
    guess = closest(link.target, known)
    found = index.get(guess) if guess else None
    if guess is None:
        return Problem("dangling-reference", link.span, message, "write the id of one that exists, or add it")
    if found is None:
        return Problem("dangling-reference", link.span, message, f"did you mean `{guess}`?")
    span = found.origin.name()
    return Problem(
        "dangling-reference", link.span, message, f"did you mean `{guess}`? ({span.path}:{span.line})"
    )


def _renamed(target: str, index: Index) -> Element | None:
    return next(
        (record for record in index.records if isinstance(record, Element) and target in record.was), None
    )
