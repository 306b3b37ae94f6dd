"""Every indicator says what is counted, which way is better, from where and how far.

A figure without its unit, direction, baseline and target can be read, but nobody can say whether the plan
keeps its promise. An indicator whose values are the words of a `scale` needs no unit. One to `maintain`
needs no baseline, and as target the bounds to be kept to; nor does a `sum`, which begins at nothing, or what
is told `per_period`, each against its own target.

Bad::

    indicators:
      - id: people-trained
        title: People trained
        unit: people

Good::

    indicators:
      - id: people-trained
        title: People trained
        unit: people
        direction: increase
        baseline: {date: 2020, value: 120}
        targets:
          - {date: 2023, value: 600}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.source.problem import Problem
from stratkit.source.text import short

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each indicator that lacks a unit, a direction, a baseline or a target."""
    for indicator in workspace.index.of_kind(Indicator):
        lacking = list(_lacking(indicator))
        if lacking and not workspace.uncertain(indicator):
            message = f"`{short(indicator.heading)}` has no {_words(lacking, 'or')}"
            keys = _words([_KEYS.get(word, f"`{word}:`") for word in lacking], "and")
            yield Problem("unmeasurable-indicator", indicator.origin.name(), message, f"add {keys}")


_BOUNDS = "bounds to keep to"
_KEYS = {"target": "`targets:`", _BOUNDS: "`min:` or `max:` in `targets:`"}


def _lacking(indicator: Indicator) -> Iterator[str]:
    origin, maintain = indicator.origin, indicator.direction == "maintain"
    if not (origin.has("unit") or origin.holds("scale")):
        yield "unit"
    if not origin.has("direction"):
        yield "direction"
    own_start = indicator.aggregate in ("sum", "per_period")
    unasked = maintain or own_start or indicator.refused("direction", "aggregate")
    if not (origin.has("baseline") or unasked):
        yield "baseline"
    if not (indicator.targets or indicator.refused("targets")):
        yield _BOUNDS if maintain else "target"


def _words(words: list[str], join: str) -> str:
    return f" {join} ".join([*filter(None, [", ".join(words[:-1])]), words[-1]])
