"""Indicators with their baselines and targets."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.model.report import Reading
from stratkit.views.dates import say_date, say_number
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Section


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A value with its date; `note` in full, or a `mark` where several share one note."""

    value: str
    date: str
    note: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class IndicatorEntry:
    """One indicator. The unit is empty where the values carry it themselves, or the title says it."""

    entry: Entry
    unit: str
    baseline: Measured | None
    targets: tuple[Measured, ...]
    baseline_reading: bool
    targets_reading: bool
    unit_reading: bool


@dataclass(frozen=True, kw_only=True)
class SharedNote:
    """A note that several values have, and its mark."""

    mark: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Indicators(Section):
    """The indicators that stand in no outcome. `has_targets`: at least one has a target."""

    indicators: tuple[IndicatorEntry, ...]
    notes: tuple[SharedNote, ...]
    heading: str
    has_baselines: bool
    has_targets: bool


def indicators(edition: Edition, records: tuple[Indicator, ...], boxes: tuple[Entry, ...]) -> Indicators:
    """The section of all indicators of their own."""
    marks = shared_notes(edition, records)
    return Indicators(
        part="indicators",
        anchor="indicators",
        title=edition.words.part("indicators"),
        indicators=tuple(indicator_entry(edition, record, marks) for record in records),
        notes=tuple(SharedNote(mark=mark, text=text) for text, mark in marks.items()),
        heading=edition.words.one("indicator"),
        has_baselines=any(record.baseline for record in records),
        has_targets=any(record.targets for record in records),
        boxes=boxes,
    )


def indicator_entry(
    edition: Edition, record: Indicator, marks: dict[str, str] | None = None
) -> IndicatorEntry:
    """The view of one indicator; notes among `marks` are said by their mark."""
    unit = edition.say_name(record.unit)
    told = rf"(?<!\w){re.escape(unit)}(?!\w)"
    said = "unit" not in record.reading and re.search(told, edition.heading(record), re.IGNORECASE)
    return IndicatorEntry(
        entry=edition.entry(record, beside=("unit", "baseline", "targets")),
        unit="" if said or (record.unit == "percent" and _values(record)) else unit,
        baseline=_measured(edition, record.baseline, record.unit, marks or {}) if record.baseline else None,
        targets=tuple(_measured(edition, target, record.unit, marks or {}) for target in record.targets),
        baseline_reading="baseline" in record.reading,
        targets_reading="targets" in record.reading,
        unit_reading="unit" in record.reading,
    )


def _values(record: Indicator) -> list[Baseline | Target]:
    return [*((record.baseline,) if record.baseline else ()), *record.targets]


def shared_notes(edition: Edition, records: tuple[Indicator, ...]) -> dict[str, str]:
    """The notes that occur more than once, each with its mark: a, b, c."""
    found = Counter(edition.say(value.note) for record in records for value in _values(record) if value.note)
    shared = [text for text, times in found.items() if times > 1]
    return {text: chr(ord("a") + place % 26) * (1 + place // 26) for place, text in enumerate(shared)}


def _measured(
    edition: Edition, record: Baseline | Target, unit: str | None, marks: dict[str, str]
) -> Measured:
    note = edition.say(record.note)
    return Measured(
        value=say_value(edition, record, unit),
        date=say_date(record.date, edition.tongue),
        note="" if note in marks else note,
        mark=marks.get(note, ""),
    )


def say_value(edition: Edition, record: Baseline | Target | Reading, unit: str | None) -> str:
    """A value with its unit's sign, or the bounds it lies in; empty if there is neither."""
    if record.value is not None:
        return say_number(record.value, edition.tongue, unit)
    bounds = (record.__dict__.get("min"), record.__dict__.get("max"))
    low, high = ("" if bound is None else say_number(bound, edition.tongue, unit) for bound in bounds)
    if low and high:
        return f"{low}–{high}"
    if low:
        return edition.translate("at least {value}").format(value=low)
    return edition.translate("at most {value}").format(value=high) if high else ""
