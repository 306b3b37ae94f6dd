"""The changes of a revision, applied to the form of the earlier plan: all that is read of the later one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tests.compare.form import (
    IN_ORDER,
    OWN,
    Node,
    Reader,
    elements_in,
    form,
    frozen,
    held,
    lies_in,
    orders,
)

from stratkit.compare.change import Change
from stratkit.compare.place import Place
from stratkit.load.workspace import Workspace
from stratkit.model import shape
from stratkit.model.date import FiscalYear
from stratkit.model.measure import Target
from stratkit.model.plan import Header, Plan
from stratkit.model.record import Record

FIRST = ("fiscal_year", "language")
"""Fields of the head that decide how others are read."""
GOING = ("removed", "retired", "split")
COMING = ("added", "split")
WHOLE = ("set", "unset", "changed", "reordered")
"""Kinds of change after which a list is another, not one item more or less."""
FIGURES = {
    "target-raised": ("value", "min", "max"),
    "target-lowered": ("value", "min", "max"),
    "target-changed": ("value", "min", "max"),
    "target-brought-forward": ("date",),
    "target-postponed": ("date",),
}
"""The fields of a target that a kind of change is about."""


def missed(old: Workspace, changes: Sequence[Change], new: Workspace) -> list[str]:
    """Where the changes applied to the old plan do not give the new one.

    What is new in a list has no place in its order, unless the whole order is told.
    """
    made, wanted = Applying(old, changes).form, form(new)
    found = list(_unlike("", frozen(made), frozen(wanted)))
    theirs = orders(wanted)
    for key, ids in orders(made).items():
        known = [one for one in theirs.get(key, ()) if one in ids]
        if known != ids:
            found.append(f"order of {key}: {ids}, and is {known}")
    return found


def _unlike(path: str, made: Any, wanted: Any) -> Iterator[str]:
    if isinstance(made, dict) and isinstance(wanted, dict):
        for key in {**made, **wanted}:
            yield from _unlike(f"{path}/{key}", made.get(key), wanted.get(key))
    elif isinstance(made, list) and isinstance(wanted, list) and len(made) == len(wanted):
        for number, pair in enumerate(zip(made, wanted, strict=True)):
            yield from _unlike(f"{path}/{number}", *pair)
    elif made != wanted:
        yield f"{path}: {made}, and is {wanted}"


class Applying:
    """The form of a plan, changed by what a comparison tells.

    Raises ValueError, KeyError or AssertionError where a change does not fit the plan.
    """

    def __init__(self, old: Workspace, changes: Sequence[Change]) -> None:
        self.ids = {_id(one.old): _id(one.new) for one in changes if one.kind == "renamed"}
        self.form = form(old, self.ids)
        self.reader = Reader(old.fiscal)
        self.language = self.form.language
        self.reordered: dict[tuple[int, str], Sequence[str]] = {}
        first = [one for one in changes if isinstance(one.old, Header) and one.field.split(".")[0] in FIRST]
        for change in first:
            self.change_field(change)
        header = self.form.plan["plan"]
        years = header.get("fiscal_year")
        self.reader = Reader(FiscalYear(years["starts"], years["named_for"]) if years else None)
        self.form.language = header["language"]
        for change in changes:
            if change not in first:
                self.apply(change)
        self.bring(changes)
        self.take(changes)
        self.order()

    def apply(self, change: Change) -> None:
        """What happened to one element or field; what came and went is seen to by itself."""
        if change.kind in (*GOING, *COMING, "renamed"):
            return
        if change.kind == "moved" or change.field == "measures":
            self.move(change)
        elif change.field == "outline":
            self.change_outline(change)
        elif change.kind == "reordered":
            assert isinstance(change.after, tuple)
            holder = 0 if isinstance(change.old, Plan) else id(change.old)
            self.reordered[holder, change.field] = change.after
        elif change.kind in FIGURES:
            self.change_target(change)
        else:
            self.change_field(change)

    def change_outline(self, change: Change) -> None:
        """A part more or less, or another order; the place of a new one is not told."""
        if change.kind == "reordered":
            assert isinstance(change.after, tuple)
            self.form.outline = list(change.after)
            return
        self.change_field(change)
        if change.kind == "unlinked":
            self.form.outline.remove(str(self.now(change.before)))

    def move(self, change: Change) -> None:
        """From one holder to another."""
        moved = self.form.elements[id(change.old)]
        gone = moved.lies_in if change.kind == "moved" else {self.now(change.before)}
        moved.lies_in = (moved.lies_in - gone) | ({str(change.after)} if change.after else set())

    def now(self, target: object) -> object:
        """The later id of what the earlier plan names."""
        return self.ids.get(str(target), target)

    def change_target(self, change: Change) -> None:
        """Another figure, or another day."""
        node, target = self.form.nodes[id(change.before)], change.after
        assert isinstance(target, Target)
        for name in FIGURES[change.kind]:
            node[name] = None
            if target.__dict__[name] is not None:
                node[name] = self.reader.value(name, target.fields_[name].shape, target.__dict__[name])

    def change_field(self, change: Change) -> None:
        """Another value, or an item more or less in a list."""
        assert change.at is not None
        container, key, what = self.slot(change.at)
        if isinstance(what, shape.Many) and change.kind not in WHOLE:
            self.change_list(container, key, what, change)
        else:
            container[key] = None if change.after is None else self.read(key, what, change.after)

    def read(self, key: str, what: shape.Shape | None, value: Any) -> Any:
        """A value of the later plan; what has no shape is a text in one language."""
        if what is None:
            return " ".join(str(value).split())
        if isinstance(what, shape.PeriodShape) and key in ("start", "end"):
            return value.first(self.reader.fiscal) if key == "start" else value.last(self.reader.fiscal)
        return self.reader.value(key, what, value)

    def change_list(self, container: Node, key: str, what: shape.Many, change: Change) -> None:
        """An item more, or an item less."""
        listed = key in IN_ORDER or isinstance(what.item, shape.Part | shape.Line | shape.Prose)
        items = container.setdefault(key, [] if listed else set())
        if change.before is None:
            after = self.read(key, what.item, change.after)
            _ = items.append(after) if listed else items.add(after)
        elif id(change.before) in self.form.nodes:
            node = self.form.nodes[id(change.before)]
            container[key] = [one for one in items if one is not node]
            assert len(container[key]) < len(items)
        else:
            items.remove(self.now(change.before) if _is_name(what.item) else change.before)

    def slot(self, at: Place) -> tuple[Node, str, shape.Shape | None]:
        """The mapping in which a value stands, its key, and its shape; none for a text in one language."""
        container, key = self.form.nodes[id(at.records[0])], at.name
        what: shape.Shape | None = at.records[0].fields_[at.name].shape
        for inner in at.keys:
            if isinstance(what, shape.Many):
                assert at.texts is not None
                container = self.form.nodes[id(at.texts[0])]
            else:
                container[key] = container = container.get(key) or {}
            if isinstance(what, shape.Many | shape.Line | shape.Prose):
                if OWN in container:
                    container[self.language] = container.pop(OWN)
                what = None
            elif isinstance(what, shape.Table):
                what = what.value
            key = inner
        return container, key, what

    def bring(self, changes: Sequence[Change]) -> None:
        """What is new, and what came with it."""
        came = [change for change in changes if change.kind in COMING]
        new = {id(one): one for change in came for one in (change.new, *change.along) if one is not None}
        holders = {id(child): holder for one in new.values() for child, holder in elements_in(one)}
        holders |= {id(change.new): change.at.records[1] for change in came if change.at}
        for key, record in new.items():
            holder = holders.get(key, record)
            named = lies_in(record, holder)
            if holder is record and named == (_id(record),):
                raise ValueError(f"nobody says what {named} lies in")
            self.form.elements[key] = held(self.reader, record, named)

    def take(self, changes: Sequence[Change]) -> None:
        """What is gone, and what went with it."""
        for change in changes:
            if change.kind in GOING:
                for one in (change.old, *change.along):
                    self.form.elements.pop(id(one), None)

    def order(self) -> None:
        """What was in a list and still is, and lists of which the order is told."""
        elements, kept = self.form.elements, self.form.orders
        keys = {each.id: key for key, each in elements.items()}
        for (holder, name), listed in list(kept.items()):
            if holder and holder not in elements:
                del kept[holder, name]
                continue
            lies = {elements[holder].id} if holder else set()
            kept[holder, name] = [key for key in listed if key in elements and elements[key].lies_in == lies]
        kept.update((key, [keys[name] for name in listed]) for key, listed in self.reordered.items())


def _id(record: Record | None) -> str:
    return str(record.__dict__.get("id", "")) if record else ""


def _is_name(what: shape.Shape) -> bool:
    return isinstance(what, shape.Reference | shape.Place)
