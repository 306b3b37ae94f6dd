"""Vision, mission and strategic objective."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.plan import Statement
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section


@dataclass(frozen=True, kw_only=True)
class StatementSection(Section):
    """The sentence itself, and what is said of it."""

    statement: str
    entry: Entry


def statement(edition: Edition, name: str, record: Statement, boxes: tuple[Entry, ...]) -> StatementSection:
    """The section of one statement."""
    return StatementSection(
        part="statement",
        anchor=name,
        title=edition.words.part(name),
        number=record.number or "",
        statement=edition.say(record.statement),
        entry=edition.entry(record, beside=("statement",)),
        boxes=boxes,
    )
