"""The elements that edits are made of: those of real plans, and invented ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from stratkit.load.index import Index
from stratkit.load.workspace import open_workspace
from stratkit.model.element import Element as Loaded
from stratkit.model.record import Record

KINDS = (
    "theme", "challenge", "focus_area", "action_line", "axis", "outcome", "indicator", "programme",
    "activity", "milestone",
)  # fmt: skip
"""The kinds of element that are edited."""

_MARKUP = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"[*_`|#]+|^\s*[-+] |\s+", re.MULTILINE), " "),
)


@dataclass(frozen=True, kw_only=True)
class Element:
    """What a comparison by likeness may look at.

    `text` is the summary and the text in one line without markup, empty if there is neither; `parent` is the
    id of the element it lies in, empty if that is none.
    """

    id: str
    kind: str
    title: str
    text: str = ""
    parent: str = ""


def plan_elements(folder: Path) -> list[Element]:
    """The elements of one plan in its order; the name of its folder stands before each id."""
    index = open_workspace(folder, folder.parent).index
    return [
        Element(
            id=plain_id(folder, record.id),
            kind=record.kind_,
            title=record.heading,
            text=_plain(f"{record.summary or ''} {record.text or ''}"),
            parent=plain_id(folder, holder.id) if (holder := _holder(index, record)) else "",
        )
        for record in index.records
        if isinstance(record, Loaded) and record.kind_ in KINDS
    ]


def plain_id(folder: Path, name: str) -> str:
    """The id of an element among those of other plans."""
    return f"{folder.name}-{name}"


def real_elements(plans: Path) -> list[Element]:
    """The elements of all plans in a folder; of those that have one title, the first stands for all."""
    found = [each for folder in sorted(plans.iterdir()) if folder.is_dir() for each in plan_elements(folder)]
    first: dict[str, Element] = {}
    for element in found:
        first.setdefault(folded(element.title), element)
    stands_for = {element.id: first[folded(element.title)].id for element in found}
    return [
        replace(element, parent=parent if parent != element.id else "")
        for element in first.values()
        for parent in (stands_for.get(element.parent, ""),)
    ]


def folded(title: str) -> str:
    """A title without case and punctuation."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def _holder(index: Index, record: Record) -> Loaded | None:
    """The nearest element that a record lies in and that is edited too."""
    while (parent := index.parent(record)) is not None:
        if isinstance(parent, Loaded) and parent.kind_ in KINDS:
            return parent
        record = parent
    return None


def _plain(text: str) -> str:
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    return text.strip()
