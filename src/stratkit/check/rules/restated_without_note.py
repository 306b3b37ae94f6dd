"""A later report that gives another value for an earlier reading says why.

Figures are corrected, and that is as it should be. A value that has changed without a word makes a reader
doubt all the others.

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

from stratkit.load.chronology import chronology, date_of, fiscal_year, known_by
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.report import Reading, Update
from stratkit.source.problem import Problem, Related
from stratkit.source.text import Span

SEVERITY = "error"
_VALUES = ("value", "min", "max")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each reading that differs from the one an earlier update gave, and has no note."""
    fiscal = fiscal_year(workspace)
    if fiscal is None:
        return
    earlier: dict[Hashable, Reading] = {}
    for update in chronology(workspace):
        now: dict[Hashable, Reading] = {}
        for reading in update.readings:
            indicator = workspace.index.get(reading.indicator or "")
            when = date_of(reading, update)
            if isinstance(indicator, Indicator) and when and _is_read(reading, indicator):
                known = known_by(reading, update, indicator, fiscal)
                if known is not None and now.setdefault(known, reading) is reading and known in earlier:
                    before = earlier[known]
                    if _values(before) != _values(reading) and not reading.origin.has("note"):
                        yield _problem(reading, before, update)
        earlier.update(now)


def _is_read(reading: Reading, indicator: Indicator) -> bool:
    """Whether it has a value; words that belong to no scale have been reported."""
    return bool(_values(reading)) and (bool(indicator.scale) or not isinstance(reading.value, str))


def _values(reading: Reading) -> list[tuple[str, object]]:
    return [(name, reading.__dict__[name]) for name in _VALUES if reading.__dict__[name] is not None]


def _problem(reading: Reading, before: Reading, update: Update) -> Problem:
    when = date_of(reading, update)
    value, first = _place(reading), _place(before)
    was = f"`{reading.indicator}` was {first.text} for {when} in an earlier report"
    message = f"{was}, and is {value.text} here"
    mend = "add a `note:` that says why it was corrected, or give the same value"
    related = (Related(first, "the earlier value is here"),)
    return Problem("restated-without-note", value, message, mend, related)


def _place(reading: Reading) -> Span:
    return reading.origin.value(_values(reading)[0][0])
