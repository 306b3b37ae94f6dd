"""Which drawing a section of a document has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stratkit.render.drawings.bars import draw_bars
from stratkit.render.drawings.cycle import draw_cycle
from stratkit.render.drawings.layers import draw
from stratkit.render.drawings.poster import fill_sheet
from stratkit.render.drawings.years import draw_years
from stratkit.views.bars import Bars
from stratkit.views.entry import Section
from stratkit.views.reporting import Reporting
from stratkit.views.strategy_map import StrategyMap
from stratkit.views.timeline import Timeline

DRAWINGS: dict[type[Section], Callable[..., Any]] = {
    Bars: draw_bars,
    Reporting: draw_cycle,
    StrategyMap: draw,
    Timeline: draw_years,
}


def draw_section(section: Section, width: float, height: float = 0, *, mirrored: bool = False) -> Any:
    """The drawing of a section at a width in millimetres. Raises KeyError where its kind has none.

    With a height, a strategy map is drawn to fill a sheet, in units of its own.
    """
    if height and isinstance(section, StrategyMap):
        return fill_sheet(section, width, height, mirrored=mirrored)
    return DRAWINGS[type(section)](section, width, mirrored=mirrored)
