"""For each term of the plan's cadence, a report on every outcome comes in time.

A plan that promises a yearly report and is silent on a third of its outcomes looks better than it is. The
report is late three months after a year has ended, two after a half, and one after a quarter or a month. An
outcome is reported by an entry on it or on a milestone, or by a reading. The day that counts is that of
`--as-of`; without one it is the last on which anything was reported, so that no check fails because time goes
by. Drafts and plans that are closed owe nothing.

Bad::

    plan:
      period: {start: 2021, end: 2023}
      reporting:
        - title: Yearly report
          cadence: yearly
    outcomes:
      - id: night-buses
        title: Safe night buses
      - id: street-lights
        title: Street lights
    updates:
      - id: report-2022
        period: 2022
        date: 2023-04-14
        entries:
          - about: night-buses
            text: The first line runs.

Good::

    plan:
      period: {start: 2021, end: 2023}
      reporting:
        - title: Yearly report
          cadence: yearly
    outcomes:
      - id: night-buses
        title: Safe night buses
      - id: street-lights
        title: Street lights
    updates:
      - id: report-2022
        period: 2022
        date: 2023-04-14
        entries:
          - about: night-buses
            text: The first line runs.
          - about: street-lights
            text: No lamp was set up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from stratkit.check.evidence import is_clear, is_sure_of, progress_on
from stratkit.load.tags import lead_of
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.promise import Outcome
from stratkit.progress.reporting import Reporting
from stratkit.progress.terms import duty_of
from stratkit.source.problem import Problem, Related
from stratkit.source.shown import count
from stratkit.source.text import short

SEVERITY = "warning"
_NAMED = 3
_FREE = ("draft", "closed")
"""Plans that owe no report."""


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the cadence whose last term has ended, if its reports are late."""
    header = workspace.header
    if header is None or duty_of(workspace) is None or header.status in _FREE or not is_clear(workspace):
        return
    day = workspace.as_of or progress_on(workspace, date.max).known.last
    if day is None:
        return
    reporting = Reporting(progress_on(workspace, day))
    missing = [
        outcome
        for outcome in (reporting.missing if reporting.overdue else ())
        if is_sure_of(workspace, reporting.progress.outcomes[outcome.id])
    ]
    if missing and reporting.duty and reporting.term:
        term = reporting.term
        asked = f"{len(missing)} of {count(len(reporting.outcomes), 'outcome')}"
        message = (
            f"no report for {term.name} has come on {asked}; it was due by {term.due}"
            f"{_owners(workspace, missing)}"
        )
        mend = "add an update with that `period:`, and in it an entry or a reading for each of them"
        related = tuple(Related(one.origin.name(), "no report has come on this") for one in missing[:_NAMED])
        yield Problem("report-overdue", reporting.duty.origin.value("cadence"), message, mend, related)


def _owners(workspace: Workspace, missing: list[Outcome]) -> str:
    """Those who answer for most of what is missing, with how much that is."""
    leads = [lead_of(workspace.index, outcome) for outcome in missing]
    owed = Counter(lead for lead in leads if lead).most_common()
    if not owed:
        return ", and none of them has a lead"
    said = [f"{_name(workspace, lead)} ({number})" for lead, number in owed[:_NAMED]]
    if len(owed) > _NAMED:
        said.append(count(len(owed) - _NAMED, "other"))
    names = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    nobody = leads.count(None)
    rest = f"; {nobody} of them {'has' if nobody == 1 else 'have'} no lead" if nobody else ""
    return f", from {names}{rest}"


def _name(workspace: Workspace, lead: str) -> str:
    """Whoever answers for it, by name."""
    who = workspace.index.get(lead)
    return short(who.heading) if isinstance(who, Element) else lead
