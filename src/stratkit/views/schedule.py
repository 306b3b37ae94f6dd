"""The activities of a work plan over its time, with the milestones that are due in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from stratkit.model.promise import ActionLine, Programme
from stratkit.model.report import Activity, WorkPlan
from stratkit.progress.lateness import Lateness
from stratkit.progress.overview import Line, Overview
from stratkit.progress.reporting import OVER
from stratkit.progress.rollup import MilestoneStanding
from stratkit.views.edition import Edition
from stratkit.views.gantt import Gantt, Stretch, Task
from stratkit.views.standings import say_count, say_day
from stratkit.views.ticks import Tick, months, quarters, years

MONTHLY, QUARTERLY = 550, 1500
"""The most days of which an axis names each month, or each quarter."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """The first and the last day of a work plan."""

    first: date
    last: date


def window_of(overview: Overview, plan: WorkPlan) -> Window | None:
    """Its period; an end that it leaves open is that of its activities. None where there is no day at all."""
    fiscal = overview.progress.known.fiscal
    period = plan.period
    starts = [one.start.first(fiscal) for one in plan.activities if one.start]
    ends = [one.due.last(fiscal) for one in plan.activities if one.due]
    first = (period and period.first(fiscal)) or min((*starts, *ends), default=None)
    last = (period and period.last(fiscal)) or max((*starts, *ends), default=None)
    return Window(first=first, last=last) if first and last and first < last else None


def milestones_in(overview: Overview, window: Window) -> list[tuple[MilestoneStanding, Line]]:
    """The milestones of outcomes that are due in a window, by the days they are due."""
    found = [
        (line.standing, line)
        for line in overview.lines
        if isinstance(line.standing, MilestoneStanding)
        and line.standing.due
        and window.first <= line.standing.due <= window.last
    ]
    return sorted(found, key=lambda pair: pair[0].due or date.max)


class Scheduler:
    """Draws up the chart of a work plan as of a day."""

    def __init__(self, edition: Edition, overview: Overview, plan: WorkPlan, window: Window) -> None:
        self.edition = edition
        self.overview = overview
        self.plan = plan
        self.window = window
        self.known = overview.progress.known
        lateness = Lateness(overview.progress)
        self.late = {one.record.id for one in (*lateness.activities(), *lateness.milestones())}

    def chart(self) -> Gantt | None:
        """The chart, by action line; None where there is nothing to draw."""
        tasks: dict[str, list[Task]] = {}
        for activity in self.plan.activities:
            tasks.setdefault(self._place(activity), []).append(self._activity(activity))
        for stands, line in milestones_in(self.overview, self.window):
            tasks.setdefault(self._line_of(stands.milestone.id), []).append(self._milestone(stands, line))
        if not tasks:
            return None
        window, tongue = self.window, self.edition.tongue
        heads, ticks = self._axis()
        count = sum(map(len, tasks.values()))
        pattern = tongue.count(
            "{count} activity or milestone from {first} to {last}.",
            "{count} activities and milestones from {first} to {last}.",
            count,
        )
        return Gantt(
            sentence=pattern.format(
                count=say_count(self.edition, count),
                first=say_day(self.edition, window.first),
                last=say_day(self.edition, window.last),
            ),
            first=window.first,
            last=window.last,
            heads=heads,
            ticks=ticks,
            today=self.overview.day if window.first <= self.overview.day <= window.last else None,
            label_title=self.edition.words.one("activity"),
            lead_title=self.edition.words.fact("lead"),
            groups=tuple(self._groups(tasks)),
        )

    def _axis(self) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
        first, last, tongue = self.window.first, self.window.last, self.edition.tongue
        length = (last - first).days
        if length > QUARTERLY:
            return years(first, last), ()
        if length > MONTHLY:
            return years(first, last), quarters(first, last, tongue)
        above = quarters(first, last, tongue) if first.year == last.year else years(first, last)
        return above, months(first, last, tongue)

    def _groups(self, tasks: dict[str, list[Task]]) -> Iterator[Stretch]:
        """In the order of the plan, what belongs nowhere last."""
        edition = self.edition
        for target in (*(line.id for line in edition.plan.action_lines), ""):
            if target in tasks:
                head = edition.link(target).words if target else self._rest(len(tasks))
                again = edition.translate("{title} (continued)").format(title=head) if head else ""
                yield Stretch(head=head, again=again, tasks=tuple(tasks[target]))

    def _rest(self, groups: int) -> str:
        return self.edition.translate("In no action line") if groups > 1 else ""

    def _activity(self, record: Activity) -> Task:
        told = self.known.told(record.id)
        status = (told.entry.status or "") if told else "no_report"
        date = told.entry.date.last(self.known.fiscal) if told and told.entry.date else None
        done = date if status == "completed" and date and date <= self.overview.day else None
        task = Task(
            label=self.edition.heading(record),
            lead=self.edition.link(record.lead).words if record.lead else "",
            start=record.start.first(self.known.fiscal) if record.start else None,
            due=record.due.last(self.known.fiscal) if record.due else None,
            done=done,
            status=status,
            late=record.id in self.late,
            sentence="",
        )
        return self._told(task)

    def _milestone(self, stands: MilestoneStanding, line: Line) -> Task:
        task = Task(
            label=self.edition.heading(stands.milestone),
            lead=self.edition.link(line.lead).words if line.lead else "",
            due=stands.due,
            status=line.status,
            milestone=True,
            late=stands.milestone.id in self.late and line.status not in OVER,
            sentence="",
        )
        return self._told(task)

    def _told(self, task: Task) -> Task:
        """The task with the sentence that tells all of it."""
        edition, translate = self.edition, self.edition.translate
        days = (
            (translate("from {date}"), task.start),
            (translate("due {date}"), task.due),
            (translate("done {date}"), task.done),
        )
        words = [pattern.format(date=say_day(edition, day)) for pattern, day in days if day]
        words += [task.lead] if task.lead else []
        words += [edition.words.one(task.status)] if task.status else []
        words += [translate("late")] if task.late else []
        told = translate("; ").join(words)
        return replace(task, sentence=f"{task.label}: {told}." if told else f"{task.label}.")

    def _place(self, activity: Activity) -> str:
        """The action line that an activity works for first; empty if it is in none."""
        return next(filter(None, map(self._line_of, activity.contributes_to)), "")

    def _line_of(self, target: str) -> str:
        """The action line that an element stands in; that of a programme is what it works for first."""
        record = self.edition.index.get(target)
        if isinstance(record, Programme):
            lines = (self._line_of(one) for one in record.contributes_to)
            return next(filter(None, lines), "")
        while record is not None and not isinstance(record, ActionLine):
            record = self.edition.index.parent(record)
        return record.id if record else ""
