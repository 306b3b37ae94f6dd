from __future__ import annotations

import re
from math import atan2, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratkit.render.drawings.donut import Ring, draw_donut
from stratkit.render.drawings.marks import FILLS, MARKS
from stratkit.views.donut import Donut, Slice

STATUSES = tuple(MARKS)


def drawn(*counts: int, mirrored: bool = False) -> Ring:
    slices = tuple(
        Slice(status=status, words=status, count=count, figure=str(count))
        for status, count in zip(STATUSES, counts, strict=False)
    )
    plan = Donut(sentence="A drawing.", slices=slices, figure=str(sum(counts)), words="outcomes")
    return draw_donut(plan, 34, mirrored=mirrored)


def angle(x: float, y: float) -> float:
    """From the top, clockwise."""
    return atan2(x - 17, 17 - y) % (2 * pi)


def ends(path: str) -> tuple[float, float]:
    """The angles that a segment begins and ends at, along its outside."""
    found = re.match(r"M(\S+) ([\d.]+)A\S+ \S+ 0 [01] 1 (\S+) ([\d.]+)L", path)
    assert found
    x1, y1, x2, y2 = map(float, found.groups())
    return angle(x1, y1), angle(x2, y2)


def test_segments_are_in_proportion_clockwise_from_the_top() -> None:
    first, second = drawn(1, 3).segments
    assert ends(first.path) == pytest.approx((0, pi / 2), abs=0.03)
    assert ends(second.path) == pytest.approx((pi / 2, 2 * pi), abs=0.03)


def test_what_has_no_count_is_not_drawn_and_one_alone_is_whole() -> None:
    (only,) = drawn(0, 5, 0).segments
    assert only.status == STATUSES[1]
    assert only.path.count("A") == 4
    assert only.mark


def test_nothing_is_an_empty_ring() -> None:
    (only,) = drawn(0, 0).segments
    assert (only.status, only.fill, only.mark) == ("", "open", None)


def test_one_of_very_many_is_still_seen() -> None:
    few = drawn(10_000, 1).segments[1]
    start, end = ends(few.path)
    assert (end - start) * 17 > 0.4
    assert few.mark is None


def test_a_mirrored_ring_runs_the_other_way() -> None:
    first, _ = drawn(1, 3, mirrored=True).segments
    assert ends(first.path) == pytest.approx((1.5 * pi, 2 * pi), abs=0.03)


def test_every_status_has_a_shape_of_its_own_and_a_filling() -> None:
    assert MARKS.keys() == FILLS.keys()
    assert len(set(MARKS.values())) == len(MARKS) == 8


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any))
def test_segments_follow_one_another(counts: list[int]) -> None:
    drawing = drawn(*counts)
    assert len(drawing.segments) == sum(map(bool, counts))
    if len(drawing.segments) > 1:
        found = [ends(segment.path) for segment in drawing.segments]
        assert [start for start, _ in found] == sorted(start for start, _ in found)
        assert all(start < end for start, end in found)
