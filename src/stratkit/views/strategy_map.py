"""How the plan hangs together: what answers the challenges, in which axes, and which themes that serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product

from babel.lists import format_list

from stratkit.load.tags import outcomes_in_order, tags_of
from stratkit.model.promise import Axis, Challenge, Outcome
from stratkit.model.record import Record
from stratkit.views.edition import Edition
from stratkit.views.entry import Link, Section

ANCHOR = "_map"
READING = "†"
"""The sign of what is our interpretation, within a drawing."""
MOST = 40
"""The most elements in one layer that can still be read on a page."""


@dataclass(frozen=True, kw_only=True)
class Node:
    """One element of the map; `tone` is the number of its colour, 0 for none."""

    id: str
    link: Link
    tone: int


@dataclass(frozen=True, kw_only=True)
class Layer:
    """The elements of one kind. `ordered`: their order says something, so that a drawing has to keep it."""

    title: str
    nodes: tuple[Node, ...]
    ordered: bool


@dataclass(frozen=True, kw_only=True)
class Tie:
    """What two elements of neighbouring layers have to do with each other: so many outcomes."""

    source: str
    target: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table beside the drawing: an element, and where its ties lead, with their counts."""

    head: Link
    ties: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, kw_only=True)
class StrategyMap(Section):
    """The layers from left to right and the ties between neighbours; `sentence` tells what is drawn."""

    layers: tuple[Layer, ...]
    ties: tuple[Tie, ...]
    rows: tuple[Row, ...]
    sentence: str


def strategy_map(edition: Edition) -> StrategyMap | None:
    """The section, or None where fewer than two layers are tied together or one is too long for a page."""
    plan, words = edition.plan, edition.words
    axes = [axis for line in plan.action_lines for axis in line.axes]
    kinds: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("challenges", plan.challenges),
        ("action_lines", plan.action_lines),
        ("axes", tuple(axes)),
        ("themes", plan.themes),
    )
    shown = [(name, records) for name, records in kinds if records]
    counts, reading = _count(edition, [name for name, _ in shown])
    for pair in _declared(edition, [name for name, _ in shown]):
        counts.setdefault(pair, 0)
    if any(len(records) > MOST for _, records in shown) or not _is_whole(shown, counts):
        return None
    layers = tuple(
        Layer(
            title=words.part(name) if name != "axes" else words.many("axis"),
            nodes=tuple(_node(edition, record) for record in records),
            ordered=name in ("action_lines", "axes"),
        )
        for name, records in shown
    )
    ties = tuple(Tie(source=a, target=b, count=count) for (a, b), count in counts.items())
    return StrategyMap(
        part="strategy_map",
        anchor=ANCHOR,
        title=edition.translate("How the plan fits together"),
        layers=layers,
        ties=ties,
        rows=tuple(_rows(layers, ties)),
        sentence=_sentence(edition, shown),
        reading=reading,
    )


def _count(edition: Edition, names: list[str]) -> tuple[dict[tuple[str, str], int], bool]:
    """How many outcomes tie each pair of neighbours together, and whether any tag is our reading."""
    counts: Counter[tuple[str, str]] = Counter()
    reading = False
    for outcome in outcomes_in_order(edition.index):
        tags = tags_of(edition.index, outcome)
        line, axis = _place(edition, outcome)
        places = {"challenges": tags.challenges, "themes": tags.themes, "action_lines": line, "axes": axis}
        for one, next_one in pairwise(names):
            counts.update(product(sorted(places[one]), sorted(places[next_one])))
        reading = reading or tags.reading
    return dict(counts), reading


def _declared(edition: Edition, names: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of neighbours that lines and axes tie together by themselves, promising an outcome or not."""
    for line in edition.plan.action_lines:
        for record in (line, *line.axes):
            axis = (record.id,) if isinstance(record, Axis) else tuple(axis.id for axis in line.axes)
            places = {
                "challenges": tuple(_challenge(edition, target) for target in record.challenges),
                "action_lines": (line.id,),
                "axes": axis,
                "themes": record.themes if isinstance(record, Axis) or not line.axes else (),
            }
            for one, next_one in pairwise(names):
                yield from product(places[one], places[next_one])


def _challenge(edition: Edition, target: str) -> str:
    """A challenge for itself or for a focus area of it."""
    holder = edition.index.parent(edition.index.elements[target])
    return holder.id if isinstance(holder, Challenge) else target


def _place(edition: Edition, outcome: Outcome) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the action line an outcome lies in, and of the axis directly in that."""
    line, axis = "", ""
    record: Record | None = edition.index.parent(outcome)
    while record is not None and "axes" in record.__dict__:
        if isinstance(record, Axis):
            axis = record.id
        else:
            line = record.__dict__["id"]
        record = edition.index.parent(record)
    return frozenset(filter(None, (line,))), frozenset(filter(None, (axis,)))


def _is_whole(shown: list[tuple[str, tuple[Record, ...]]], counts: dict[tuple[str, str], int]) -> bool:
    """Whether every layer is tied to the next one."""
    ids = [{record.__dict__["id"] for record in records} for _, records in shown]
    return len(ids) > 1 and all(
        any(source in one and target in other for source, target in counts) for one, other in pairwise(ids)
    )


def _node(edition: Edition, record: Record) -> Node:
    target = record.__dict__["id"]
    link = edition.link(target)
    if record.__dict__["basis"] == "reading" or "title" in record.__dict__["reading"]:
        link = replace(link, words=f"{link.words} {READING}")
    return Node(id=target, link=link, tone=edition.tones.get(target, 0))


def _rows(layers: tuple[Layer, ...], ties: tuple[Tie, ...]) -> list[Row]:
    links = {node.id: node.link for layer in layers for node in layer.nodes}
    rows = []
    for layer in layers[:-1]:
        for node in layer.nodes:
            leading = tuple((links[tie.target], tie.count) for tie in ties if tie.source == node.id)
            rows.append(Row(head=node.link, ties=leading))
    return rows


def _sentence(edition: Edition, shown: list[tuple[str, tuple[Record, ...]]]) -> str:
    counts = (edition.words.counted(getattr(records[0], "kind_", ""), len(records)) for _, records in shown)
    sentence = edition.translate("Drawing: {layers}, tied together by the outcomes they share.")
    return sentence.format(layers=format_list(list(counts), "unit", locale=edition.tongue.locale))
