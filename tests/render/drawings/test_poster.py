from __future__ import annotations

import pytest

from stratkit.render.drawings.poster import SCALES, fill_sheet
from stratkit.views.entry import Link
from stratkit.views.strategy_map import Layer, Node, StrategyMap, Tie


def plan(count: int) -> StrategyMap:
    layers = tuple(
        Layer(
            title=name,
            nodes=tuple(
                Node(id=f"{name}{n}", link=Link(words=f"What number {n} is called"), tone=1)
                for n in range(count)
            ),
            ordered=False,
        )
        for name in "ab"
    )
    ties = tuple(Tie(source=f"a{n}", target=f"b{n}", count=1) for n in range(count))
    return StrategyMap(
        part="", anchor="", title="", layers=layers, ties=ties, rows=(), sentence="", reading=False
    )


@pytest.mark.parametrize("count", [1, 4, 12, 25, 40])
def test_the_drawing_fills_the_sheet(count: int) -> None:
    drawing = fill_sheet(plan(count), 384, 181)
    scale = 384 / drawing.width
    assert SCALES[-1] <= round(scale, 2) <= SCALES[0]
    assert drawing.height * scale == pytest.approx(181, abs=0.5)
    assert all(box.y + box.height <= drawing.height for box in drawing.boxes)


def test_fewer_elements_have_larger_letters() -> None:
    widths = [fill_sheet(plan(count), 384, 181).width for count in (4, 12, 25, 40)]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]


def test_what_cannot_fit_is_drawn_nevertheless() -> None:
    drawing = fill_sheet(plan(40), 100, 10)
    assert drawing.height > 10
