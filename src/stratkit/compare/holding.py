"""What lies in what: for an indicator, what it measures is what it lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from stratkit.load.index import Index
from stratkit.model.element import Element
from stratkit.model.measure import Indicator
from stratkit.model.plan import Plan
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.model.record import Record

ORDERED = ("forewords", "chapters", "action_lines", "axes", "outcomes")
"""The lists whose order says something: it numbers what is in them, or they are read in it."""


def holders(index: Index, element: Element) -> tuple[str, ...]:
    """The ids of what an element lies in; empty for what lies in the plan alone."""
    if isinstance(element, Indicator) and element.measures:
        return element.measures
    above = index.parent(element)
    target = above.__dict__.get("id") if above is not None else None
    return (target,) if target else ()


def outermost(
    index: Index, among: Iterable[Element], fates: Collection[str] = ()
) -> dict[str, tuple[Element, ...]]:
    """Those of some elements that do not lie in others of them, by id, each with the others that lie in it.

    Whatever the depth. Those with a fate of their own are among them, lie in nothing, and hide what lies in
    them; so does what is not among them: what goes on takes its own along. Of a ring one is the outermost.
    """
    found = list(among)
    known = {element.id for element in found}
    inside: dict[str, list[Element]] = defaultdict(list)
    for element in found:
        if element.id not in fates:
            for name in above(index, element, known, fates) - {element.id}:
                inside[name].append(element)
    outer = {
        one.id: tuple(inside[one.id])
        for one in found
        if one.id in fates or not _lies_in(holders(index, one), known)
    }
    told = {one.id for along in outer.values() for one in along}
    for one in found:
        if one.id not in outer and one.id not in told:
            outer[one.id] = tuple(inside[one.id])
            told.update(each.id for each in inside[one.id])
    return outer


def _lies_in(named: tuple[str, ...], known: Collection[str]) -> bool:
    return bool(named) and all(target in known for target in named)


def above(index: Index, element: Element, known: Collection[str], fates: Collection[str]) -> set[str]:
    """The ids of those known that an element lies in, up to the first with a fate of its own."""
    seen: set[str] = set()
    todo = list(holders(index, element))
    while todo:
        target = todo.pop()
        if target in known and target not in seen:
            seen.add(target)
            record = index.get(target)
            if isinstance(record, Element) and target not in fates:
                todo.extend(holders(index, record))
    return seen


def ordered_lists(index: Index) -> Iterator[tuple[Record, str, Sequence[Element]]]:
    """Each list of several whose order says something: what holds it, its name, and what is in it."""
    for record in (index.plan, *index.records):
        for name in ORDERED:
            if name in record.fields_ and len(found := listed(index, record, name)) > 1:
                yield record, name, found


def listed(index: Index, record: Record, name: str) -> Sequence[Element]:
    """The elements of a list; outcomes that name their `parent` are in the list of that."""
    if name == "outcomes" and isinstance(record, ActionLine | Axis):
        return index.outcomes_in(record)
    found: tuple[Element, ...] = record.__dict__.get(name, ())
    if isinstance(record, Plan) and name == "outcomes":
        return tuple(one for one in found if not (isinstance(one, Outcome) and one.parent))
    return found
