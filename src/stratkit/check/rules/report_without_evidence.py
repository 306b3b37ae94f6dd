"""An entry that says `completed` tells what shows it.

That a promise was kept is the strongest thing a report can say, and the first that a board asks about. One
sentence or one link is enough to look it up. A step with its day needs no more, nor does an outcome of which
an indicator was read, or all milestones were reported as completed with what shows it.

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
from stratkit.load.index import Index
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.measure import Indicator
from stratkit.model.promise import Milestone, Outcome
from stratkit.model.report import Activity, Entry, Update
from stratkit.source.problem import Problem

SEVERITY = "info"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the first entry that calls something completed which no report tells more of."""
    shown = {name for update in workspace.plan.updates for name in _shown(update, workspace.index)}
    told = set(shown)
    for update in chronology(workspace):
        for entry in update.entries:
            if entry.about and entry.status == "completed" and entry.about not in told:
                told.add(entry.about)
                if not (_is_hidden(workspace, entry) or _is_shown_by_parts(workspace, entry, shown)):
                    message = f"`{entry.about}` is reported as completed, and nothing is told that shows it"
                    mend = "add `text:` with what is there now, or `evidence:` with where it can be seen"
                    yield Problem("report-without-evidence", entry.origin.value("status"), message, mend)


def _shown(update: Update, index: Index) -> Iterator[str]:
    """The elements of which an update tells something, and the indicators it gives values of."""
    for entry in update.entries:
        is_step = isinstance(index.get(entry.about or ""), Milestone | Activity)
        has = entry.origin.has
        told = entry.status == "completed" and (has("text") or (is_step and has("date")))
        told = told or entry.origin.holds("evidence")
        if entry.about and (told or entry.refused("status", "evidence")):
            yield entry.about
    for reading in update.readings:
        if any(reading.origin.has(name) or reading.refused(name) for name in ("value", "min", "max")):
            yield reading.indicator


def _is_hidden(workspace: Workspace, entry: Entry) -> bool:
    """Whether a fault hides what it is about, or what may be told of that."""
    about = workspace.index.get(entry.about)
    return not isinstance(about, Element) or workspace.uncertain(about)


def _is_shown_by_parts(workspace: Workspace, entry: Entry, shown: set[str]) -> bool:
    """Whether an indicator was read that lies in an outcome or names it, or all its milestones are shown."""
    outcome = workspace.index.get(entry.about)
    if not isinstance(outcome, Outcome):
        return False
    links = workspace.index.referrers.get(outcome.id, ())
    naming = (link.record for link in links if link.field == "measures")
    indicators = [*outcome.indicators, *(one for one in naming if isinstance(one, Indicator))]
    if any(one.id in shown or workspace.uncertain(one) for one in indicators):
        return True
    steps = outcome.milestones
    return bool(steps) and all(step.id in shown or workspace.uncertain(step) for step in steps)
