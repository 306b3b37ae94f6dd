"""What was reported: entries about elements, and readings of indicators."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.measure import Indicator
from stratkit.model.report import Entry as ReportEntry
from stratkit.model.report import Reading, Update
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Link, Section
from stratkit.views.indicators import say_value


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said of one element, and when it happened; `evidence` is prose."""

    about: Link
    status: str
    status_word: str
    entry: Entry
    evidence: tuple[str, ...]
    date: str = ""


@dataclass(frozen=True, kw_only=True)
class Read:
    """One reading. `value` is empty where there was none."""

    indicator: Link
    value: str
    group: str
    date: str
    note: str
    entry: Entry


@dataclass(frozen=True, kw_only=True)
class Report:
    """One update."""

    entry: Entry
    said: tuple[Said, ...]
    readings: tuple[Read, ...]
    has_groups: bool
    has_notes: bool


@dataclass(frozen=True, kw_only=True)
class Reports(Section):
    """All updates, and the word for an indicator."""

    reports: tuple[Report, ...]
    indicator: str


def reports(edition: Edition, records: tuple[Update, ...], boxes: tuple[Entry, ...]) -> Reports:
    """The section of all updates."""
    return Reports(
        part="updates",
        anchor="updates",
        title=edition.words.part("updates"),
        reports=tuple(_report(edition, record) for record in records),
        indicator=edition.words.one("indicator"),
        boxes=boxes,
    )


def _report(edition: Edition, record: Update) -> Report:
    readings = tuple(read(edition, reading) for reading in record.readings)
    return Report(
        entry=edition.entry(record, beside=() if record.title else ("kind",)),
        said=tuple(tell(edition, said) for said in record.entries),
        readings=readings,
        has_groups=any(reading.group for reading in readings),
        has_notes=any(reading.note for reading in readings),
    )


def tell(edition: Edition, record: ReportEntry) -> Said:
    """The view of what was said of one element."""
    return Said(
        about=edition.link(record.about),
        status=record.status or "",
        status_word=edition.words.one(record.status) if record.status else "",
        entry=edition.entry(record, beside=("about", "status", "evidence")),
        evidence=tuple(edition.say(text) for text in record.evidence),
        date=say_date(record.date, edition.tongue),
    )


def read(edition: Edition, record: Reading) -> Read:
    """The view of one reading."""
    groups = (edition.words.told(group) for group in (record.group or {}).values())
    return Read(
        indicator=edition.link(record.indicator),
        value=_value(edition, record),
        group=edition.translate(", ").join(groups),
        date=say_date(record.date, edition.tongue),
        note=edition.say(record.note),
        entry=edition.entry(record, beside=tuple(record.fields_)),
    )


def _value(edition: Edition, record: Reading) -> str:
    indicator = edition.index.get(record.indicator)
    return say_value(edition, record, indicator.unit if isinstance(indicator, Indicator) else None)
