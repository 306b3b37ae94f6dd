"""A plan written out again: one file with all that the plan says, and nothing that its files say besides."""

from __future__ import annotations

from decimal import Decimal

from stratkit.model.date import PartialDate, Period
from stratkit.model.language import Translated
from stratkit.model.money import Money
from stratkit.model.plan import Plan
from stratkit.model.record import Record
from stratkit.source.writer import Plain, write_tree


def transcript(plan: Plan) -> str:
    """The YAML of a plan. Prose from files stands in it; read again, it gives an equal plan."""
    return write_tree(_said(plan))


def _said(record: Record) -> dict[str, object]:
    """What a record says, without what it says by saying nothing."""
    values = record.as_dict()
    names = sorted(values, key=lambda name: name not in record.required_)
    return {name: _value(values[name]) for name in names if values[name] != record.defaults_[name]}


def _value(value: object) -> object:
    match value:
        case Record():
            said: object = _said(value)
        case Translated():
            said = {language: str(text) for language, text in value.translations.items()}
        case Period():
            said = _period(value)
        case Money() | str():
            said = str(value)
        case tuple():
            said = [_value(item) for item in value]
        case dict():
            said = {key: _value(item) for key, item in value.items()}
        case _:
            said = _plain(value)
    return said


def _period(period: Period) -> object:
    start, end = period
    if start and start == end:
        return _plain(start)
    return {name: _plain(date) for name, date in period._asdict().items() if date}


def _plain(value: object) -> Plain:
    if isinstance(value, bool):
        return Plain("true" if value else "false")
    if isinstance(value, Decimal):
        return Plain(f"{value:f}")
    if isinstance(value, int | PartialDate):
        return Plain(value)
    raise TypeError(f"a plan holds no {type(value).__name__}")
