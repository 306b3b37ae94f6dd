"""Who has which id, who names whom, and what lies in what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple, TypeVar

from stratkit.model import shape
from stratkit.model.element import Element
from stratkit.model.plan import Plan
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.model.record import Record
from stratkit.source.node import Mapping, Node, Scalar, Sequence
from stratkit.source.text import SourceText, Span

E = TypeVar("E", bound=Element)


class Link(NamedTuple):
    """One reference: who names whom, in which field, and where that is written. `owner` is the nearest thing with an id."""

    owner: Record
    record: Record
    field: str
    shape: shape.Reference | shape.Place
    target: str
    source: SourceText
    node: Scalar

    @property
    def span(self) -> Span:
        return Span(self.source, self.node.start, self.node.end)


class _Fields(NamedTuple):
    """The fields of a class by what the index does with them."""

    children: tuple[str, ...]
    references: tuple[tuple[str, shape.Reference | shape.Place], ...]
    prose: tuple[str, ...]


@cache
def fields_of(record: type[Record]) -> _Fields:
    """The names of the fields of a class that hold records, references and prose."""
    children, references, prose = [], [], []
    for name, field in record.fields_.items():
        what = field.shape
        inner = what.item if isinstance(what, shape.Many) else what
        if isinstance(inner, shape.Part):
            children.append(name)
        elif isinstance(inner, shape.Reference | shape.Place):
            references.append((name, inner))
        elif isinstance(inner, shape.Prose):
            prose.append(name)
    return _Fields(tuple(children), tuple(references), tuple(prose))


def records_in(record: Record) -> Iterator[tuple[Record, Record]]:
    """Every record below this one with the one it lies in, in the author's order."""
    for name in fields_of(type(record)).children:
        value = record.__dict__[name]
        for child in value if type(value) is tuple else (value,) if value is not None else ():
            yield child, record
            yield from records_in(child)


class Index:
    """The ids of one plan and the references between them.

    `lost` are ids that were seen in what could not be read, `nameless` the kinds of elements whose id is
    broken: nobody is told that such an element does not exist.
    """

    def __init__(
        self, plan: Plan, outline: tuple[SourceText, Node] | None, lost: set[str], nameless: set[str]
    ) -> None:
        self.plan = plan
        self.lost = lost
        self.nameless = nameless
        self.elements: dict[str, Record] = {}
        self.doubles: list[tuple[Record, Record]] = []
        self.records: list[Record] = []
        self.links: list[Link] = []
        self._parents: dict[int, Record] = {}
        if outline is not None:
            self._add_links(plan, plan, "outline", shape.Place(), *outline)
        self._add(plan)

    def _add(self, plan: Plan) -> None:
        owners: dict[int, Record] = {id(plan): plan}
        for record, parent in records_in(plan):
            named = record.__dict__.get("id")
            self.records.append(record)
            self._parents[id(record)] = parent
            owner = owners[id(record)] = record if named else owners[id(parent)]
            if named:
                first = self.elements.setdefault(named, record)
                if first is not record:
                    self.doubles.append((first, record))
            node = record.origin.node
            if type(node) is not Mapping:
                continue
            for name, what in fields_of(type(record)).references:
                if name in node.entries:
                    self._add_links(owner, record, name, what, record.origin.source, node.entries[name][1])

    def _add_links(
        self,
        owner: Record,
        record: Record,
        name: str,
        what: shape.Reference | shape.Place,
        source: SourceText,
        node: Node,
    ) -> None:
        for item in node.items if type(node) is Sequence else (node,):
            if type(item) is Scalar and item.text:
                self.links.append(Link(owner, record, name, what, item.text, source, item))

    def get(self, target: str) -> Record | None:
        """The element with an id, if there is one."""
        return self.elements.get(target)

    def kind(self, target: str) -> str:
        """The kind of the element with this id; empty if there is none."""
        return getattr(self.elements.get(target), "kind_", "")

    def parent(self, record: Record) -> Record | None:
        """What a record lies in: an outcome that names its `parent` lies in that."""
        if isinstance(record, Outcome) and record.parent:
            return self.elements.get(record.parent)
        return self._parents.get(id(record))

    @cached_property
    def referrers(self) -> dict[str, list[Link]]:
        """For each id the references to it, in the author's order."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            if not (isinstance(link.shape, shape.Reference) and (link.shape.previous or link.shape.former)):
                found[link.target].append(link)
        return found

    @cached_property
    def _adopted(self) -> dict[str, list[Outcome]]:
        found: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in self.plan.outcomes:
            if outcome.parent:
                found[outcome.parent].append(outcome)
        return found

    def outcomes_in(self, line: ActionLine | Axis) -> tuple[Outcome, ...]:
        """The outcomes directly in an action line or axis: those inside it, then those that name it as `parent`."""
        return (*line.outcomes, *self._adopted.get(line.id, ()))

    def of_kind(self, kind: type[E]) -> list[E]:
        """All elements of one class, in the author's order."""
        return [record for record in self.records if isinstance(record, kind)]
