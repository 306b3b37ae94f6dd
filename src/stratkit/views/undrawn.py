"""What a plan has beside what a poster shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.load.tags import outcomes_in_order, tags_of
from stratkit.model.measure import Indicator
from stratkit.model.promise import ActionLine, Axis, Challenge, Outcome, Theme
from stratkit.views.briefs import word_for
from stratkit.views.edition import Edition
from stratkit.views.strategy_map import StrategyMap
from stratkit.views.words import small

LAYERS = {"challenges": Challenge, "action_lines": ActionLine, "axes": Axis, "themes": Theme}
"""What a map has in its layers, in their order."""


def undrawn(edition: Edition, drawn: StrategyMap | None, listed: frozenset[str]) -> str:
    """One sentence with how many of each kind are neither in the map nor `listed`; empty if none are."""
    counts = _beside_map(edition, drawn) if drawn else _all(edition, listed)
    there = [f"{count} {small(word_for(edition, name, count))}" for name, count in counts if count]
    if not there:
        return ""
    return edition.translate("Not drawn: {elements}").format(elements=edition.translate(", ").join(there))


def _beside_map(edition: Edition, drawn: StrategyMap) -> Iterator[tuple[str, int]]:
    nodes = {node.id for layer in drawn.layers for node in layer.nodes}
    for name, kind in LAYERS.items():
        yield name, sum(record.id not in nodes for record in edition.index.of_kind(kind))
    yield "outcomes", sum(not _ties(edition, one, nodes) for one in outcomes_in_order(edition.index))
    yield from _beside_layers(edition)


def _all(edition: Edition, listed: frozenset[str]) -> Iterator[tuple[str, int]]:
    index = edition.index
    counts = [(name, len(index.of_kind(kind))) for name, kind in {**LAYERS, "outcomes": Outcome}.items()]
    yield from ((name, count) for name, count in (*counts, *_beside_layers(edition)) if name not in listed)


def _beside_layers(edition: Edition) -> Iterator[tuple[str, int]]:
    yield "indicators", len(edition.index.of_kind(Indicator))
    yield "programmes", len(edition.plan.programmes)


def _ties(edition: Edition, outcome: Outcome, nodes: set[str]) -> bool:
    """Whether an outcome is in a band: it has to do with elements of two neighbouring layers."""
    index, tags = edition.index, tags_of(edition.index, outcome)
    near = {*tags.challenges, *tags.themes}
    above = index.parent(outcome)
    while above is not None:
        near.add(above.__dict__.get("id", ""))
        above = index.parent(above)
    shown = [kind for kind in LAYERS.values() if any(record.id in nodes for record in index.of_kind(kind))]
    met = [any(record.id in near & nodes for record in index.of_kind(kind)) for kind in shown]
    return any(one and other for one, other in pairwise(met))
