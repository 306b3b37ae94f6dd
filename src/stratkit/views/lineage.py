"""What the plan does not continue of the one before, and which changes from it were decided."""

from __future__ import annotations

from typing import get_args

from stratkit.compare.change import Kind
from stratkit.model.report import AcceptedChange, Retirement
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Listing
from stratkit.views.ways import say_way, way_of


def retired(edition: Edition, records: tuple[Retirement, ...], boxes: tuple[Entry, ...]) -> Listing:
    """The section of what nothing here succeeds."""
    entries = tuple(
        edition.entry(record, beside=("element",)).named(edition.previous(record.element).words)
        for record in records
    )
    title = edition.words.part("retired")
    return Listing(part="listing", anchor="retired", title=title, entries=entries, boxes=boxes)


def accepted_changes(
    edition: Edition, records: tuple[AcceptedChange, ...], boxes: tuple[Entry, ...]
) -> Listing:
    """The section of the changes that were decided."""
    entries = tuple(
        edition.entry(record, beside=("change",)).named(_named(edition, record.change)) for record in records
    )
    title = edition.words.part("accepted_changes")
    return Listing(part="listing", anchor="accepted_changes", title=title, entries=entries, boxes=boxes)


def _named(edition: Edition, change: str) -> str:
    """The elements that a change is of, and in which way it changed them, by the name `diff` gives it."""
    kind, *parts = change.partition("#")[0].split(":")
    titles = list(filter(None, (_title(edition, part) for part in parts)))
    if not titles or kind not in get_args(Kind):
        return change
    way = say_way(edition, way_of(kind))
    words = f"{edition.translate('Target')}, {way}" if kind.startswith("target-") else way
    pattern = edition.translate("{name}: {value}")
    return pattern.format(name=edition.translate(", ").join(titles), value=words)


def _title(edition: Edition, name: str) -> str:
    """What an element of the plan, or of the one before it, is called; empty if there is none."""
    record = edition.index.get(name)
    if record is not None:
        return edition.heading(record)
    before = edition.previous(name).words
    return before if before != name else ""
