"""What the plan does not continue of the one before, and which changes from it were decided."""

from __future__ import annotations

from stratkit.model.report import AcceptedChange, Retirement
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Listing


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
    entries = tuple(edition.entry(record, beside=("change",)).named(record.change) for record in records)
    title = edition.words.part("accepted_changes")
    return Listing(part="listing", anchor="accepted_changes", title=title, entries=entries, boxes=boxes)
