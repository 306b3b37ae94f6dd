"""Which drawing a section of a document has, or a chart in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stratkit.render.drawings.bars import draw_bars
from stratkit.render.drawings.bullet import draw_bullet
from stratkit.render.drawings.cycle import draw_cycle
from stratkit.render.drawings.donut import draw_donut
from stratkit.render.drawings.gantt import draw_gantt
from stratkit.render.drawings.layers import draw, draw_flow
from stratkit.render.drawings.poster import fill_sheet
from stratkit.render.drawings.trend import draw_trend
from stratkit.render.drawings.years import draw_years
from stratkit.views.bars import Bars
from stratkit.views.bullet import Bullet
from stratkit.views.donut import Donut
from stratkit.views.flow import Flow
from stratkit.views.gantt import Gantt
from stratkit.views.reporting import Reporting
from stratkit.views.strategy_map import StrategyMap
from stratkit.views.timeline import Timeline
from stratkit.views.trend import Trend

DRAWINGS: dict[type[object], Callable[..., Any]] = {
    Bars: draw_bars,
    Bullet: draw_bullet,
    Donut: draw_donut,
    Flow: draw_flow,
    Gantt: draw_gantt,
    Reporting: draw_cycle,
    StrategyMap: draw,
    Timeline: draw_years,
    Trend: draw_trend,
}
SIZED: dict[type[object], Callable[..., Any]] = {
    Bullet: draw_bullet,
    Gantt: draw_gantt,
    StrategyMap: fill_sheet,
    Trend: draw_trend,
}


def draw_section(section: object, width: float, height: float = 0, *, mirrored: bool = False) -> Any:
    """The drawing of a section or chart at a width in millimetres. Raises KeyError where its kind has none.

    With a height, a trend and a bullet are as high, a Gantt chart is cut into pieces of at most that height,
    and a strategy map is drawn to fill a sheet, in units of its own.
    """
    if height:
        return SIZED[type(section)](section, width, height, mirrored=mirrored)
    return DRAWINGS[type(section)](section, width, mirrored=mirrored)
