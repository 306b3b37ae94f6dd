"""The words of elements, in a language that two plans have in common."""

from __future__ import annotations

from stratkit.load.texts import own_language
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.language import in_language


def shared_language(old: Workspace, new: Workspace) -> str:
    """The language to compare two plans in: one's own that the other has too, or else any that both have.

    Empty if they have none in common.
    """
    both = old.languages & new.languages
    own = sorted(both.intersection((own_language(old), own_language(new))))
    return next(iter(own or sorted(both)), "")


def title(element: Element, language: str) -> str:
    """The title or name of an element in a language, as far as it is there; empty if it has none."""
    held = element.__dict__
    return in_language(held.get("title") or held.get("name") or "", language)


def text(element: Element, language: str) -> str:
    """What else an element says of itself: summary and text."""
    parts = (element.__dict__["summary"], element.__dict__["text"])
    return " ".join(in_language(part, language) for part in parts if part)
