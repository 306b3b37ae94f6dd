"""A plan as its author writes it: mappings, lists and texts, which the model's description tells apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from stratkit.model import shape
from stratkit.model.date import CALENDAR, FiscalYear, PartialDate, Period
from stratkit.model.language import Translated
from stratkit.model.money import Money
from stratkit.model.plan import Plan
from stratkit.model.record import Field, Record

Tree = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A record in a tree: its class, what stands there, the list it is in, and the record it stands in."""

    record: type[Record]
    node: Tree
    listed: list[Tree] | None = None
    above: Spot | None = None

    @property
    def id(self) -> str:
        """Its id; empty if it has none."""
        return str(self.node.get("id", ""))

    @property
    def kind(self) -> str:
        """The kind of element that it is."""
        return getattr(self.record, "kind_", "")

    def lies_in(self, other: Spot) -> bool:
        """Whether it stands in another, or is that."""
        return self.node is other.node or (self.above is not None and self.above.lies_in(other))


def tree_of(value: Any) -> Any:
    """What a plan says, as it may be written."""
    match value:
        case Record():
            said = value.as_dict()
            return {name: tree_of(one) for name, one in said.items() if one != value.defaults_[name]}
        case Period():
            ends = {name: str(day) for name, day in value._asdict().items() if day}
            return ends if value.start != value.end else str(value.start)
        case Translated():
            return {language: str(text) for language, text in value.translations.items()}
        case tuple() if not isinstance(value, Money):
            return [tree_of(one) for one in value]
        case dict():
            return {key: tree_of(one) for key, one in value.items()}
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
    return str(value)


def spots(tree: Tree) -> list[Spot]:
    """Every record in the tree of a plan, in its order."""
    return list(below(Spot(record=Plan, node=tree)))


def below(spot: Spot) -> Iterator[Spot]:
    """A record and all that stand in it."""
    yield spot
    for name, field in spot.record.fields_.items():
        value = spot.node.get(name)
        what = field.item
        if value is None or not isinstance(what, shape.Part | shape.Table):
            continue
        inner = what.value if isinstance(what, shape.Table) else what
        if isinstance(inner, shape.Part):
            nodes = value if isinstance(value, list) else value.values() if inner is not what else (value,)
            for node in list(nodes):
                listed = value if isinstance(value, list) else None
                yield from below(Spot(record=inner.record, node=node, listed=listed, above=spot))


def elements_of(record: type[Record]) -> dict[str, type[Record]]:
    """The lists of elements that a class has, and their classes."""
    return {
        name: field.item.record
        for name, field in record.fields_.items()
        if isinstance(field.shape, shape.Many) and is_element(field)
        if isinstance(field.item, shape.Part)
    }


def is_element(field: Field) -> bool:
    """Whether a field holds what may have an id."""
    return isinstance(field.item, shape.Part) and "id" in field.item.record.fields_


def values(spot: Spot) -> Iterator[tuple[str, Field]]:
    """The fields of a record that are written, and hold no records."""
    for name, field in spot.record.fields_.items():
        if name in spot.node and not isinstance(field.item, shape.Part):
            yield name, field


def names_in(spot: Spot, keep: Callable[[shape.Reference | shape.Place, str], str | None]) -> None:
    """Put in the place of every id that a record names what `keep` gives, and leave out what it does not."""
    for name, field in values(spot):
        what = field.item
        if not isinstance(what, shape.Reference | shape.Place):
            continue
        held = spot.node[name]
        if isinstance(held, list):
            found = [now for one in held if (now := keep(what, one)) is not None]
            spot.node[name] = list(dict.fromkeys(found))
        elif (now := keep(what, held)) is not None:
            spot.node[name] = now
        else:
            del spot.node[name]


def rename(tree: Tree, ids: Mapping[str, str]) -> None:
    """Let every reference follow ids that change."""

    def keep(what: shape.Reference | shape.Place, name: str) -> str:
        now = isinstance(what, shape.Place) or not (what.previous or what.former)
        return ids.get(name, name) if now else name

    for spot in spots(tree):
        names_in(spot, keep)


def fiscal_of(tree: Tree) -> FiscalYear:
    """The organization's year."""
    years = tree["plan"].get("fiscal_year")
    return FiscalYear(int(years["starts"]), years.get("named_for", "end")) if years else CALENDAR


def days(written: str, fiscal: FiscalYear) -> tuple[Any, Any]:
    """The first and the last day of a date."""
    return PartialDate(written).first(fiscal), PartialDate(written).last(fiscal)
