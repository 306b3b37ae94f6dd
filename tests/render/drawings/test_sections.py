from __future__ import annotations

import pytest

from stratkit.render.drawings.sections import draw_section
from stratkit.render.drawings.years import Years
from stratkit.views.entry import Listing
from stratkit.views.timeline import Timeline, Year


def test_each_kind_of_section_has_its_drawing() -> None:
    years = tuple(Year(number=year, words=str(year), count=1) for year in (1984, 1990, 2000))
    plan = Timeline(
        part="timeline", anchor="history", title="History", moments=(), years=years, sentence="S."
    )
    assert isinstance(draw_section(plan, 100), Years)


def test_other_sections_have_none() -> None:
    with pytest.raises(KeyError):
        draw_section(Listing(part="listing", anchor="values", title="Values", entries=()), 100)
