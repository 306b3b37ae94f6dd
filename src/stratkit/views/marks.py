"""Which sections hold something that is not the organization's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from stratkit.views.entry import Section

S = TypeVar("S", bound=Section)


def mark(section: S) -> S:
    """The section, saying whether anything in it is our reading, or illustrative."""
    found = marks_in(section)
    return replace(
        section,
        reading=section.reading or "reading" in found,
        illustrative=section.illustrative or "illustrative" in found,
    )


def marks_in(view: object) -> set[str]:
    """`reading` and `illustrative`, where a view holds what is not the organization's own."""
    return set(_marks(view))


def _marks(view: object) -> Iterator[str]:
    if isinstance(view, tuple):
        for item in view:
            yield from _marks(item)
    elif is_dataclass(view):
        for field in fields(view):
            value = getattr(view, field.name)
            if field.name == "reading" and value:
                yield "reading"
            elif field.name == "basis" and value:
                yield value
            elif isinstance(value, tuple) or is_dataclass(value):
                yield from _marks(value)
