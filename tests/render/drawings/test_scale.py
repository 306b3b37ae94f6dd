from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from stratkit.render.drawings.lettering import width
from stratkit.render.drawings.scale import Scale, days, named, stretches
from stratkit.views.ticks import months, quarters, years
from stratkit.views.tongue import Tongue

FIRST, LAST = date(2021, 1, 1), date(2023, 12, 31)


@pytest.mark.parametrize(("value", "place"), [(10, 0), (20, 50), (30, 100), (40, 150), (0, -50)])
def test_values_are_in_proportion(value: float, place: float) -> None:
    assert Scale(low=10, high=30, start=0, end=100).place(value) == place


def test_one_value_alone_is_in_the_middle() -> None:
    assert Scale(low=3, high=3, start=0, end=100).place(3) == 50


def test_days_beyond_the_scale_are_nearest_to_an_end() -> None:
    time = days(FIRST, LAST, 10, 20)
    assert (time.nearest(date(1999, 1, 1)), time.nearest(date(2050, 1, 1))) == (10, 20)
    assert not time.reaches(date(2024, 1, 1))


def test_a_year_under_way_begins_with_the_scale() -> None:
    time = days(date(2020, 7, 1), LAST, 0, 100)
    found = stretches(years(date(2020, 7, 1), LAST), time)
    assert [words for _, _, words in found] == ["2020", "2021", "2022", "2023"]
    assert found[0][0] == 0
    assert found[-1][1] == 100
    assert all(one[1] == other[0] for one, other in pairwise(found))


def test_a_stretch_of_no_length_is_left_out() -> None:
    eve = date(2020, 12, 31)
    found = stretches(years(eve, LAST), days(eve, LAST, 0, 20))
    assert [words for _, words in named(found, 7.5)] == ["2021", "2023"]
    assert [words for _, words in named(stretches(years(eve, LAST), days(eve, LAST, 0, 90)), 7.5)] == [
        "2021",
        "2022",
        "2023",
    ]


@pytest.mark.parametrize(("last", "room"), [(2030, 100), (2030, 40), (2100, 100), (2900, 100)])
def test_names_never_touch(last: int, room: float) -> None:
    end = date(last, 12, 31)
    found = named(stretches(years(FIRST, end), days(FIRST, end, 0, room)), 7.5)
    assert len(found) >= 2
    ends = [(middle - width(words, 7.5) / 2, middle + width(words, 7.5) / 2) for middle, words in found]
    assert all(one[1] < other[0] for one, other in pairwise(ends))


def test_quarters_and_months_are_named_in_the_language() -> None:
    english, french = Tongue("en"), Tongue("fr")
    year = date(2022, 2, 10), date(2022, 11, 30)
    assert [tick.words for tick in quarters(*year, english)] == ["Q1", "Q2", "Q3", "Q4"]
    assert next(tick.day for tick in quarters(*year, english)) == date(2022, 1, 1)
    assert len(months(*year, english)) == 10
    assert months(*year, french)[0].words == "févr."
