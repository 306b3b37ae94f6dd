"""Tasks between their days: outlines on an axis of time, pointed where a task goes on beyond it."""

from __future__ import annotations

from datetime import date, timedelta

from stratkit.render.drawings.outlines import diamond
from stratkit.render.drawings.scale import Scale
from stratkit.views.gantt import Task

THICK = 2.6
THIN = 1.1
"""How high the bar is of what was planned, and of what was done, in millimetres."""
POINT = 1.1
LEAST = 0.7
STUB = 3.5
"""The length of a line that leads to a lone end."""
HALF = 1.7
"""Half a diamond."""
DAY = timedelta(days=1)


def body(task: Task, time: Scale, middle: float) -> str:
    """The bar of a task, or a milestone's diamond; empty where a day is missing or none is on the axis."""
    if task.milestone:
        return diamond(time.day(task.due), middle, HALF) if task.due and time.reaches(task.due) else ""
    return _bar(task.start, task.due, time, middle, THICK)


def done(task: Task, time: Scale, middle: float) -> str:
    """The bar of what was done: from the start, or the day it was done where none is known, until then."""
    if task.milestone or task.done is None:
        return ""
    return _bar(min(task.start or task.done, task.done), task.done, time, middle, THIN)


def stem(task: Task, time: Scale, middle: float) -> str:
    """A cap at the one end that is known, and a short line on the side where the task lies."""
    known = task.start or task.due
    if task.milestone or known is None or (task.start and task.due) or not time.reaches(known):
        return ""
    x = time.day(known)
    end = max(time.start, x - STUB) if task.due else min(time.end, x + STUB)
    return f"M{x} {middle - THICK / 2:.2f}v{THICK}M{x} {middle}H{end:.2f}"


def late(task: Task, today: date | None, time: Scale, middle: float) -> str:
    """A line from when a late task was due until today, as far as the axis goes."""
    if not task.late or not today or not task.due or today <= task.due:
        return ""
    start, end = (time.nearest(day) for day in (task.due, today))
    return f"M{start} {middle}H{end}" if end > start else ""


def today_on(today: date | None, time: Scale) -> float | None:
    """Where today is, None where the axis does not reach it."""
    return time.day(today) if today and time.reaches(today) else None


def _bar(first: date | None, last: date | None, time: Scale, middle: float, thick: float) -> str:
    if first is None or last is None or last.toordinal() < time.low or first.toordinal() > time.high:
        return ""
    left, right = time.nearest(first), time.nearest(last + DAY)
    left = min(left, time.end - LEAST)
    right = max(right, left + LEAST)
    half = thick / 2
    start = f"L{left:.2f} {middle}" if first.toordinal() < time.low else ""
    end = f"L{right:.2f} {middle}" if last.toordinal() > time.high else ""
    point = min(POINT, (right - left) / 2)
    x1, x2 = left + (point if start else 0), right - (point if end else 0)
    top, foot = middle - half, middle + half
    return f"M{x1:.2f} {top:.2f}H{x2:.2f}{end}L{x2:.2f} {foot:.2f}H{x1:.2f}{start}z"
