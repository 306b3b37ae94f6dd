"""Events as dots above a rule, each at its year, so that the spacing tells the time between them.

Years that leave no room for one another take turns below the rule, in up to three rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stratkit.render.drawings.layers import Line
from stratkit.render.drawings.lettering import POINT, width
from stratkit.views.timeline import Timeline, Year

SIZE = 8
"""Size of the years, in points."""
DOT = 3.6
"""The most that a dot takes of the height, in millimetres, with the gap to the next."""
STACK = 30.0
"""The most height that the dots of one year take."""
TICK = 2.0
"""The least between two ticks of the scale."""
STEPS = (1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500)
ROWS = 3
LEADING = 11.5 * POINT
DROP = 4.2
"""From the rule to the baseline of the first row."""
APART = 1.6
"""The least between two years in a row."""


@dataclass(frozen=True, kw_only=True)
class Dot:
    """One event: the middle of its dot."""

    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Label:
    """A year below the rule, the middle of its baseline; a hair leads down to it as far as `top`."""

    line: Line
    top: float


@dataclass(frozen=True, kw_only=True)
class Years:
    """All of it, in millimetres: the rule at `rule` from `left` to `right`, ticks at the xs of `ticks`."""

    width: float
    height: float
    rule: float
    left: float
    right: float
    radius: float
    dots: tuple[Dot, ...]
    ticks: tuple[float, ...]
    labels: tuple[Label, ...]


def draw_years(plan: Timeline, room: float, *, mirrored: bool = False) -> Years:
    """The years of a history, at least two, at a width in millimetres; time runs as the language does."""
    years = plan.years
    first, last = years[0].number, years[-1].number
    left, right = width(years[0].words, SIZE) / 2, room - width(years[-1].words, SIZE) / 2

    def place(year: int) -> float:
        x = left + (right - left) * (year - first) / (last - first)
        return round(room - x if mirrored else x, 2)

    most = max(year.count for year in years)
    gap = min(DOT, STACK / most)
    rule = round(most * gap + 1.2, 2)
    labels = tuple(_labels(years, [place(year.number) for year in years], rule))
    return Years(
        width=room,
        height=round(max(label.line.y for label in labels) + 1.2, 2),
        rule=rule,
        left=round(room - right if mirrored else left, 2),
        right=round(room - left if mirrored else right, 2),
        radius=round(gap * 0.38, 2),
        dots=tuple(
            Dot(x=place(year.number), y=round(rule - 1.2 - (number + 0.5) * gap, 2))
            for year in years
            for number in range(year.count)
        ),
        ticks=tuple(map(place, _scale(first, last, right - left))),
        labels=labels,
    )


def _scale(first: int, last: int, room: float) -> range:
    """The years that have a tick: all, or the round ones where all would be too many."""
    step = next((step for step in STEPS if room * step / (last - first) >= TICK), STEPS[-1])
    return range(-(-first // step) * step, last + 1, step)


def _labels(years: tuple[Year, ...], places: list[float], rule: float) -> Iterator[Label]:
    """The years that find room, the ends first: each in the highest row where it touches no other."""
    rows: list[list[tuple[float, float]]] = [[] for _ in range(ROWS)]
    for number in (0, len(years) - 1, *range(1, len(years) - 1)):
        half, x = width(years[number].words, SIZE) / 2 + APART / 2, places[number]
        free = (row for row, taken in enumerate(rows) if _fits(x - half, x + half, taken))
        row = next(free, None)
        if row is not None:
            rows[row].append((x - half, x + half))
            y = rule + DROP + row * LEADING
            yield Label(line=Line(words=years[number].words, x=x, y=round(y, 2)), top=round(y - 2.6, 2))


def _fits(start: float, end: float, taken: Iterable[tuple[float, float]]) -> bool:
    return all(end <= before or start >= after for before, after in taken)
