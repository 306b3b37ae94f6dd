"""An indicator over time: what was there, what is expected, what was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from stratkit.views.ticks import Tick

Number = Fraction | float


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A value on a day, a word as its place on the scale. `words` are printed beside it, if there are any.

    `beyond`: the value is only a bound, and what is meant lies `above` or `below` it.
    """

    day: date
    value: Number
    words: str = ""
    beyond: str = ""


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What a value is to be kept between from `first` to `last`; None is open. `words` name them."""

    first: date | None = None
    last: date | None = None
    low: Number | None = None
    high: Number | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Level:
    """A value that the axis names: a word of a scale, in their order from 0."""

    value: Number
    words: str


@dataclass(frozen=True, kw_only=True)
class Trend:
    """All of it. `sentence` tells what is drawn: the values that carry words, and the last reading's day.

    The axis runs from `first` to `last`, and farther if anything lies beyond. `ticks` are its years: those
    that find room are named. `path` are the days and values expected, in the order of their days; `stepped`:
    nothing changes between them. `baseline` and `target` are points of it whose words are printed. `readings`
    are in the order of their days; only the last one's words are printed. `today` is the day as of which all
    is told. `levels` are there where values are words.
    """

    sentence: str
    first: date
    last: date
    ticks: tuple[Tick, ...] = ()
    path: tuple[Spot, ...] = ()
    stepped: bool = False
    bounds: tuple[Bounds, ...] = ()
    readings: tuple[Spot, ...] = ()
    baseline: Spot | None = None
    target: Spot | None = None
    today: date | None = None
    levels: tuple[Level, ...] = ()
