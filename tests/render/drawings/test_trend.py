from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratkit.render.drawings.labels import meet
from stratkit.render.drawings.trend import Curve, draw_trend
from stratkit.views.ticks import years
from stratkit.views.trend import Bounds, Level, Spot, Trend

FIRST, LAST = date(2021, 1, 1), date(2023, 12, 31)
ROOM = 110


def spot(day: str, value: Fraction | float, words: str = "", beyond: str = "") -> Spot:
    return Spot(day=date.fromisoformat(day), value=value, words=words, beyond=beyond)


START, END = spot("2020-12-31", 40, "40 %"), spot("2023-12-31", 80, "80 %")


def trend(**fields: object) -> Trend:
    given = {"sentence": "A drawing.", "first": FIRST, "last": LAST, "ticks": years(FIRST, LAST)}
    return Trend(**given | fields)  # type: ignore[arg-type]


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.-]+) ([\d.-]+)", path)]


def words(drawing: Curve) -> list[str]:
    return [label.words for label in drawing.labels]


def test_values_and_days_are_where_they_belong() -> None:
    halfway = spot("2022-07-01", 60, "60 %")
    drawing = draw_trend(
        trend(path=(START, END), baseline=START, target=END, readings=(START, halfway)), ROOM
    )
    (x1, y1), (x2, y2) = points(drawing.path)
    (_, _), (x, y) = points(drawing.line)
    assert y == pytest.approx((y1 + y2) / 2, abs=0.02)
    assert x == pytest.approx((x1 + x2) / 2, abs=0.1)
    assert y2 < y1 < drawing.axis
    assert words(drawing) == ["2021", "2022", "2023", "80 %", "40 %", "60 %"]


def test_steps_are_level_until_the_next_point() -> None:
    drawing = draw_trend(trend(path=(START, spot("2021-12-31", 50), END), stepped=True), ROOM)
    assert re.fullmatch(r"M\S+ \S+(H[\d.]+V[\d.]+){2}", drawing.path)


@pytest.mark.parametrize(
    ("readings", "dots"), [((), 0), ((spot("2022-06-30", 5, "5"),), 1), ((START, END), 2)]
)
def test_one_value_alone_is_a_dot_and_no_line(readings: tuple[Spot, ...], dots: int) -> None:
    drawing = draw_trend(trend(readings=readings), ROOM)
    assert drawing.dots.count("z") == dots
    assert bool(drawing.line) == (dots > 1)


def test_a_baseline_equal_to_the_target_lies_in_the_middle() -> None:
    drawing = draw_trend(trend(path=(spot("2020-12-31", 50), spot("2023-12-31", 50))), ROOM, 32)
    (_, y), (_, other) = points(drawing.path)
    assert y == other
    assert 10 < y < 20


def test_what_is_only_a_bound_is_not_joined() -> None:
    above = spot("2022-12-31", 60, "more than 60 %", "above")
    drawing = draw_trend(trend(readings=(START, spot("2021-12-31", 50), above)), ROOM)
    assert len(points(drawing.line)) == 2
    assert drawing.bounds.count("z") == 1
    assert "more than 60 %" in words(drawing)


def test_an_open_bound_has_no_edge_and_reaches_beyond_all_values() -> None:
    read = (spot("2021-06-30", 9), spot("2022-06-30", 4))
    drawing = draw_trend(trend(bounds=(Bounds(high=6, words="at most 6"),), readings=read), ROOM)
    (strip,) = drawing.strips
    assert strip.edges == (strip.y,)
    assert strip.y + strip.height > max(y for _, y in points(drawing.line))
    assert "at most 6" in words(drawing)


def test_bounds_that_no_longer_hold_are_drawn_and_not_named() -> None:
    before = Bounds(high=8, last=date(2022, 6, 30), words="at most 8")
    drawing = draw_trend(trend(bounds=(before, Bounds(high=6, first=date(2022, 6, 30)))), ROOM)
    assert drawing.strips[0].x + drawing.strips[0].width == drawing.strips[1].x
    assert "at most 8" not in words(drawing)


def test_words_of_a_scale_stand_at_their_levels_once() -> None:
    scale = ("none", "drafted", "in place")
    levels = tuple(Level(value=rank, words=word) for rank, word in enumerate(scale))
    start, end = spot("2020-12-31", 0, "none"), spot("2023-12-31", 2, "in place")
    read = (spot("2022-06-30", 1, "drafted"),)
    drawing = draw_trend(trend(levels=levels, baseline=start, target=end, readings=read), ROOM)
    named = {label.words: label for label in drawing.labels if label.words in scale}
    assert sorted(words(drawing)) == sorted(["2021", "2022", "2023", *scale])
    assert named["none"].y > named["drafted"].y > named["in place"].y
    assert [label.words for label in named.values() if label.strong] == ["drafted"]
    assert len(drawing.levels) == 3


@pytest.mark.parametrize(
    ("day", "shown"), [(date(2022, 3, 1), True), (date(2026, 1, 1), False), (None, False)]
)
def test_today_is_shown_where_the_axis_reaches_it(day: date | None, shown: bool) -> None:
    assert (draw_trend(trend(today=day), ROOM).today is not None) == shown


def test_the_axis_goes_as_far_as_the_readings() -> None:
    late = spot("2025-12-31", 90, "90 %")
    drawing = draw_trend(trend(path=(START, END), readings=(END, late)), ROOM)
    assert points(drawing.path)[-1][0] < points(drawing.line)[-1][0] <= drawing.right


def test_three_hundred_readings_are_one_line_with_one_dot() -> None:
    read = tuple(
        Spot(day=FIRST + timedelta(days=3 * number), value=number % 7, words="6") for number in range(300)
    )
    drawing = draw_trend(trend(readings=read), ROOM)
    assert len(points(drawing.line)) == 300
    assert drawing.dots.count("z") == 1
    assert words(drawing).count("6") == 1


def test_a_low_chart_has_no_words() -> None:
    drawing = draw_trend(trend(path=(START, END), baseline=START, target=END, readings=(START, END)), 30, 8)
    assert (drawing.labels, drawing.rings) == ((), "")
    assert drawing.line
    assert drawing.goal


def test_values_beyond_what_machines_count_with_are_drawn() -> None:
    huge = Spot(day=date(2022, 1, 1), value=Fraction(10**400), words="very many")
    drawing = draw_trend(trend(readings=(spot("2021-06-30", -1), huge)), ROOM)
    assert drawing.zero is not None
    assert points(drawing.line)[0][1] > points(drawing.line)[1][1]


def test_time_runs_as_the_language_does() -> None:
    plan = trend(path=(START, END), baseline=START, target=END, readings=(START,))
    one, other = draw_trend(plan, ROOM), draw_trend(plan, ROOM, mirrored=True)
    assert one.path == other.path
    assert {round(a.x + b.x, 2) for a, b in zip(one.labels, other.labels, strict=True)} == {ROOM}


VALUES = st.one_of(
    st.fractions(), st.integers(-(10**30), 10**30), st.floats(allow_nan=False, allow_infinity=False)
)
SPOTS = st.builds(
    Spot,
    day=st.dates(date(2015, 1, 1), date(2030, 1, 1)),
    value=VALUES,
    words=st.sampled_from(["", "7 %", "about 1,200 inhabitants"]),
)


@given(st.lists(SPOTS, max_size=8), st.one_of(st.none(), SPOTS), st.one_of(st.none(), SPOTS), st.booleans())
def test_everything_stays_inside(
    readings: list[Spot], start: Spot | None, end: Spot | None, mirrored: bool
) -> None:
    ordered = tuple(sorted(readings, key=lambda spot: spot.day))
    path = tuple(sorted(filter(None, (start, end)), key=lambda spot: spot.day))
    plan = trend(readings=ordered, path=path, baseline=start, target=end, today=date(2022, 5, 5))
    drawing = draw_trend(plan, 76, 32, mirrored=mirrored)
    for x, y in points(drawing.path) + points(drawing.line):
        assert drawing.left <= x <= drawing.right
        assert 0 < y < drawing.axis
    years = [label for label in drawing.labels if label.soft]
    assert not any(meet(one.box, other.box) for one, other in combinations(years, 2))
    assert all(one < other for one, other in pairwise(drawing.ticks))
