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

from stratkit.check.repetition import once_in_tables
from stratkit.load.index import PRINTED, Index, Link
from stratkit.load.likeness import closest
from stratkit.load.workspace import Workspace
from stratkit.model.plan import Plan
from stratkit.model.shape import Place
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each reference to an id that nothing has."""
    index = workspace.index
    dangling = (link for link in index.links if _dangles(link, index))
    for link, more in once_in_tables(dangling):
        if isinstance(link.shape, Place):
            guess = closest(link.target, Plan.fields_) or index.closest(link.target, PRINTED)
            words = "chapter or part of the document"
        else:
            guess = index.closest(link.target, link.shape.kinds)
            words = _words(link.shape.kinds)
        message = f"no {words} has the id `{link.target}`{more}"
        yield _problem(link, index, message, guess)


def _dangles(link: Link, index: Index) -> bool:
    what = link.shape
    if isinstance(what, Place):
        return link.target not in Plan.fields_ and index.misses(link.target, PRINTED)
    return not (what.previous or what.former) and index.misses(link.target, what.kinds)


def _words(kinds: tuple[str, ...]) -> str:
    names = [kind.replace("_", " ") for kind in kinds]
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "element"


def _problem(link: Link, index: Index, message: str, guess: str | None) -> Problem:
    related: tuple[Related, ...] = ()
    mend = "write the id of one that exists, or add it"
    renamed = index.renamed.get(link.target)
    if renamed is not None:
        related = (Related(renamed.origin.name(), "this is its id now"),)
        mend = f"it was renamed: write `{renamed.id}`"
    elif guess is not None:
        found = index.get(guess)
        place = found.origin.name() if found else None
        mend = f"did you mean `{guess}`?" + (f" ({place.path}:{place.line})" if place else "")
    return Problem("dangling-reference", link.span, message, mend, related)
