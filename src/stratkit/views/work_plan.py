"""One work plan: what is done in its time, by whom, when and for how much, and how it stands on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.model.report import NOT_COMPUTED, WorkPlan
from stratkit.progress.current import current
from stratkit.progress.overview import Overview
from stratkit.views.accounts import Accounts, Span
from stratkit.views.activities import Share, share, shares
from stratkit.views.document import DocumentView, document_view
from stratkit.views.donut import Donut
from stratkit.views.due import Due, milestones_due
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry
from stratkit.views.gantt import Gantt
from stratkit.views.marks import marks_in
from stratkit.views.schedule import Scheduler, Window, milestones_in, window_of
from stratkit.views.standings import donut, say_count, say_day
from stratkit.views.tongue import Tongue


@dataclass(frozen=True, kw_only=True)
class Tally:
    """A figure and what it counts. `note` is what has to be known about it; it may be empty."""

    value: str
    words: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is told of a work plan; of none, nothing.

    `state` says in a sentence whether its time is now, gone or to come. `all` is what the leads do together,
    `shares` is the same by lead; `others` are the names of the other work plans.
    """

    entry: Entry | None = None
    state: str = ""
    tallies: tuple[Tally, ...] = ()
    donut: Donut | None = None
    all: Share | None = None
    chart: Gantt | None = None
    shares: tuple[Share, ...] = ()
    milestones: tuple[Due, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WorkPlanView(DocumentView, Shown):
    """The work plan. `day` is the one as of which it is true; it may be empty.

    `reading` and `illustrative`: something in it is not the organization's own.
    """

    heading: str
    day: str
    reading: bool
    illustrative: bool


def work_plan_view(workspace: Workspace, tongue: Tongue, day: date) -> WorkPlanView:
    """The work plan of a day, as `current` chooses it."""
    overview, plan = Overview(workspace, day), current(workspace, day)
    window = window_of(overview, plan) if plan else None
    printed = frozenset(_printed(overview, plan, window)) if plan else frozenset[str]()
    edition = Edition(workspace, tongue, printed)
    shown = _shown(edition, overview, plan, window) if plan else Shown()
    parts = tuple(vars(shown).values())
    marks, document = marks_in(parts), document_view(edition, parts, printed)
    return WorkPlanView(
        **vars(document),
        **vars(shown),
        heading=edition.heading(plan) if plan else edition.words.one("work_plan"),
        day=say_day(edition, day) if date.min < day < date.max else "",
        reading="reading" in marks,
        illustrative="illustrative" in marks and not document.notice,
    )


def _printed(overview: Overview, plan: WorkPlan, window: Window | None) -> Iterator[str]:
    yield plan.id
    yield from (activity.id for activity in plan.activities)
    if window:
        yield from (stands.milestone.id for stands, _ in milestones_in(overview, window))


def _shown(edition: Edition, overview: Overview, plan: WorkPlan, window: Window | None) -> Shown:
    accounts = Accounts(edition, overview, Span(first=window.first if window else date.min, period=None))
    together = share(edition, overview, plan.activities, accounts)
    milestones = tuple(milestones_due(edition, overview, window)) if window else ()
    statuses = Counter(job.status.key if job.status else NOT_COMPUTED for job in together.jobs)
    return Shown(
        entry=edition.entry(plan, beside=("activities", "period")),
        state=_state(edition, window, overview.day) if window else "",
        tallies=tuple(_tallies(edition, together, milestones)),
        donut=donut(edition, statuses, "activity") if statuses else None,
        all=together,
        chart=Scheduler(edition, overview, plan, window).chart() if window else None,
        shares=tuple(shares(edition, overview, plan, accounts)),
        milestones=milestones,
        others=tuple(edition.heading(one) for one in edition.plan.work_plans if one is not plan),
    )


def _state(edition: Edition, window: Window, day: date) -> str:
    """Whether a day is before, within or after a time."""
    if not date.min < day < date.max:
        return ""
    if day < window.first:
        return edition.translate("It begins on {date}.").format(date=say_day(edition, window.first))
    ends = say_day(edition, window.last)
    if day > window.last:
        return edition.translate("Its time ended on {date}.").format(date=ends)
    return edition.translate("It runs until {date}.").format(date=ends)


def _tallies(edition: Edition, together: Share, milestones: tuple[Due, ...]) -> Iterator[Tally]:
    """How much is done, how many milestones are reached, and how much money is set aside."""
    translate, jobs = edition.translate, together.jobs
    if jobs:
        done = sum(bool(job.status and job.status.key == "completed") for job in jobs)
        late = sum(job.late for job in jobs)
        note = edition.tongue.count("{count} is late", "{count} are late", late)
        yield Tally(
            value=_share(edition, done, len(jobs)),
            words=translate("activities completed"),
            note=note.format(count=say_count(edition, late)) if late else "",
        )
    if milestones:
        reached = sum(one.status.key == "completed" for one in milestones)
        yield Tally(value=_share(edition, reached, len(milestones)), words=translate("milestones reached"))
    funded = _share(edition, sum(bool(job.budget) for job in jobs), len(jobs))
    for money in together.sums:
        note = translate("for {share} activities").format(share=funded)
        yield Tally(value=money, words=translate("set aside"), note=note)


def _share(edition: Edition, part: int, whole: int) -> str:
    return edition.translate("{part} of {whole}").format(
        part=say_count(edition, part), whole=say_count(edition, whole)
    )
