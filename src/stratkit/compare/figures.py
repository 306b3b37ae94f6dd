"""The figures of a plan: readings, baselines and targets, whose values may be bounds."""

from __future__ import annotations

from stratkit.model.measure import Baseline, Target
from stratkit.model.report import Reading
from stratkit.source.text import Span

Figure = Reading | Baseline | Target

_WORDS = {"value": "", "min": "at least ", "max": "at most "}


def values(figure: Figure) -> list[tuple[str, object]]:
    """What the figure says, exactly: its value, or its bounds, each with its name; empty if nothing."""
    held = figure.__dict__
    return [(name, held[name]) for name in _WORDS if held.get(name) is not None]


def said(figure: Figure) -> str:
    """A figure in its author's numbers: `12`, or `at least 10 and at most 20`."""
    return " and ".join(f"{_WORDS[name]}{figure.origin.value(name).text}" for name, _ in values(figure))


def place(figure: Figure) -> Span:
    """Where a figure that says something stands."""
    return figure.origin.value(values(figure)[0][0])


def is_doubtful(figure: Reading | Target) -> bool:
    """Whether a fault may hide what the figure says, of which day or of whom."""
    of_whom = ("group",) if isinstance(figure, Reading) else ()
    return figure.refused("date", *_WORDS, *of_whom)
