"""What the comments of authors silence, and which of them have nothing to silence."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.catalogue import STRUCTURE
from stratkit.load.ignores import Ignore
from stratkit.load.texts import Text, texts
from stratkit.load.workspace import Workspace
from stratkit.model.prose import FromFile
from stratkit.model.shape import Prose
from stratkit.source.node import Mapping
from stratkit.source.problem import Problem
from stratkit.source.text import SourceText, Span


def heard(problems: list[Problem], workspace: Workspace, codes: set[str]) -> Iterator[Problem]:
    """The problems that no comment silences, and the comments that silence none.

    Of comments for rules beyond `codes` nothing is said, and of none while the structure is faulty, which may
    hide what they are for.
    """
    idle = {
        (ignore, code): True for ignore in workspace.ignores for code in ignore.codes if code.text in codes
    }
    named = _named(workspace)
    hidden = False
    for problem in problems:
        silenced = [
            (ignore, code)
            for ignore, code in idle
            if code.text == problem.code and _silences(ignore, problem.span, named)
        ]
        idle.update(dict.fromkeys(silenced, False))
        if not silenced:
            hidden = hidden or problem.code in STRUCTURE
            yield problem
    if "unused-ignore" in codes and not hidden:
        for (ignore, code), unused in idle.items():
            if unused:
                message = f"this comment silences `{code.text}`, and there is nothing to silence"
                alone = all(idle.get((ignore, other)) for other in ignore.codes)
                mend = "delete the comment" if alone else f"take `{code.text}` out of the comment"
                yield Problem("unused-ignore", code, message, mend)


def reason(workspace: Workspace, code: str, span: Span) -> str:
    """Why a comment silences a rule at a place; empty where none does, or none says why."""
    codes = ((one, {each.text for each in one.codes}) for one in workspace.ignores if one.covers(span))
    return next((one.reason for one, named in codes if code in named and one.reason), "")


def _silences(ignore: Ignore, span: Span, named: dict[SourceText, list[Span]]) -> bool:
    """Whether a comment speaks of a place: of all in a file of prose where that is named; never of itself."""
    if span.source is ignore.span.source and ignore.span.start <= span.start < ignore.span.end:
        return False
    return any(ignore.covers(place) for place in named.get(span.source, (span,)))


def _named(workspace: Workspace) -> dict[SourceText, list[Span]]:
    """The places that name each file of prose."""
    return {
        value.source: list(_places(text, language))
        for text in texts(workspace, Prose)
        for language, value in {"": text.value, **text.translations}.items()
        if isinstance(value, FromFile)
    }


def _places(text: Text, language: str) -> Iterator[Span]:
    """The keys that lead to the file of a text, and its path."""
    node = text.node
    yield text.span
    if language in text.keys and isinstance(node, Mapping):
        yield text.keys[language]
        node = node.entries[language][1]
    if isinstance(node, Mapping) and "file" in node.entries:
        path = node.entries["file"][1]
        yield text.source.span(path.start, path.end)
