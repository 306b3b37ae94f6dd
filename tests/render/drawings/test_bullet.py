from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratkit.render.drawings.bullet import EDGE, HAIR, MOST, Gauge, draw_bullet
from stratkit.views.bullet import Bullet

ROOM = 42


def drawn(
    percent: Fraction | float | None, expected: Fraction | float | None = None, **fields: float
) -> Gauge:
    plan = Bullet(sentence="A bar.", status="on_track", percent=percent, expected=expected, **fields)
    return draw_bullet(plan, ROOM)


def test_the_goal_is_at_the_end_and_a_half_is_half_the_way() -> None:
    drawing = drawn(50, 75)
    assert drawing.bar
    assert drawing.expected
    assert drawing.goal == ROOM - EDGE
    assert drawing.bar.width == pytest.approx((ROOM - 2 * EDGE) / 2)
    assert drawing.expected.x + drawing.expected.width / 2 == pytest.approx(
        EDGE + 0.75 * (ROOM - 2 * EDGE), abs=0.02
    )
    assert drawing.start is None


def test_over_a_hundred_the_scale_grows_and_the_goal_stays_marked() -> None:
    drawing = drawn(200, 100)
    assert drawing.bar
    assert drawing.bar.x + drawing.bar.width == pytest.approx(ROOM - EDGE)
    assert drawing.goal == ROOM / 2
    assert drawing.breaks == ()


def test_below_zero_the_bar_goes_the_other_way() -> None:
    drawing = drawn(-50, 50)
    assert drawing.bar
    assert drawing.start == pytest.approx(drawing.bar.x + drawing.bar.width)
    assert drawing.bar.x == EDGE


@pytest.mark.parametrize("percent", [MOST + 1, -101, Fraction(10) ** 400])
def test_far_beyond_the_bar_is_broken(percent: Fraction) -> None:
    drawing = drawn(percent)
    (place,) = drawing.breaks
    assert drawing.bar
    assert drawing.bar.x <= place <= drawing.bar.x + drawing.bar.width


def test_nothing_reported_is_an_empty_track() -> None:
    drawing = drawn(None)
    assert (drawing.bar, drawing.expected, len(drawing.tracks)) == (None, None, 1)


def test_nothing_gained_is_a_hair() -> None:
    drawing = drawn(0)
    assert drawing.bar
    assert drawing.bar.width == HAIR


def test_the_track_grows_thicker_towards_the_goal() -> None:
    drawing = drawn(40, 60, at_risk=51, on_track=57)
    assert all(one.height < other.height for one, other in pairwise(drawing.tracks))
    assert len(drawing.tracks) == 3


def test_bars_of_one_table_share_a_measure() -> None:
    bars = [drawn(percent, least=-20, most=180).bar for percent in (40, 80, 160)]
    widths = [bar.width for bar in bars if bar]
    assert widths[1] / widths[0] == pytest.approx(2, abs=0.01)
    assert widths[2] / widths[0] == pytest.approx(4, abs=0.01)


PERCENT = st.one_of(st.none(), st.fractions(-10000, 10000))


@given(PERCENT, PERCENT, PERCENT)
def test_everything_stays_inside(
    percent: Fraction | None, expected: Fraction | None, at: Fraction | None
) -> None:
    bands = {} if at is None else {"at_risk": float(at), "on_track": float(at) + 6}
    drawing = drawn(percent, expected, **bands)
    beams = [*drawing.tracks, *filter(None, (drawing.bar, drawing.expected))]
    for beam in beams:
        assert beam.x >= -0.06
        assert beam.x + beam.width <= ROOM + HAIR
        assert beam.y >= 0
        assert beam.y + beam.height <= drawing.height
    assert EDGE <= drawing.goal <= ROOM - EDGE
