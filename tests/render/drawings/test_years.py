from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratkit.render.drawings.lettering import width
from stratkit.render.drawings.years import APART, SIZE, STACK, Years, draw_years
from stratkit.views.timeline import Timeline, Year

ROOM = 162


def drawn(counts: dict[int, int], *, mirrored: bool = False) -> Years:
    years = tuple(
        Year(number=year, words=f"{year:04}", count=count) for year, count in sorted(counts.items())
    )
    plan = Timeline(
        part="timeline", anchor="history", title="History", moments=(), years=years, sentence="A drawing."
    )
    return draw_years(plan, ROOM, mirrored=mirrored)


def test_the_spacing_tells_the_time_between() -> None:
    drawing = drawn({1984: 1, 1994: 1, 2014: 2})
    first, second, third = sorted({dot.x for dot in drawing.dots})
    assert (third - second) / (second - first) == pytest.approx(2, abs=0.01)
    assert (drawing.left, drawing.right) == (first, third)
    assert len(drawing.dots) == 4


@given(st.dictionaries(st.integers(1200, 2100), st.integers(1, 200), min_size=3, max_size=60), st.booleans())
def test_nothing_collides_and_nothing_is_cut(counts: dict[int, int], mirrored: bool) -> None:
    drawing = drawn(counts, mirrored=mirrored)
    assert len(drawing.dots) == sum(counts.values())
    rows: dict[float, list[tuple[float, float]]] = {}
    for label in drawing.labels:
        half = width(label.line.words, SIZE) / 2
        rows.setdefault(label.line.y, []).append((label.line.x - half, label.line.x + half))
    for row in rows.values():
        assert all(end + APART <= start + 0.02 for (_, end), (start, _) in pairwise(sorted(row)))
        assert all(start >= -0.02 and end <= ROOM + 0.02 for start, end in row)
    said = {label.line.words for label in drawing.labels}
    assert {f"{min(counts):04}", f"{max(counts):04}"} <= said
    assert all(dot.y >= drawing.radius and dot.y + drawing.radius < drawing.rule for dot in drawing.dots)
    assert drawing.rule <= STACK + 1.3


def test_dots_of_a_year_stand_on_one_another() -> None:
    drawing = drawn({1984: 1, 1985: 1, 2014: 40})
    stack = sorted(dot.y for dot in drawing.dots if dot.x == drawing.right)
    assert len(stack) == 40
    assert all(above + 2 * drawing.radius <= below for above, below in pairwise(stack))


def test_time_runs_as_the_language_does() -> None:
    arabic, english = drawn({1984: 1, 1990: 1, 2014: 1}, mirrored=True), drawn({1984: 1, 1990: 1, 2014: 1})
    assert [round(one.x + other.x, 1) for one, other in zip(arabic.dots, english.dots, strict=True)] == [
        ROOM
    ] * 3


@pytest.mark.parametrize(("last", "ticks"), [(2014, 31), (2184, 40), (3984, 40)])
def test_ticks_are_round_years_with_room_between(last: int, ticks: int) -> None:
    drawing = drawn({1984: 1, 1990: 1, last: 1})
    assert len(drawing.ticks) == ticks
    assert all(other - one >= 2 for one, other in pairwise(drawing.ticks))
