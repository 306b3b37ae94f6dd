"""What a plan and its reports give, as they write it: values, days, and where they stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from stratkit.formats.progress.sheet import Row
from stratkit.model.date import PartialDate
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.model.record import Record
from stratkit.model.report import Reading, Update
from stratkit.progress.known import Dated
from stratkit.source.text import Span


def value(record: Baseline | Target | Reading, indicator: Indicator) -> str:
    """A value, with the place of a word on its scale; else the bounds."""
    said = record.value
    if isinstance(said, str):
        return f"{said} (place {indicator.scale.index(said)})" if said in indicator.scale else said
    if said is not None:
        return f"{said:f}"
    return "no value" if isinstance(record, Baseline) else bounds(record.min, record.max)


def bounds(low: Decimal | None, high: Decimal | None) -> str:
    """What lies between two bounds, of which either may be open."""
    if low is None:
        return "no value" if high is None else f"{high:f} or less"
    return f"{low:f} or more" if high is None else f"{low:f} to {high:f}"


def day(last: date, written: PartialDate | None) -> str:
    """A day, and how it was written if otherwise."""
    return f"{last} ({written})" if written and str(written) != str(last) else str(last)


def place(record: Record, *fields: str) -> Span:
    """The first of these fields that the author wrote, else all of a record."""
    found = (field for field in fields if record.origin.has(field))
    return next((record.origin.value(field) for field in found), record.origin.whole())


def reading(dated: Dated, indicator: Indicator, label: str, *more: str) -> list[Row]:
    """A reading with its day, its report and its note; below it those of the same day that it replaces."""
    said, update = dated.reading, dated.update
    written = said.date or (update.period.end if update.period else None) or update.date
    about = ", ".join(filter(None, (*more, day(dated.day, written), report(update))))
    span = place(said, "value", "min", "max")
    rows = [Row(label=label, cells=(value(said, indicator), about), span=span), *note(said.note)]
    if dated.earlier:
        rows += reading(dated.earlier, indicator, "instead of", *more)
    return rows


def report(update: Update) -> str:
    """A report, and of which day it is; empty for readings that none gave."""
    return f"{update.id} of {update.date}" if update.date else update.id


def note(text: str | None) -> list[Row]:
    """A note of the plan's, in quotation marks."""
    return [Row(cells=(f'"{text}"',))] if text else []
