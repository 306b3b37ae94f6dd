"""Dated entries: history, consultation and versions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from stratkit.model.narrative import ConsultationEntry, HistoryEntry, VersionEntry
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A date and what belongs to it."""

    date: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Timeline(Section):
    """Moments in the author's order; neighbours of one date are one."""

    moments: tuple[Moment, ...]


def timeline(
    edition: Edition,
    name: str,
    records: tuple[HistoryEntry | ConsultationEntry | VersionEntry, ...],
    boxes: tuple[Entry, ...],
) -> Timeline:
    """The section of one list of dated entries."""
    dated = groupby(records, key=lambda record: say_date(record.date, edition.tongue))
    return Timeline(
        part="timeline",
        anchor=name,
        title=edition.words.part(name),
        moments=tuple(
            Moment(date=date, entries=edition.entries(tuple(same), beside=("date",))) for date, same in dated
        ),
        boxes=boxes,
    )
