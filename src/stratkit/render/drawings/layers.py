"""Layers of elements from left to right, with bands between neighbours whose width is their count.

The order within a layer follows the ties, so that few bands cross: each layer is sorted by the middle of what
its elements are tied to (Sugiyama, Tagawa and Toda 1981), then neighbours change places while that helps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from stratkit.render.drawings.lettering import POINT, break_lines
from stratkit.views.flow import Flow
from stratkit.views.strategy_map import Layer, StrategyMap, Tie

SIZE = 7.5
"""Size of the words, in points."""
LEADING = 9.5 * POINT
PADDING = 1.4
GAP = 2.6
"""The least between two boxes of a layer, in millimetres."""
BAND = 0.5
"""The width of a band for one outcome."""
HAIR = 0.4
"""The width of a band for none: what belongs together, or is said to, before it promises anything."""
WIDEST = 46.0
"""The height of all bands of a flow together, where that is less than those of its counts."""
HEAD = 8.0
CHANNEL = 18.0
"""Room for the bands between two layers."""
ROUNDS = 12

Order = list[list[str]]


class Spacing(NamedTuple):
    """The least height of a layer, the least between two boxes, and the width of a band for one outcome."""

    least: float
    gap: float
    band: float


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of words, and where its baseline begins."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Box:
    """An element: its place, its colour's number and its lines."""

    x: float
    y: float
    width: float
    height: float
    tone: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Band:
    """A tie as a line of a width, in its source's colour; `empty`: no outcome stands for it."""

    path: str
    width: float
    tone: int
    empty: bool


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """All of it, in millimetres; `heads` are the titles of the layers. `mirrored`: from right to left."""

    mirrored: bool
    width: float
    height: float
    heads: tuple[Line, ...]
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]


def draw_flow(flow: Flow, width: float, *, mirrored: bool = False) -> Drawing:
    """The flow from one plan to another at a width in millimetres."""
    total = sum(tie.count for tie in flow.ties)
    band = min(2 * BAND, WIDEST / max(1, total))
    return draw(flow, width, mirrored=mirrored, gap=GAP / 2, channel=width / 4, band=band)


def draw(
    plan: StrategyMap | Flow,
    width: float,
    *,
    mirrored: bool = False,
    least: float = 0,
    gap: float = GAP,
    channel: float = CHANNEL,
    band: float = BAND,
) -> Drawing:
    """The map of a plan at a width in millimetres; it is as high as its longest layer needs, or the `least`.

    Between two boxes of a layer is at least the `gap`, between two layers the `channel`. A `band` is as wide
    for each outcome that it stands for.

    `mirrored`: all is to be turned round for a language that runs from right to left. The words have their
    places then, at their right ends; for bands and boxes whoever writes them turns the axis.
    """
    order = arrange(plan.layers, plan.ties)
    columns = _columns(plan.layers, width, channel)
    boxes = _boxes(plan, order, columns, Spacing(least - HEAD - 1, gap, band))
    heads = tuple(
        Line(words=layer.title, x=left, y=HEAD - 3.5)
        for layer, (left, _) in zip(plan.layers, columns, strict=True)
    )
    if mirrored:
        heads = turn(heads, width)
        boxes = {name: replace(box, lines=turn(box.lines, width)) for name, box in boxes.items()}
    return Drawing(
        mirrored=mirrored,
        width=width,
        height=max(least, *(box.y + box.height + 1 for box in boxes.values())),
        heads=heads,
        boxes=tuple(boxes[name] for names in order for name in names),
        bands=tuple(_bands(plan.ties, boxes, band)),
    )


def turn(lines: tuple[Line, ...], width: float) -> tuple[Line, ...]:
    """Lines that begin at the other side of a width."""
    return tuple(replace(line, x=round(width - line.x, 2)) for line in lines)


def arrange(layers: Sequence[Layer], ties: Sequence[Tie]) -> Order:
    """The ids of each layer from top to bottom; layers whose order says something keep it."""
    order = [[node.id for node in layer.nodes] for layer in layers]
    free = [number for number, layer in enumerate(layers) if not layer.ordered]
    for _ in range(ROUNDS):
        before = [list(names) for names in order]
        for number in free:
            beside = [order[n] for n in (number - 1, number + 1) if 0 <= n < len(order)]
            order[number] = _untangle(_by_middle(order[number], beside, ties), beside, ties)
        if order == before:
            break
    return order


def crossings(left: Sequence[str], right: Sequence[str], ties: Sequence[Tie]) -> int:
    """How often bands between two layers cross, each crossing counted by the outcomes in both."""
    rows, columns = ({name: place for place, name in enumerate(names)} for names in (left, right))
    found = [(rows[tie.source], columns[tie.target], tie.count) for tie in ties if _joins(tie, rows, columns)]
    return sum(
        one[2] * other[2]
        for one, other in combinations(found, 2)
        if (one[0] - other[0]) * (one[1] - other[1]) < 0
    )


def _joins(tie: Tie, rows: dict[str, int], columns: dict[str, int]) -> bool:
    return tie.source in rows and tie.target in columns


def _by_middle(names: list[str], beside: list[list[str]], ties: Sequence[Tie]) -> list[str]:
    """Sorted by the mean place of the neighbours; what has none stays where it is."""
    places = {name: place / max(1, len(layer) - 1) for layer in beside for place, name in enumerate(layer)}
    met: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for tie in ties:
        for own, other in ((tie.source, tie.target), (tie.target, tie.source)):
            if other in places:
                met[own].append((places[other], max(1, tie.count)))
    middles = {
        name: sum(place * weight for place, weight in met[name]) / sum(weight for _, weight in met[name])
        if met[name]
        else number / max(1, len(names) - 1)
        for number, name in enumerate(names)
    }
    return sorted(names, key=lambda name: middles[name])


def _untangle(names: list[str], beside: list[list[str]], ties: Sequence[Tie]) -> list[str]:
    """Neighbours changed until no change lets fewer bands cross."""

    def cost(order: list[str]) -> int:
        return sum(crossings(order, layer, ties) + crossings(layer, order, ties) for layer in beside)

    best, least, better = list(names), cost(names), True
    while better:
        better = False
        for place in range(len(best) - 1):
            tried = [*best[:place], best[place + 1], best[place], *best[place + 2 :]]
            if (now := cost(tried)) < least:
                best, least, better = tried, now, True
    return best


def _columns(layers: Sequence[Layer], width: float, channel: float) -> list[tuple[float, float]]:
    """Left edge and width of each layer; axes and action lines have longer titles than the rest."""
    shares = [1.35 if layer.ordered else 1.0 for layer in layers]
    room = width - channel * (len(layers) - 1)
    columns, left = [], 0.0
    for share in shares:
        own = room * share / sum(shares)
        columns.append((left, own))
        left += own + channel
    return columns


def _boxes(
    plan: StrategyMap | Flow,
    order: Order,
    columns: list[tuple[float, float]],
    spacing: Spacing,
) -> dict[str, Box]:
    """Every box in its place: layers that need less height are spread over it."""
    bands = _sums(plan.ties, spacing.band)
    words: dict[str, tuple[str, ...]] = {}
    heights: dict[str, float] = {}
    for layer, (_, room) in zip(plan.layers, columns, strict=True):
        for node in layer.nodes:
            said = f"{node.link.code} {node.link.words}".strip()
            words[node.id] = break_lines(said, room - 2 * PADDING - 1.2, SIZE)
            lettering = len(words[node.id]) * LEADING + 2 * PADDING
            heights[node.id] = max(lettering, *(side.get(node.id, 0) + 1 for side in bands))
    needed = (sum(heights[name] for name in names) + spacing.gap * (len(names) - 1) for names in order)
    height = max(spacing.least, *needed)
    tones = {node.id: node.tone for layer in plan.layers for node in layer.nodes}
    boxes: dict[str, Box] = {}
    for names, (left, room) in zip(order, columns, strict=True):
        spare = height - sum(heights[name] for name in names)
        gap = spare / (len(names) - 1) if len(names) > 1 else 0
        y = HEAD + (spare / 2 if len(names) == 1 else 0)
        for name in names:
            boxes[name] = Box(
                x=round(left, 2),
                y=round(y, 2),
                width=round(room, 2),
                height=round(heights[name], 2),
                tone=tones[name],
                lines=_lines(words[name], left, y + heights[name] / 2),
            )
            y += heights[name] + gap
    return boxes


def _lines(words: tuple[str, ...], left: float, middle: float) -> tuple[Line, ...]:
    top = middle - len(words) * LEADING / 2
    return tuple(
        Line(words=line, x=round(left + PADDING + 1.2, 2), y=round(top + (number + 0.76) * LEADING, 2))
        for number, line in enumerate(words)
    )


def _sums(ties: Sequence[Tie], band: float) -> tuple[dict[str, float], dict[str, float]]:
    """The height of all bands that leave an element, and of all that reach it."""
    leaving: dict[str, float] = defaultdict(float)
    reaching: dict[str, float] = defaultdict(float)
    for tie in ties:
        leaving[tie.source] += _thickness(tie, band)
        reaching[tie.target] += _thickness(tie, band)
    return leaving, reaching


def _thickness(tie: Tie, band: float) -> float:
    return max(HAIR, tie.count * band)


def _bands(ties: Sequence[Tie], boxes: dict[str, Box], band: float) -> list[Band]:
    """The bands, stacked at each box in the order of their other ends."""
    leaving, reaching = _sums(ties, band)
    starts = {name: boxes[name].y + (boxes[name].height - leaving[name]) / 2 for name in leaving}
    ends = {name: boxes[name].y + (boxes[name].height - reaching[name]) / 2 for name in reaching}
    left: dict[tuple[str, str], float] = {}
    for tie in sorted(ties, key=lambda tie: boxes[tie.target].y):
        left[tie.source, tie.target] = starts[tie.source]
        starts[tie.source] += _thickness(tie, band)
    drawn = []
    for tie in sorted(ties, key=lambda tie: boxes[tie.source].y):
        source, target = boxes[tie.source], boxes[tie.target]
        wide = _thickness(tie, band)
        start, end = left[tie.source, tie.target] + wide / 2, ends[tie.target] + wide / 2
        ends[tie.target] += wide
        path = _band(source.x + source.width, start, target.x, end)
        drawn.append(Band(path=path, width=round(wide, 2), tone=source.tone, empty=not tie.count))
    return drawn


def _band(x1: float, y1: float, x2: float, y2: float) -> str:
    """The middle of a band: drawn as a line, it is as wide where it is steep as where it is level."""
    middle = (x1 + x2) / 2
    return f"M{x1:.2f} {y1:.2f}C{middle:.2f} {y1:.2f} {middle:.2f} {y2:.2f} {x2:.2f} {y2:.2f}"
