from __future__ import annotations

from itertools import pairwise

import pytest

from stratkit.render.drawings.bars import THICK, Chart, draw_bars
from stratkit.render.drawings.layers import HAIR
from stratkit.render.drawings.lettering import width
from stratkit.views.bars import Bar, Bars, Group
from stratkit.views.entry import Link


def group(name: str, *counts: int) -> Group:
    """A group of bars; of one, it is the line's own."""
    head = Link(words=f"Line {name} with a title that takes two lines or more", code=name)
    heads = [Link(words=f"Axis {number}", code=f"{name}.{number}") for number in range(len(counts))]
    bars = [
        Bar(head=own if len(counts) > 1 else head, count=count, tone=int(name))
        for own, count in zip(heads, counts, strict=True)
    ]
    return Group(head=head, bars=tuple(bars), count=sum(counts))


def drawn(*groups: Group, mirrored: bool = False) -> Chart:
    plan = Bars(
        part="bars",
        anchor="_bars",
        title="Bars",
        groups=groups,
        sentence="A drawing.",
        tabled=False,
        place_title="Axis",
        outcomes_title="Outcomes",
    )
    return draw_bars(plan, 162, mirrored=mirrored)


def test_all_bars_have_one_measure() -> None:
    drawing = drawn(group("1", 3, 4), group("2", 0, 7), group("3", 1))
    bars = [rod for rod in drawing.rods if rod.height == THICK]
    assert [rod.width / bars[-1].width for rod in bars] == pytest.approx(
        [3, 4, HAIR / bars[-1].width, 7, 1], 0.01
    )
    assert [line.words for line in drawing.labels if line.words.isdigit()] == ["3", "4", "0", "7", "1"]


def test_the_only_bar_of_a_line_has_no_label_of_its_own() -> None:
    drawing = drawn(group("1", 3), group("2", 2), group("3", 1, 1))
    assert [line.words for line in drawing.labels] == ["3", "2", "3.0 Axis 0", "1", "3.1 Axis 1", "1"]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7])
def test_groups_stay_apart_and_inside_the_drawing(count: int) -> None:
    drawing = drawn(*(group(str(number), 40, 2, 3) for number in range(1, count + 1)))
    rules = [rod for rod in drawing.rods if rod.height < 1]
    assert len(rules) == count
    for y in {rule.y for rule in rules}:
        row = sorted((rule for rule in rules if rule.y == y), key=lambda rule: rule.x)
        assert all(one.x + one.width < other.x for one, other in pairwise(row))
    for line in (*drawing.titles, *drawing.labels):
        assert line.x + width(line.words, 7.5) <= 162
        assert 0 < line.y < drawing.height
    assert all(rod.y + rod.height <= drawing.height for rod in drawing.rods)


def test_words_are_turned_and_bars_left_to_be() -> None:
    one, other = drawn(group("1", 3, 4)), drawn(group("1", 3, 4), mirrored=True)
    assert one.rods == other.rods
    assert {round(a.x + b.x, 2) for a, b in zip(one.labels, other.labels, strict=True)} == {162}
