"""What has to be known of an element where it is named: whose words it is, and what was last known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stratkit.check.attainment import Attainment
from stratkit.compare.dispositions import Disposition, interpreted
from stratkit.compare.reported import Figure
from stratkit.formats.diff.headline import title_of
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, fill, joined
from stratkit.formats.diff.values import figure as figured
from stratkit.formats.diff.values import quote
from stratkit.load.chronology import date_of
from stratkit.model.element import Noted
from stratkit.model.measure import Indicator
from stratkit.model.record import Record

SHORT = 60
"""The longest note on a reading that is told with it."""
LONG = 300
"""How much is quoted of a reason, or of the note on an interpretation: a reader judges by it."""


def in_brackets(record: Record | None, by_us: Iterable[Noted] = ()) -> Sentence:
    """Whose words it is, where not the organization's; and whose word a fate is, with the reasons."""
    told = [*_edited(record), *_interpretation(list(by_us))]
    return fill(" ({told})", told=joined(told, between="; ", last="; ")) if told else ()


def _edited(record: Record | None) -> Iterator[Sentence]:
    if isinstance(record, Noted) and record.basis == "reading":
        yield (Piece("listed by the edition"),)
    elif title_in_brackets(record):
        yield (Piece("title: the edition's words"),)


def title_in_brackets(record: Record | None) -> Sentence:
    """The same where it is the title that is told."""
    if not isinstance(record, Noted) or not (record.basis == "reading" or "title" in record.reading):
        return ()
    return (Piece(" (the edition's words)"),)


def _interpretation(found: list[Noted]) -> Iterator[Sentence]:
    notes = dict.fromkeys(one.reading_note for one in found if one.reading_note)
    told = joined([fill("“{note}”", note=(quote(note, LONG),)) for note in notes])
    if found:
        yield fill("interpretation{notes}", notes=(Piece(": "), *told) if told else ())


def last_known(each: Disposition, names: Names, attainment: Attainment) -> Sentence:
    """The last status and the last figure reported, each with its time, and how far it went on in plans
    between the two; empty if nothing is known."""
    told = [*_status(each, names), *_attained(each, attainment)]
    told += [] if each.heirs else _reached(each)
    return joined(told, between="; ", last="; ")


def named(each: Disposition, names: Names, attainment: Attainment) -> tuple[Sentence, Sentence]:
    """What stands right after the name of a commitment in a list, and what at the end of its line."""
    known = last_known(each, names, attainment)
    return in_brackets(each.element), fill("; {known}", known=known) if known else ()


def _status(each: Disposition, names: Names) -> Iterator[Sentence]:
    if not each.report or not each.status:
        return
    update = each.report.update
    known = update.date or (update.period.end if update.period else None)
    when = f" ({known})" if known else ""
    yield fill("last reported: {status}{when}", status=names.word(each.status), when=when)


def _reached(each: Disposition) -> Iterator[Sentence]:
    """As what it went on in plans between the two."""
    for ending in each.reached:
        yield fill(
            "went on{by} as {name} in {plan}",
            by=", by interpretation," if interpreted(ending) else "",
            name=Names(ending.plan).full(ending.element),
            plan=title_of(ending.plan),
        )


def _attained(each: Disposition, attainment: Attainment) -> Iterator[Sentence]:
    """The last figure, or the sum of all where they add up, and the target that it is held against."""
    if each.figure is None or not isinstance(each.element, Indicator):
        return
    found = attainment.of(each.element)
    goal = figured(found.goal) if found.goal else ""
    aim = fill("; the target was {goal}", goal=(Piece(goal, "quoted"),)) if goal else ()
    if each.element.aggregate == "sum" and found.actual is not None and len(found.readings) > 1:
        total = f"{float(found.actual):,.10g}"
        unit, when = _unit(each.element), _when(each.figure)
        yield fill("reached in all: {total}{unit}{when}{aim}", total=total, unit=unit, when=when, aim=aim)
    else:
        yield (*read(each.figure, each.element), *aim)


def read(figure: Figure, element: Record, words: str = "last read: ") -> Sentence:
    """A reading with its unit, its day and a short note."""
    note = figure.reading.note or ""
    return fill(
        "{words}{value}{unit}{when}{note}",
        words=words,
        value=(Piece(figured(figure.reading), "quoted"),),
        unit=_unit(element),
        when=_when(figure),
        note=fill(", “{note}”", note=(quote(note),)) if note and len(note) <= SHORT else (),
    )


def _unit(element: Record) -> Sentence:
    unit = element.unit if isinstance(element, Indicator) else None
    return (Piece(f" {unit}", "quoted"),) if unit else ()


def _when(figure: Figure) -> str:
    known = date_of(figure.reading, figure.update) or figure.update.date
    return f" ({known})" if known else ""
