from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from stratkit.render.drawings.layers import BAND, arrange, crossings, draw
from stratkit.views.entry import Link
from stratkit.views.strategy_map import Layer, Node, StrategyMap, Tie


def layer(*names: str, ordered: bool = False) -> Layer:
    nodes = tuple(Node(id=name, link=Link(words=f"What {name} is called"), tone=1) for name in names)
    return Layer(title="A layer", nodes=nodes, ordered=ordered)


def ties(text: str) -> tuple[Tie, ...]:
    """`aX bY3`: a to X once, b to Y three times."""
    return tuple(Tie(source=one[0], target=one[1], count=int(one[2:] or 1)) for one in text.split())


def test_crossings_are_counted_by_their_outcomes() -> None:
    assert crossings("ab", "XY", ties("aX bY")) == 0
    assert crossings("ab", "XY", ties("aY2 bX3")) == 6
    assert crossings("ab", "XY", ties("aX aY bX bY")) == 1
    assert crossings("ab", "XY", ties("aX cZ")) == 0


def test_free_layers_are_sorted_and_ordered_ones_stay() -> None:
    free = [layer("a", "b"), layer("X", "Y", ordered=True)]
    assert arrange(free, ties("aY bX")) == [["b", "a"], ["X", "Y"]]
    kept = [layer("a", "b", ordered=True), layer("X", "Y", ordered=True)]
    assert arrange(kept, ties("aY bX")) == [["a", "b"], ["X", "Y"]]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("WXYZ")), unique=True, max_size=10))
def test_order_is_the_best_or_close_to_it(pairs: list[tuple[str, str]]) -> None:
    tied = tuple(Tie(source=one, target=other, count=1) for one, other in pairs)
    left, right = arrange([layer(*"abcd", ordered=True), layer(*"WXYZ")], tied)
    assert sorted(right) == list("WXYZ")
    best = min(crossings(left, order, tied) for order in permutations("WXYZ"))
    assert crossings(left, right, tied) <= best + 1
    assert crossings(left, right, tied) <= crossings("abcd", "WXYZ", tied)


def test_boxes_stay_apart_and_inside_the_width() -> None:
    layers = (layer(*"abc"), layer(*"XYZ"))
    tied = ties("aX9 aY bY4 cZ2")
    plan = StrategyMap(
        part="map", anchor="_map", title="Map", layers=layers, ties=tied, rows=(), sentence="A drawing."
    )
    drawing = draw(plan, 120)
    assert {(box.x, box.x + box.width <= 120) for box in drawing.boxes} == {(0.0, True), (69.0, True)}
    for left in {box.x for box in drawing.boxes}:
        column = sorted((box for box in drawing.boxes if box.x == left), key=lambda box: box.y)
        assert all(one.y + one.height < other.y for one, other in pairwise(column))
    assert max(box.y + box.height for box in drawing.boxes) <= drawing.height
    assert max(box.height for box in drawing.boxes) > 9 * BAND
    assert len(drawing.bands) == len(tied)


def test_words_stay_in_their_boxes() -> None:
    from stratkit.render.drawings.layers import PADDING, SIZE
    from stratkit.render.drawings.lettering import width

    layers = (layer("a"), layer("X"))
    plan = StrategyMap(
        part="map", anchor="_map", title="Map", layers=layers, ties=ties("aX"), rows=(), sentence="A drawing."
    )
    for box in draw(plan, 50).boxes:
        assert len(box.lines) > 1
        assert all(box.y < line.y < box.y + box.height for line in box.lines)
        assert all(width(line.words, SIZE) <= box.width - PADDING for line in box.lines)
