"""One shape for each status, to be told apart without colour at 3 mm; and how what has it is filled."""

from __future__ import annotations

SIDE = 12
"""The shapes lie in a square of this side."""

MARKS = {
    "on_track": "M6 1a5 5 0 1 0 .01 0z",
    "at_risk": "M6 .8 11.7 11H.3z",
    "off_track": "M3 .9 6 3.9 9 .9 11.1 3 8.1 6 11.1 9 9 11.1 6 8.1 3 11.1 .9 9 3.9 6 .9 3z",
    "completed": "M1.7 5.4 4.7 8.4 10.4 2 12 3.7 4.8 11.6 0 7z",
    "not_started": "M6 1a5 5 0 1 0 .01 0zm0 1.7a3.3 3.3 0 1 1-.01 0z",
    "discontinued": "M1.5 1.5h9v9h-9z",
    "no_report": "M.8 4.9h10.4v2.2H.8z",
    "not_computed": "M2 4.6a1.4 1.4 0 1 0 .01 0zm4 0a1.4 1.4 0 1 0 .01 0zm4 0a1.4 1.4 0 1 0 .01 0z",
}
"""A path for each status, filled even-odd: circle, triangle, cross, tick, ring, square, dash, dots."""

FILLS = {
    "completed": "solid",
    "on_track": "pale",
    "at_risk": "solid",
    "off_track": "solid",
    "not_started": "open",
    "discontinued": "solid",
    "no_report": "dashed",
    "not_computed": "pale",
}
"""`solid`, `pale` with an outline, `open`: an outline alone, or that one `dashed`."""


def fill_of(status: str) -> str:
    """How what has a status is filled; open where there is none."""
    return FILLS.get(status, "open")
