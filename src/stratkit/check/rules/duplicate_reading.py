"""An update gives one reading of an indicator for a day and a group.

Two values for the same day and the same people cannot both be shown. Whoever reads the report learns one of
them, and nobody can say which is right.

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
          - indicator: people-trained
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
            date: 2021-H1
            value: 12
          - indicator: people-trained
            value: 14
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from stratkit.load.chronology import date_of, known_by, readings_of
from stratkit.load.workspace import Workspace
from stratkit.model.report import Reading
from stratkit.source.problem import Problem, Related

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each further reading of the same indicator, day and group in an update."""
    fiscal = workspace.fiscal
    if fiscal is None:
        return
    for update in workspace.reports:
        seen: dict[Hashable, Reading] = {}
        for reading, indicator in readings_of(update, workspace.index):
            known = known_by(reading, update, indicator, fiscal)
            first = seen.setdefault(known, reading)
            if known is not None and first is not reading:
                when = date_of(reading, update)
                of = f" of {', '.join(reading.group.values())}" if reading.group else ""
                day = f" for {when}" if when else ""
                where = " in one update" if update.id else ""
                message = f"`{indicator.id}`{of} is read twice{day}{where}"
                mend = "keep one of the two; another day is told by `date:`, other people by `group:`"
                related = (Related(first.origin.value("indicator"), "the first reading is here"),)
                yield Problem("duplicate-reading", reading.origin.value("indicator"), message, mend, related)
