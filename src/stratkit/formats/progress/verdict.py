"""The end of each working: the status that follows from two percentages, and what was said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from stratkit.formats.progress.arithmetic import equals_share, number
from stratkit.formats.progress.given import report
from stratkit.formats.progress.rows import word
from stratkit.formats.progress.sheet import Row
from stratkit.progress.known import Told
from stratkit.progress.overview import Overview
from stratkit.progress.standing import Standing, differ
from stratkit.source.text import Span

STATUS = "status"
"""The label of the row that begins with the status."""


def verdict(overview: Overview, stands: Standing, why: str) -> Iterator[Row]:
    """The status with its arithmetic, or with why it has none."""
    head = word(overview, stands.status)
    percent, expected = stands.percent, stands.expected_percent
    bands = overview.progress.bands
    if percent is None or expected is None:
        yield Row(label=STATUS, cells=(f"{head}: {why}",))
        return
    on_track, at_risk, off_track = (word(overview, key) for key in ("on_track", "at_risk", "off_track"))
    if expected <= 0:
        yield Row(label=STATUS, cells=(f"{head}: no gain is expected yet",))
        level = number(min(expected, Fraction(0)))
        yield Row(cells=(f"{on_track} from {level} %, {off_track} below",))
        return
    edges = [100 * bands.on_track, 100 * bands.at_risk]
    over = f"{number(percent)} / {number(expected)} {equals_share(100 * percent / expected, edges)}"
    yield Row(label=STATUS, cells=(f"{head}: {over} of what is expected",))
    levels = f"{on_track} from {number(edges[0])} %, {at_risk} from {number(edges[1])} %"
    yield Row(cells=(levels,), span=_settled(overview))


def said(overview: Overview, told: Told | None, stands: Standing) -> Iterator[Row]:
    """What the last report says of an element, and whether the numbers say the same."""
    if told is None:
        return
    entry = told.entry
    words = [word(overview, entry.status)] if entry.status else []
    words += [f"{number(Fraction(entry.progress))} %"] if entry.progress is not None else []
    span = entry.origin.value("status" if entry.status else "progress") if words else entry.origin.whole()
    yield Row(label="reported", cells=(", ".join(words) or "no status", report(told.update)), span=span)
    if differ(entry.status, stands.status):
        yield Row(cells=("the report and the numbers differ; neither changes the other",))


def _settled(overview: Overview) -> Span | None:
    """Where a project has settled on its own bands."""
    bands = overview.workspace.settings.bands
    if bands is None:
        return None
    return next((bands.origin.value(key) for key in ("on_track", "at_risk") if bands.origin.has(key)), None)
