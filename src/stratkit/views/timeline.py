"""Dated entries: history, consultation and versions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from babel.lists import format_list

from stratkit.model.date import PartialDate
from stratkit.model.narrative import ConsultationEntry, HistoryEntry, VersionEntry
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section

FEWEST = 3
"""The fewest years that a drawing is made of."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A date and what belongs to it."""

    date: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Year:
    """A year as a number and in words, and how many entries it has."""

    number: int
    words: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Timeline(Section):
    """Moments in the author's order; neighbours of one date are one.

    `years`, in their order, are what a drawing shows, and `sentence` tells it: none where it says nothing.
    """

    moments: tuple[Moment, ...]
    years: tuple[Year, ...]
    sentence: str


def timeline(
    edition: Edition,
    name: str,
    records: tuple[HistoryEntry | ConsultationEntry | VersionEntry, ...],
    boxes: tuple[Entry, ...],
) -> Timeline:
    """The section of one list of dated entries. Only a history is long enough for its rhythm to be seen."""
    years = _years(edition, records) if name == "history" else ()
    dated = groupby(records, key=lambda record: say_date(record.date, edition.tongue))
    return Timeline(
        part="timeline",
        anchor=name,
        title=edition.words.part(name),
        moments=tuple(
            Moment(date=date, entries=edition.entries(tuple(same), beside=("date",))) for date, same in dated
        ),
        years=years,
        sentence=_sentence(edition, years) if years else "",
        boxes=boxes,
    )


def _years(
    edition: Edition, records: tuple[HistoryEntry | ConsultationEntry | VersionEntry, ...]
) -> tuple[Year, ...]:
    """The years with their entries; nothing if there are fewer than three."""
    counts = Counter(record.date.year for record in records if record.date)
    if len(counts) < FEWEST:
        return ()
    return tuple(
        Year(number=year, words=say_date(PartialDate(f"{year:04}"), edition.tongue), count=count)
        for year, count in sorted(counts.items())
    )


def _sentence(edition: Edition, years: tuple[Year, ...]) -> str:
    events, most = sum(year.count for year in years), max(year.count for year in years)
    sentence = edition.tongue.count(
        "Drawing: {count} event on a line of years, from {first} to {last}.",
        "Drawing: {count} events on a line of years, from {first} to {last}.",
        events,
    ).format(count=events, first=years[0].words, last=years[-1].words)
    if most == 1:
        return sentence
    fullest = format_list([year.words for year in years if year.count == most], locale=edition.tongue.locale)
    more = edition.translate("The most in one year: {most}, in {years}.").format(most=most, years=fullest)
    return f"{sentence} {more}"
