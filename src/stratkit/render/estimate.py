"""How long a document will be, and how long its layout will take: a guess from its HTML."""

from __future__ import annotations

import re
from typing import NamedTuple

# Measured on the sample plans, on translated ones, and on synthetic ones of up to 1,000 outcomes.
_FIRST_PAGES = 5
_LETTERS = 4_900
_SECONDS = 0.14
_SHEET = '<article class="indicator"'
"""What has a page of its own, however little it says."""
_ROWS = 24
"""How many rows of its tables a page of a sheet has room for."""
_SHEET_SECONDS = 0.06

_NOT_TEXT = re.compile(r"<style.*?</style>|<svg.*?</svg>|data:image/[^\"')]*", re.DOTALL)


class Estimate(NamedTuple):
    """How many pages there will be, and the seconds they take one core of an office computer."""

    pages: int
    seconds: float


def estimate(html: str) -> Estimate:
    """A guess at the pages that HTML for paper makes: its letters and tags, without style and drawings."""
    pages = _FIRST_PAGES + len(_NOT_TEXT.sub("", html)) // _LETTERS
    sheets = sum(1 + sheet.count("<tr") // _ROWS for sheet in html.split(_SHEET)[1:])
    return Estimate(max(pages, sheets), max(pages * _SECONDS, sheets * _SHEET_SECONDS))
