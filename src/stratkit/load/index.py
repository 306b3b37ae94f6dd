"""Who has which id, who names whom, and what lies in what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, TypeGuard, TypeVar

from stratkit.load.likeness import Guesser
from stratkit.model import shape
from stratkit.model.element import Element
from stratkit.model.plan import Header, Plan
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.model.record import Record
from stratkit.source.node import NOTHING, Mapping, Node, Scalar, Sequence
from stratkit.source.text import SourceText, Span

PRINTED = ("chapter", "foreword")
"""The kinds of element that have a place of their own in the document."""

E = TypeVar("E", bound=Element)


class Link(NamedTuple):
    """One reference: who names whom, in which field, where. `owner` is the nearest element with an id."""

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


class Unread(NamedTuple):
    """What is known of the parts of a plan that could not be read.

    `ids` were seen there, as were `words`; `kinds` are those of elements whose id is broken; `any_id` says
    whether one of no known kind is; `files` whether files are missing, and nobody knows what they name.
    """

    ids: set[str]
    words: set[str]
    kinds: set[str]
    any_id: bool
    files: bool


class _Fields(NamedTuple):
    """The fields of a class by what the index does with them."""

    children: tuple[str, ...]
    references: tuple[tuple[str, shape.Reference | shape.Place], ...]
    prose: tuple[str, ...]


_FIELDS: dict[type[Record], _Fields] = {}


def fields_of(record: type[Record]) -> _Fields:
    """The names of the fields of a class that hold records, references and prose."""
    if record not in _FIELDS:
        _FIELDS[record] = _sort_fields(record)
    return _FIELDS[record]


def _sort_fields(record: type[Record]) -> _Fields:
    children, references, prose = [], [], []
    for name, field in record.fields_.items():
        inner = field.item
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


def _is_within(what: shape.Reference | shape.Place) -> TypeGuard[shape.Reference]:
    """Whether a reference is to an element of the plan as it is now."""
    return isinstance(what, shape.Reference) and not (what.previous or what.former)


class Index:
    """The ids of one plan and the references between them."""

    def __init__(self, plan: Plan, outline: tuple[SourceText, Node] | None, unread: Unread) -> None:
        self.plan = plan
        self.unread = unread
        self.elements: dict[str, Record] = {}
        self.doubles: list[tuple[Record, Record]] = []
        self.records: list[Record] = []
        self.links: list[Link] = []
        self.emptied: list[tuple[Record, shape.Reference | shape.Place]] = []
        """References without a word to say whom they name, and where they should stand."""
        self._parents: dict[int, Record] = {}
        self._guesses: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        self.guesser = Guesser()
        if outline is not None:
            self._add_links(plan, plan, "outline", shape.Place(), outline)
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
                if name not in node.entries:
                    if name in record.required_ and not record.origin.has_other(record.fields_):
                        self.emptied.append((record, what))
                else:
                    self._add_links(owner, record, name, what, (record.origin.source, node.entries[name][1]))

    def _add_links(
        self,
        owner: Record,
        record: Record,
        name: str,
        what: shape.Reference | shape.Place,
        value: tuple[SourceText, Node],
    ) -> None:
        source, node = value
        takes_list = type(record.fields_[name].shape) is shape.Many
        for item in node.items if takes_list and type(node) is Sequence else (node,):
            if type(item) is not Scalar or (not item.style and item.text in NOTHING):
                self.emptied.append((record, what))
            elif item.text.strip() and record.__dict__[name]:
                self.links.append(Link(owner, record, name, what, item.text, source, item))

    @property
    def header(self) -> Header | None:
        """What the plan says of itself; None if that is missing or cannot be read."""
        header = self.plan.__dict__["plan"]
        return header if isinstance(header, Header) else None

    def get(self, target: str) -> Record | None:
        """The element with an id, if there is one."""
        return self.elements.get(target)

    def misses(self, target: str, kinds: tuple[str, ...] = ()) -> bool:
        """Whether nothing has this id, and nothing with an unread or broken id can be what was meant."""
        if target in self.elements or target in self.unread.ids or self.unread.any_id:
            return False
        return not (self.unread.kinds.intersection(kinds) if kinds else self.unread.kinds)

    def may_be_named(self, element: Element) -> bool:
        """Whether a reference that leads nowhere, or something unread, may mean this element.

        So it may where several have its id, or it has none.
        """
        unsure = not element.id or element.id in self.doubled
        if unsure or self.unread.files or element.id in self.unread.words:
            return True
        return not self._meant.isdisjoint((element.id, element.kind_))

    @cached_property
    def doubled(self) -> set[str]:
        """The ids that several elements have."""
        return {record.__dict__["id"] for _, record in self.doubles}

    @cached_property
    def _meant(self) -> set[str]:
        """What the references that lead nowhere may mean: ids like it, or else anything of their kinds."""
        meant = {kind for _, what in self.emptied if _is_within(what) for kind in what.kinds or self._ids}
        for link in self.links:
            what = link.shape
            if not _is_within(what):
                continue
            kind = self.kind(link.target)
            if kind in what.kinds if what.kinds else kind:
                continue
            like = [] if kind else self._alike(link.target, what.kinds)
            meant.update(like or what.kinds or self._ids)
        return meant

    def closest(self, target: str, kinds: tuple[str, ...] = ()) -> str | None:
        """The id most like this one, of some kinds or of any."""
        return next(iter(self._alike(target, kinds)), None)

    def _alike(self, target: str, kinds: tuple[str, ...]) -> list[str]:
        asked = (target, kinds)
        if asked not in self._guesses:
            known = [name for kind in kinds for name in self._ids[kind]] if kinds else self.elements
            self._guesses[asked] = self.guesser.alike(target, known)
        return self._guesses[asked]

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.elements:
            found[self.kind(name)].append(name)
        return found

    @cached_property
    def renamed(self) -> dict[str, Element]:
        """The elements by the ids they had earlier."""
        elements = [record for record in self.records if isinstance(record, Element)]
        return {old: element for element in elements for old in element.was}

    def kind(self, target: str) -> str:
        """The kind of the element with this id; empty if there is none."""
        return getattr(self.elements.get(target), "kind_", "")

    def holder(self, record: Record) -> Record | None:
        """The record in whose part of the file this one stands."""
        return self._parents.get(id(record))

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
        """The outcomes of an action line or axis: those inside it, then those that name it as `parent`."""
        return (*line.outcomes, *self._adopted.get(line.id, ()))

    def of_kind(self, kind: type[E]) -> list[E]:
        """All elements of one class, in the author's order."""
        return [record for record in self.records if isinstance(record, kind)]
