"""An outcome is reported as completed once its milestones are.

A reader who sees an outcome completed and a step towards it still open does not know which to believe.
Either a milestone was forgotten in the report, or the outcome is not there yet.

Bad::

    outcomes:
      - id: traffic-code
        title: Traffic code
        milestones:
          - id: code-drafted
            title: Code drafted
          - id: code-adopted
            title: Code adopted
    updates:
      - id: report-2021
        period: 2021
        entries:
          - about: code-drafted
            status: completed
            text: The draft was published.
          - about: traffic-code
            status: completed
            text: The code applies in all districts.

Good::

    outcomes:
      - id: traffic-code
        title: Traffic code
        milestones:
          - id: code-drafted
            title: Code drafted
          - id: code-adopted
            title: Code adopted
    updates:
      - id: report-2021
        period: 2021
        entries:
          - about: code-drafted
            status: completed
            text: The draft was published.
          - about: traffic-code
            status: on_track
            text: The assembly votes on the draft in spring.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stratkit.load.chronology import chronology, day_of
from stratkit.load.workspace import Workspace
from stratkit.model.date import FiscalYear
from stratkit.model.promise import Milestone, Outcome
from stratkit.model.report import Entry, Update
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the first entry that calls an outcome completed while milestones of it are open."""
    updates = chronology(workspace)
    fiscal = workspace.fiscal
    if fiscal is None or not _is_whole(workspace):
        return
    get = workspace.index.get
    followed = any(isinstance(get(entry.about or ""), Milestone) for u in updates for entry in u.entries)
    closing = [entry for update in updates for entry in update.entries if _closes(entry)]
    days = {entry.about: _day(entry, fiscal) for entry in closing if entry.date or entry.refused("date")}
    closed: set[str] = set()
    told: set[str] = set()
    for update in updates:
        closed.update(entry.about for entry in update.entries if entry.about and _closes(entry))
        day = day_of(update, fiscal)
        for entry in update.entries:
            outcome = get(entry.about or "")
            if entry.status != "completed" or not isinstance(outcome, Outcome) or outcome.id in told:
                continue
            open_ = [
                milestone
                for milestone in outcome.milestones
                if milestone.id not in closed
                and not (day and days.get(milestone.id, date.max) <= day)
                and (followed or (day and milestone.due and milestone.due.last(fiscal) > day))
                and not workspace.uncertain(milestone)
            ]
            if open_:
                told.add(outcome.id)
                yield _problem(entry, open_)


def _is_whole(workspace: Workspace) -> bool:
    """Whether all entries were read: any other may have closed any milestone."""
    lost = Update.kind_ in workspace.index.unread.kinds
    return not lost and not any(update.refused("entries") for update in workspace.plan.updates)


def _closes(entry: Entry) -> bool:
    done = entry.status in ("completed", "discontinued") or entry.refused("status", "progress")
    return done or (entry.status is None and entry.progress is not None and entry.progress >= 100)


def _day(entry: Entry, fiscal: FiscalYear) -> date:
    """When it was closed; at any time, if its date cannot be read."""
    return entry.date.last(fiscal) if entry.date else date.min


def _problem(entry: Entry, milestones: list[Milestone]) -> Problem:
    names = ", ".join(f"`{milestone.id}`" for milestone in milestones)
    still = f"milestone {names} is" if len(milestones) == 1 else f"milestones {names} are"
    message = f"`{entry.about}` is reported as completed, and its {still} not"
    them = "it" if len(milestones) == 1 else "them"
    mend = f"report what became of {them} in the same update, or say how far the outcome is"
    related = tuple(Related(milestone.origin.name(), "this is open") for milestone in milestones)
    return Problem("completed-with-open-milestones", entry.origin.value("status"), message, mend, related)
