"""Activities over a stretch of time, in groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stratkit.views.ticks import Tick


@dataclass(frozen=True, kw_only=True)
class Task:
    """An activity, or a `milestone`, which has only the day it is due.

    `start` and `due` are days, None where they are not said. `done` is the day it was completed. `late`: due
    before today, and not completed. `status` is a status word or empty; `sentence` tells all of it.
    """

    label: str
    lead: str = ""
    start: date | None = None
    due: date | None = None
    done: date | None = None
    status: str = ""
    milestone: bool = False
    late: bool = False
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Tasks below a heading; `again` is the heading where it is repeated: `Access to water (continued)`."""

    head: str
    again: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, kw_only=True)
class Gantt:
    """All of it, from `first` to `last`. `heads` are ticks with words above (quarters), `ticks` finer ones.

    `lead_title` heads the column of leads; empty leaves it out. `sentence` tells what is drawn, of what time
    and how much; what is read aloud in full is the table beside it.
    """

    sentence: str
    first: date
    last: date
    heads: tuple[Tick, ...] = ()
    ticks: tuple[Tick, ...] = ()
    today: date | None = None
    label_title: str
    lead_title: str = ""
    groups: tuple[Stretch, ...]
