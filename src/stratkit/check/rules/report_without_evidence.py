"""An entry that says `completed` tells what shows it.

That a promise was kept is the strongest thing a report can say, and the first that a board asks about. One
sentence or one link is enough to look it up.

Bad::

    outcomes:
      - id: traffic-code
        title: Traffic code
    updates:
      - id: report-2021
        period: 2021
        entries:
          - about: traffic-code
            status: completed

Good::

    outcomes:
      - id: traffic-code
        title: Traffic code
    updates:
      - id: report-2021
        period: 2021
        entries:
          - about: traffic-code
            status: completed
            evidence: ["[The code](https://example.org/code)"]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.chronology import chronology
from stratkit.load.workspace import Workspace
from stratkit.model.promise import Milestone, Outcome
from stratkit.model.report import Activity, Entry, Update
from stratkit.source.problem import Problem

SEVERITY = "info"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the first entry that calls something completed which no report tells more of."""
    shown = {name for update in workspace.plan.updates for name in _shown(update)}
    for update in chronology(workspace):
        for entry in update.entries:
            if entry.about and entry.status == "completed" and entry.about not in shown:
                shown.add(entry.about)
                if not _speaks_for_itself(workspace, entry, shown):
                    message = f"`{entry.about}` is reported as completed, and nothing is told that shows it"
                    mend = "add `text:` with what is there now, or `evidence:` with where it can be seen"
                    yield Problem("report-without-evidence", entry.origin.value("status"), message, mend)


def _shown(update: Update) -> Iterator[str]:
    """The elements of which an update tells something, and the indicators it gives values of."""
    for entry in update.entries:
        told = entry.status == "completed" and entry.origin.has("text")
        if entry.about and (told or entry.origin.has("evidence")):
            yield entry.about
    for reading in update.readings:
        if reading.indicator and any(reading.origin.has(name) for name in ("value", "min", "max")):
            yield reading.indicator


def _speaks_for_itself(workspace: Workspace, entry: Entry, shown: set[str]) -> bool:
    """A step with its day, and an outcome whose indicators were read, need no more words."""
    about = workspace.index.get(entry.about)
    if isinstance(about, Outcome):
        return any(indicator.id in shown for indicator in about.indicators)
    return isinstance(about, Milestone | Activity) and entry.origin.has("date")
