"""How far something is on its way, against how far it should be, as one bar."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Number = Fraction | float


@dataclass(frozen=True, kw_only=True)
class Bullet:
    """Percent of the way: 0 is the start, 100 the goal, as they are, below 0 and over 100 too.

    `percent` is where it is, `expected` where it should be: None where that is not known, and the bar empty.
    From `at_risk` it is at risk and no longer off track, from `on_track` on track; None draws no bands.
    `least` and `most` are what the scale shows at least: bars of one table have one measure if they share
    them. `sentence` tells the figures, and that there are none.
    """

    sentence: str
    percent: Number | None = None
    expected: Number | None = None
    at_risk: Number | None = None
    on_track: Number | None = None
    status: str
    least: Number = 0
    most: Number = 100
