"""The facts of an element: each field said according to its shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from stratkit.model import sdg, shape
from stratkit.model.date import PartialDate
from stratkit.model.element import Element
from stratkit.model.money import Budget, Money
from stratkit.model.record import Record
from stratkit.views.dates import say_date, say_money, say_number, say_period
from stratkit.views.entry import Fact, Link

if TYPE_CHECKING:
    from stratkit.views.edition import Edition

UNSAID = frozenset(
    # shown as the entry itself, or told by its marks; former ids are never printed
    {
        "id",
        "title",
        "name",
        "summary",
        "text",
        "quote",
        "number",
        "was",
        "basis",
        "reading",
        "reading_note",
        "parent",
        "fields",
    }
)
MARKERS = ("not targeted", "significant", "principal")
"""What the OECD's policy markers 0, 1 and 2 mean."""

_LAST = tuple(Element.fields_)


def facts_of(edition: Edition, record: Record, beside: Iterable[str] = ()) -> tuple[Fact, ...]:
    """Every field of a record that has a value, except what is shown `beside` its facts."""
    unsaid = {*UNSAID, *beside}
    names = sorted((name for name in record.fields_ if name not in unsaid), key=lambda name: name in _LAST)
    said = (fact_of(edition, record, name) for name in names)
    return (*(fact for fact in said if fact), *_own_facts(edition, record))


def fact_of(edition: Edition, record: Record, name: str) -> Fact | None:
    """One field, or None if it is empty or holds elements of its own."""
    value = record.__dict__[name]
    what = record.fields_[name].shape
    say = _NAMED.get(name) or _say_of(what)
    if say is None or value is None or value == ():
        return None
    items = tuple(_items(edition, say, what, value))
    reading = name in record.__dict__.get("reading", ())
    return Fact(key=name, label=edition.words.fact(name), items=items, reading=reading) if items else None


def say_held(edition: Edition, what: shape.Shape | None, value: object) -> str:
    """One value of a shape, or several of it, in words."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return edition.translate(", ").join(say_held(edition, what, one) for one in value)
    if isinstance(value, Budget):
        return _say_budget(edition, value).words
    if isinstance(value, Record):
        return _say_record(edition, value)
    if isinstance(value, Money):
        return say_money(value, edition.tongue)
    if isinstance(value, PartialDate):  # which may be an end of a period
        return say_date(value, edition.tongue)
    say = _say_of(what) if what is not None else None
    return say(edition, value).words if say else str(value)


def _say_record(edition: Edition, record: Record) -> str:
    """What has no id by its title, or by all that it says."""
    if record.__dict__.get("title") or record.__dict__.get("name"):
        return edition.heading(record)
    told = (fact_of(edition, record, name) for name in record.fields_)
    said = (edition.translate(", ").join(item.words for item in fact.items) for fact in told if fact)
    return edition.translate("; ").join(said)


def _items(
    edition: Edition, say: Callable[[Edition, Any], Link], what: shape.Shape, value: Any
) -> Iterable[Link]:
    if isinstance(what, shape.Table):
        return (say(edition, pair) for pair in value.items())
    if isinstance(what, shape.Many):
        return (say(edition, item) for item in value)
    return (say(edition, value),)


def _own_facts(edition: Edition, record: Record) -> Iterable[Fact]:
    """The values of the organization's own fields."""
    values = record.__dict__.get("fields")
    for name, value in values.items() if isinstance(values, dict) else ():
        own = edition.own_fields.get(name)
        link = edition.link(value) if own and own.type == "reference" else Link(words=value)
        yield Fact(key="fields", label=edition.say(own.title) if own else name, items=(link,))


def _say_of(what: shape.Shape) -> Callable[[Edition, Any], Link] | None:
    inner = what.item if isinstance(what, shape.Many) else what
    if isinstance(inner, shape.Part):
        return _say_budget if inner.record is Budget else None
    if isinstance(inner, shape.Number) and inner.unit:
        return partial(_say_amount, unit=inner.unit)
    if isinstance(inner, shape.Reference):
        return _say_previous if inner.previous else _say_reference
    return _SAYERS.get(type(inner))


def _say_amount(edition: Edition, value: Decimal, unit: str) -> Link:
    return Link(words=say_number(value, edition.tongue, unit))


def _say_reference(edition: Edition, value: str) -> Link:
    return edition.link(value)


def _say_previous(edition: Edition, value: str) -> Link:
    return edition.previous(value)


def _say_name(edition: Edition, value: str) -> Link:
    return Link(words=edition.say_name(value))


def _say_budget(edition: Edition, budget: Budget) -> Link:
    funder = edition.link(budget.funder).words if budget.funder else ""
    more = [say_date(budget.date, edition.tongue), funder, edition.say(budget.note)]
    behind = edition.translate(", ").join(word for word in more if word)
    amount = say_money(budget.amount, edition.tongue)
    return Link(words=f"{amount} ({behind})" if behind else amount)


def _say_goal(edition: Edition, code: str) -> Link:
    goal = sdg.GOALS.get(code.partition(".")[0], "")
    return Link(words=f"{code} {edition.translate(goal)}" if goal else code)


def _say_table(edition: Edition, pair: tuple[str, object]) -> Link:
    key, value = pair
    said = edition.translate(", ").join(map(str, value)) if isinstance(value, tuple) else str(value)
    return _pair(edition, key, said)


def _say_marker(edition: Edition, pair: tuple[str, int]) -> Link:
    key, value = pair
    return _pair(edition, key, edition.translate(MARKERS[int(value)]))


def _pair(edition: Edition, key: str, said: str) -> Link:
    pattern = edition.translate("{name}: {value}")
    return Link(words=pattern.format(name=edition.words.one(key), value=said))


_SAYERS: dict[type[shape.Shape], Callable[[Edition, Any], Link]] = {
    shape.Line: lambda edition, value: Link(words=edition.say(value)),
    shape.Prose: lambda edition, value: Link(words=edition.say(value)),
    shape.Word: lambda edition, value: Link(words=edition.words.told(value)),
    shape.Choice: lambda edition, value: Link(words=edition.words.choice(value)),
    shape.DateShape: lambda edition, value: Link(words=say_date(value, edition.tongue)),
    shape.PeriodShape: lambda edition, value: Link(words=say_period(value, edition.tongue)),
    shape.Number: lambda edition, value: Link(words=say_number(Decimal(value), edition.tongue)),
    shape.Flag: lambda edition, value: Link(words=edition.words.one("yes" if value else "no")),
    shape.Address: lambda _, value: Link(words=value, url=value),
    shape.SdgCode: _say_goal,
    shape.Table: _say_table,
}
_NAMED: dict[str, Callable[[Edition, Any], Link]] = {
    "markers": _say_marker,
    **dict.fromkeys(("full_name", "place", "region", "unit", "author", "publisher", "source"), _say_name),
}
