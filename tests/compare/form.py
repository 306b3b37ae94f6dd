"""The normal form of a plan: every field of every record, without what has no meaning.

Left out: who continues whom and what became of it (`was`, `succeeds`, `previous`, `retired`,
`accepted_changes`, the organization's id), which a comparison reads and does not tell; how texts are wrapped,
how dates and numbers are written, whether a text in the plan's language is marked with that; what is listed
twice, and the order of lists in which order says nothing; whether an element stands in what it lies in or
names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from stratkit.compare.holding import ORDERED
from stratkit.load.workspace import Workspace
from stratkit.model import shape
from stratkit.model.actor import Organization
from stratkit.model.date import CALENDAR, FiscalYear, Period
from stratkit.model.language import Translated
from stratkit.model.measure import Indicator
from stratkit.model.plan import Header, Plan
from stratkit.model.promise import Outcome
from stratkit.model.record import Record

LEFT_OUT = frozenset(("was", "succeeds", "previous", "retired", "accepted_changes"))
LYING = frozenset(("parent", "measures"))
"""Fields that say what an element lies in: the form has that for every element."""
IN_ORDER = ("scale",)
OWN = ""
"""The language of a text that is not marked with one."""
Node = dict[str, Any]


@dataclass
class Held:
    """An element: its id, its kind, what it says, and the ids of what it lies in; none for the plan."""

    id: str
    kind: str
    says: Node
    lies_in: frozenset[str]


@dataclass
class Form:
    """A plan: what it says itself, its elements, and the lists whose order says something.

    The elements go by the identity of their records, the lists by that of their holder (0 for the plan) and
    their key, and are of such identities; but for the outline, which is of names.
    """

    language: str
    plan: Node
    elements: dict[int, Held]
    orders: dict[tuple[int, str], list[int]]
    outline: list[str]
    nodes: dict[int, Node] = field(repr=False)
    """What each record of the plan, and each text of a list, became, by its identity."""


class Reader:
    """Reads records as nodes, with the names that ids have later, in the fiscal year of the plan."""

    def __init__(self, fiscal: FiscalYear | None, ids: Mapping[str, str] | None = None) -> None:
        self.fiscal = fiscal or CALENDAR
        self.ids = ids or {}
        self.nodes: dict[int, Node] = {}

    def node(self, record: Record) -> Node:
        """What a record says, without the elements in it."""
        found: Node = self.nodes.setdefault(id(record), {})
        for name, one in record.fields_.items():
            if name in LEFT_OUT or name in LYING or holds_elements(one.item):
                continue
            if name == "id" and isinstance(record, Organization):
                continue
            value = record.__dict__[name]
            if isinstance(one.shape, shape.Many) and isinstance(one.item, shape.Part):
                value = tuple(each for each in value if not each.__dict__.get("id"))
            if value is not None and value not in ((), {}):
                found[name] = self.value(name, one.shape, value)
        found["class"] = type(record).__name__
        return found

    def value(self, name: str, what: shape.Shape, value: Any) -> Any:  # noqa: C901 # a table
        """A value of a shape."""
        match what:
            case shape.Many() if name in IN_ORDER:
                return [self.value("", what.item, each) for each in value]
            case shape.Many(item=shape.Part()):
                return [self.node(each) for each in value]
            case shape.Many(item=shape.Line() | shape.Prose()):
                return [self.nodes.setdefault(id(each), self.text(each)) for each in value]
            case shape.Many():
                return {self.value("", what.item, each) for each in value}
            case shape.Table():
                return {key: self.value("", what.value, each) for key, each in value.items()}
            case shape.Part():
                return self.node(value)
            case shape.Line() | shape.Prose():
                return self.text(value)
            case shape.DateShape():
                return value.first(self.fiscal), value.last(self.fiscal)
            case shape.PeriodShape():
                return self.period(value)
            case shape.Reference() | shape.Place():
                return self.ids.get(value, value)
        return value

    def text(self, text: str) -> dict[str, str]:
        """A text by language, on one line."""
        texts = text.translations if isinstance(text, Translated) else {OWN: text}
        return {language: " ".join(each.split()) for language, each in texts.items()}

    def period(self, period: Period) -> Node:
        """The first day and the last."""
        ends = {"start": period.first(self.fiscal), "end": period.last(self.fiscal)}
        return {name: day for name, day in ends.items() if day}


def holds_elements(item: shape.Shape) -> bool:
    """Whether the items are elements, which the form has by themselves."""
    return isinstance(item, shape.Part) and "id" in item.record.required_ and item.record is not Header


def form(workspace: Workspace, ids: Mapping[str, str] | None = None) -> Form:
    """The form of a plan; `ids` are the later ids by the earlier ones, for those that change."""
    reader, plan = Reader(workspace.fiscal, ids), workspace.plan
    found = Form(
        language=workspace.header.language if workspace.header else "",
        plan=reader.node(plan),
        elements={},
        orders={},
        outline=[reader.ids.get(one, one) for one in plan.outline],
        nodes=reader.nodes,
    )
    for record, holder in elements_in(plan):
        found.elements[id(record)] = held(reader, record, lies_in(record, holder))
    for record in (plan, *(record for record, _ in elements_in(plan))):
        for name in ORDERED:
            if name in record.fields_:
                listed = [id(each) for each in _listed(workspace, record, name)]
                found.orders[0 if record is plan else id(record), name] = listed
    return found


def held(reader: Reader, record: Record, holders: Iterable[str]) -> Held:
    """One element, with the names that ids have later."""
    says, ids = reader.node(record), reader.ids
    name = says.pop("id")
    return Held(
        id=ids.get(name, name),
        kind=says.pop("class"),
        says=says,
        lies_in=frozenset(ids.get(one, one) for one in holders),
    )


def elements_in(record: Record) -> Iterator[tuple[Record, Record]]:
    """The elements in a record, each with the record that it stands in."""
    for name, one in record.fields_.items():
        item = one.item
        if isinstance(item, shape.Part) and isinstance(one.shape, shape.Many) and name not in LEFT_OUT:
            for each in record.__dict__[name]:
                if each.__dict__.get("id"):
                    yield each, record
                    yield from elements_in(each)


def lies_in(record: Record, holder: Record) -> tuple[str, ...]:
    """The ids of what an element lies in, that stands in a holder; none for the plan."""
    if isinstance(record, Indicator) and record.measures:
        return record.measures
    if isinstance(record, Outcome) and record.parent:
        return (record.parent,)
    return () if isinstance(holder, Plan) else (holder.__dict__["id"],)


def _listed(workspace: Workspace, record: Record, name: str) -> Iterator[Record]:
    """What lies in a record, in the order it is printed: outcomes that name it follow those inside."""
    adopted = workspace.plan.outcomes if name == "outcomes" else ()
    if isinstance(record, Plan):
        yield from (one for one in record.__dict__[name] if not one.__dict__.get("parent"))
    else:
        yield from record.__dict__[name]
        yield from (one for one in adopted if one.parent == record.__dict__["id"])


def frozen(one: Form) -> Node:
    """All that a form says but for orders, in a way that can be compared and read."""
    return {
        "plan": _freeze(one.plan, one.language),
        **{
            each.id: {"kind": each.kind, "in": sorted(each.lies_in), **_freeze(each.says, one.language)}
            for each in one.elements.values()
        },
    }


def _freeze(value: Any, language: str) -> Any:
    """A value without what is empty, with texts marked, and lists without order sorted."""
    if isinstance(value, dict):
        said = {
            key: _freeze(each, language) for key, each in value.items() if each not in (None, [], {}, set())
        }
        if OWN in said:
            said[language] = said.pop(OWN)
        return {key: each for key, each in sorted(said.items()) if each not in ([], {})}
    if isinstance(value, set):
        return sorted(map(str, value))
    if isinstance(value, list):
        items = [_freeze(each, language) for each in value]
        if items and isinstance(items[0], dict):
            items = [each for each in items if each]
            if "class" not in items[0]:
                items = list({repr(each): each for each in items}.values())
            items.sort(key=repr)
        return items
    return value


def orders(one: Form) -> dict[tuple[str, str], list[str]]:
    """The lists whose order says something, by the id of their holder (empty for the plan) and their key."""
    found = {("", "outline"): one.outline} if one.outline else {}
    for (holder, name), listed in one.orders.items():
        if listed:
            key = one.elements[holder].id if holder else ""
            found[key, name] = [one.elements[each].id for each in listed]
    return found
