"""A later report that gives another value for an earlier reading says why.

Figures are corrected, and that is as it should be. A value that has changed without a word makes a reader
doubt all the others. A figure inside the bounds that were given before, as 41 after "at most 42", is no
other one: it is known more exactly.

Bad::

    indicators:
      - id: people-trained
        title: People trained
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            value: 12
      - id: report-2022
        period: 2022
        readings:
          - indicator: people-trained
            date: 2021
            value: 14

Good::

    indicators:
      - id: people-trained
        title: People trained
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            value: 12
      - id: report-2022
        period: 2022
        readings:
          - indicator: people-trained
            date: 2021
            value: 14
            note: Two courses were reported late.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from decimal import Decimal

from stratkit.load.chronology import chronology, date_of, known_by, readings_of
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.report import Reading, Update
from stratkit.source.problem import Problem, Related
from stratkit.source.text import Span

SEVERITY = "error"
_WORDS = {"value": "", "min": "at least ", "max": "at most "}


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each reading that differs from the one an earlier update gave, and has no note."""
    fiscal = workspace.fiscal
    if fiscal is None:
        return
    earlier: dict[Hashable, Reading] = {}
    for update in chronology(workspace):
        now: dict[Hashable, Reading] = {}
        for reading, indicator in readings_of(update, workspace.index):
            if date_of(reading, update) and _is_read(reading, indicator):
                known = known_by(reading, update, indicator, fiscal)
                if known is not None and now.setdefault(known, reading) is reading and known in earlier:
                    before = earlier[known]
                    if not (_keeps(reading, before) or _is_noted(reading)):
                        yield _problem(reading, before, update)
        earlier.update(now)


def _is_noted(reading: Reading) -> bool:
    return reading.origin.has("note") or reading.refused("note")


def _is_read(reading: Reading, indicator: Indicator) -> bool:
    """Whether it has a value; words that belong to no scale have been reported."""
    return bool(_values(reading)) and (bool(indicator.scale) or not isinstance(reading.value, str))


def _values(reading: Reading) -> list[tuple[str, object]]:
    return [(name, reading.__dict__[name]) for name in _WORDS if reading.__dict__[name] is not None]


def _keeps(reading: Reading, before: Reading) -> bool:
    """Whether a reading says the same as the one before, or lies inside the bounds that it gave."""
    if before.value is not None or isinstance(reading.value, str):
        return _values(before) == _values(reading)
    low, high = _bounds(reading)
    lowest, highest = _bounds(before)
    above = lowest is None or (low is not None and low >= lowest)
    return above and (highest is None or (high is not None and high <= highest))


def _bounds(reading: Reading) -> tuple[Decimal | None, Decimal | None]:
    value = reading.value
    return (value, value) if isinstance(value, Decimal) else (reading.min, reading.max)


def _problem(reading: Reading, before: Reading, update: Update) -> Problem:
    when = date_of(reading, update)
    was = f"`{reading.indicator}` was {_said(before)} for {when} in an earlier report"
    message = f"{was}, and is {_said(reading)} here"
    mend = "say in `note:` why it changed; if one of the two is a slip, correct it"
    related = (Related(_place(before), "the earlier value is here"),)
    return Problem("restated-without-note", _place(reading), message, mend, related)


def _said(reading: Reading) -> str:
    return " and ".join(f"{_WORDS[name]}{reading.origin.value(name).text}" for name, _ in _values(reading))


def _place(reading: Reading) -> Span:
    return reading.origin.value(_values(reading)[0][0])
