"""A strategy map as large as a sheet."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from stratkit.render.drawings.layers import Drawing, draw
from stratkit.views.strategy_map import StrategyMap

SCALES = tuple(step / 20 for step in range(50, 5, -1))
"""How many times as large as within a page, from the largest to less than half."""

GAP, CHANNEL = 1.6, 15.0
"""Closer than within a page, so that letters can be larger."""
ROUNDING = 0.01


def fill_sheet(plan: StrategyMap, width: float, height: float, *, mirrored: bool = False) -> Drawing:
    """The map in the largest letters with which it fits on a sheet of `width` and `height` in millimetres.

    The drawing has the sheet's proportions, in units of its own; it is to be enlarged to the sheet.
    """

    @cache
    def at(scale: float) -> Drawing:
        return draw(plan, width / scale, mirrored=mirrored, least=height / scale, gap=GAP, channel=CHANNEL)

    def spare(scale: float) -> float:
        return height - at(scale).height * scale

    # larger letters need more height, so the first that fits is found by halving
    fitting = bisect_left(SCALES, -ROUNDING, key=spare)
    return at(SCALES[min(fitting, len(SCALES) - 1)])
