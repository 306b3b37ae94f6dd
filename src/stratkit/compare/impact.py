"""Whom a change may concern besides: what names an element that changed, and did not change itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.compare.difference import Difference
from stratkit.load.index import Link
from stratkit.model.element import Element


@dataclass(frozen=True, kw_only=True)
class Concern:
    """An element of the new plan that somebody should look at again, and the links that concern it."""

    element: Element
    links: tuple[Link, ...]


def concerns(difference: Difference) -> tuple[Concern, ...]:
    """The elements that name what changed or is new, in the order of the new plan."""
    touched = {change.new.__dict__.get("id") for change in difference.changes if change.new} - {None, ""}
    found: dict[str, list[Link]] = {}
    for link in _links(difference, touched):
        found.setdefault(link.owner.__dict__["id"], []).append(link)
    index = difference.new.index
    return tuple(
        Concern(element=element, links=tuple(found[name]))
        for name, element in index.elements.items()
        if name in found and isinstance(element, Element)
    )


def _links(difference: Difference, touched: set[str | None]) -> Iterator[Link]:
    """The references to what was touched, from elements that were not."""
    for target in (name for name in difference.new.index.elements if name in touched):
        for link in difference.new.index.referrers.get(target, ()):
            owner = link.owner.__dict__.get("id")
            if owner and owner not in touched:
                yield link
