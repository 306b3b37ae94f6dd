"""A sheet for each indicator: what it measures, how, and which values are to be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.promise import Outcome
from stratkit.views.dates import say_date, say_period
from stratkit.views.document import DocumentView, document_view
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Fact, Link
from stratkit.views.facts import fact_of
from stratkit.views.indicators import IndicatorEntry, indicator_entry
from stratkit.views.latest import Latest, latest
from stratkit.views.marks import marks_in
from stratkit.views.reports import Read, read, reports
from stratkit.views.tongue import Tongue
from stratkit.views.words import small

ALWAYS = ("unit", "direction", "groups", "source", "cadence", "lead")
"""What every sheet says, or that the plan does not state it."""
ORDER = ("unit", "direction", "aggregate", "path", "groups", "scale", "source", "cadence", "lead")


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A reading, when it was taken, and the title of the report that it stands in, if any."""

    read: Read
    when: str
    report: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One indicator. `place` is its own among all, from 1. `measures` has no items where it names nothing.

    `unstated` names in one line what the plan does not say of it. `latest` is the last reading of everybody.
    `reading` and `illustrative`: something on it is not the organization's own.
    """

    place: str
    indicator: IndicatorEntry
    entry: Entry
    measures: Fact
    facts: tuple[Fact, ...]
    unstated: str
    latest: Latest | None
    readings: tuple[Taken, ...]
    has_groups: bool
    has_notes: bool
    reading: bool = False
    illustrative: bool = False


@dataclass(frozen=True, kw_only=True)
class SheetsView(DocumentView):
    """The sheets of all indicators. `reading` and `illustrative`: something is not the organization's own."""

    heading: str
    sheets: tuple[Sheet, ...]
    reading: bool
    illustrative: bool


def sheets_view(workspace: Workspace, tongue: Tongue | None = None) -> SheetsView:
    """The sheets of a plan in one tongue; None is the plan's own, with standard words in English."""
    printed = frozenset(record.id for record in workspace.index.of_kind(Indicator))
    edition = Edition(workspace, tongue or Tongue(workspace.plan.plan.language), printed)
    sheets = tuple(_sheets(edition))
    marks = marks_in(sheets)
    return SheetsView(
        **vars(document_view(edition, sheets, printed)),
        heading=edition.words.part("indicators"),
        sheets=sheets,
        reading="reading" in marks,
        illustrative="illustrative" in marks,
    )


def _sheets(edition: Edition) -> Iterator[Sheet]:
    records = edition.index.of_kind(Indicator)
    readings, last = _readings(edition), latest(edition)
    for number, record in enumerate(records, 1):
        place = edition.translate("{kind} {number} of {count}").format(
            kind=edition.words.one("indicator"), number=number, count=len(records)
        )
        sheet = _sheet(edition, record, place, tuple(readings[record.id]), last.get(record.id))
        marks = marks_in(sheet)
        yield replace(sheet, reading="reading" in marks, illustrative="illustrative" in marks)


def _sheet(
    edition: Edition, record: Indicator, place: str, readings: tuple[Taken, ...], last: Latest | None
) -> Sheet:
    beside = (*ORDER, "measures", "baseline", "targets", *(("indicator",) if readings else ()))
    return Sheet(
        place=place,
        indicator=indicator_entry(edition, record),
        entry=edition.entry(record, beside=beside),
        measures=Fact(
            key="measures",
            label=edition.words.fact("measures"),
            items=_measured(edition, record),
            reading="measures" in record.reading,
        ),
        facts=tuple(_facts(edition, record)),
        unstated=edition.translate(", ").join(_unstated(edition, record)),
        latest=last,
        readings=readings,
        has_groups=any(one.read.group for one in readings),
        has_notes=any(one.read.note for one in readings),
    )


def _measured(edition: Edition, record: Indicator) -> tuple[Link, ...]:
    """What it names, or the outcome that it stands in."""
    above = edition.index.parent(record)
    return edition.links(record.measures or ((above.id,) if isinstance(above, Outcome) else ()))


def _facts(edition: Edition, record: Indicator) -> Iterator[Fact]:
    for name in ORDER:
        fact = fact_of(edition, record, name)
        if fact and name == "direction" and record.direction:
            fact = replace(fact, items=(Link(words=_better(edition, record.direction)),))
        if fact:
            yield replace(fact, label=_label(edition, name))


def _better(edition: Edition, way: str) -> str:
    """Which way is better, in a plain word."""
    if way in edition.words.labels:
        return edition.words.choice(way)
    return {
        "increase": edition.translate("higher"),
        "decrease": edition.translate("lower"),
        "maintain": edition.translate("kept"),
    }[way]


def _label(edition: Edition, name: str) -> str:
    """The word for a field, where that of a line of facts would be too short for a table."""
    if name in edition.words.labels:
        return edition.words.fact(name)
    return {
        "direction": edition.translate("Better is"),
        "cadence": edition.translate("How often it is measured"),
        "lead": edition.translate("Who measures it"),
    }.get(name) or edition.words.fact(name)


def _unstated(edition: Edition, record: Indicator) -> Iterator[str]:
    """What the plan does not say of an indicator, in words that stand within a sentence."""
    for name in ALWAYS:
        if not fact_of(edition, record, name):
            own = name in edition.words.labels or name in ("unit", "direction", "source")
            yield small(edition.words.fact(name) if own else _noun(edition, name))


def _noun(edition: Edition, name: str) -> str:
    return {
        "groups": edition.translate("breakdown"),
        "cadence": edition.translate("how often it is measured"),
        "lead": edition.translate("who measures it"),
    }[name]


def _readings(edition: Edition) -> dict[str, list[Taken]]:
    """The readings by the ids of their indicators: those of tables, then as the updates have them."""
    found: dict[str, list[Taken]] = defaultdict(list)
    for record in edition.plan.readings:
        single = read(edition, record)
        found[record.indicator].append(Taken(read=single, when=single.date, report=""))
    updates = edition.plan.updates
    for update, report in zip(updates, reports(edition, updates, ()).reports, strict=True):
        reported = say_period(update.period, edition.tongue) or say_date(update.date, edition.tongue)
        for one in report.readings:
            taken = Taken(read=one, when=one.date or reported, report=report.entry.heading)
            found[one.indicator.target].append(taken)
    return found
