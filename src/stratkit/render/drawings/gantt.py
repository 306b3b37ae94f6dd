"""Activities as bars over time, in groups below headings, cut between rows so that each piece fits a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratkit.render.drawings import spans
from stratkit.render.drawings.labels import LEADING, SIZE, Label, mirror
from stratkit.render.drawings.lettering import break_lines
from stratkit.render.drawings.marks import SIDE, fill_of
from stratkit.render.drawings.scale import days, named, stretches
from stratkit.views.gantt import Gantt, Stretch, Task

LABELS, LEADS = 0.3, 0.14
"""The shares of the width that labels and leads have."""
MARK = 4.4
"""Room for the mark of a status before a label."""
MARKED = 2.5
"""The side of that mark."""
GUTTER = 3.0
PAD = 2.6
"""Above and below the words of a row, together."""
HEAD = 4.6
"""The height of one row of the axis, in millimetres."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A task on its row, as outlines; what is empty is not drawn.

    `body` is the bar or the diamond, filled as `fill` says; `stem` the line and cap where only one end is
    known; `done` a bar as long as it took, `late` the line from when it was due until today. `mark` is the
    place of its status mark, None where there is no status.
    """

    status: str
    fill: str
    sentence: str
    body: str
    stem: str
    done: str
    late: str
    mark: tuple[float, float] | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A piece of it, in millimetres, with an axis of its own: as high as its rows need.

    `heads` and `ticks` are the xs of lines, bold and fine, from the `axis` to the `foot`; `rules` the ys of
    lines below rows, `bold` those above headings. A mark is drawn `enlarged` so many times; `labels`
    and marks are in their places, the rest is to be turned round where it is `mirrored`.
    """

    mirrored: bool
    width: float
    height: float
    sentence: str
    left: float
    right: float
    axis: float
    foot: float
    enlarged: float
    heads: tuple[float, ...]
    ticks: tuple[float, ...]
    today: float | None
    bold: tuple[float, ...]
    rules: tuple[float, ...]
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]


def draw_gantt(plan: Gantt, room: float, height: float = 0, *, mirrored: bool = False) -> tuple[Sheet, ...]:
    """The pieces at a width in millimetres, none higher than `height` unless one row is: all in one without.

    A group that is cut has its heading again; a heading never stands last.
    """
    pen = _Pen(plan, room, mirrored=mirrored)
    return tuple(pen.sheet(rows) for rows in _pieces(list(pen.rows()), height - pen.axis if height else 0))


@dataclass(frozen=True, kw_only=True)
class _Row:
    """A task or, without one, a heading: its lines of words and its height."""

    words: tuple[str, ...]
    lead: tuple[str, ...] = ()
    task: Task | None = None
    group: Stretch
    height: float


def _pieces(rows: list[_Row], height: float) -> Iterator[list[_Row]]:
    """Rows in pieces of a height. A piece that begins within a group begins with its heading."""
    piece: list[_Row] = []
    for number, row in enumerate(rows):
        after = rows[number + 1].height if row.task is None and number + 1 < len(rows) else 0
        used = sum(one.height for one in piece)
        if height and any(one.task for one in piece) and used + row.height + after > height:
            yield piece
            piece = [] if row.task is None else [_again(row, rows)]
        piece.append(row)
    if piece:
        yield piece


def _again(row: _Row, rows: list[_Row]) -> _Row:
    head = next(one for one in rows if one.group is row.group)
    return _Row(words=(row.group.again,), group=row.group, height=head.height)


class _Pen:
    """Measures rows, and draws them below an axis."""

    def __init__(self, plan: Gantt, room: float, *, mirrored: bool) -> None:
        self.plan = plan
        self.room = room
        self.mirrored = mirrored
        self.label = room * LABELS
        self.lead = room * LEADS if plan.lead_title else 0
        left = self.label + GUTTER + (self.lead + GUTTER if self.lead else 0)
        self.time = days(plan.first, plan.last, round(left, 2), room - 0.2)
        self.axis = HEAD * (bool(plan.heads) + bool(plan.ticks)) + 0.6

    def rows(self) -> Iterator[_Row]:
        """Headings and tasks, one below the other."""
        for group in self.plan.groups:
            words = break_lines(group.head, self.room, SIZE) if group.head else ()
            if words:
                yield _Row(words=words, group=group, height=len(words) * LEADING + PAD)
            for task in group.tasks:
                label = break_lines(task.label, self.label - MARK, SIZE)
                lead = break_lines(task.lead, self.lead, SIZE) if self.lead else ()
                high = max(len(label), len(lead)) * LEADING + PAD
                yield _Row(words=label, lead=lead, task=task, group=group, height=high)

    def sheet(self, rows: Sequence[_Row]) -> Sheet:
        """One piece, its axis above."""
        y = self.axis
        labels, bars, bold, rules = list(self._axis()), [], [], []
        for row in rows:
            labels += self._words(row, y)
            if row.task:
                bars.append(self._bar(row.task, y))
            else:
                bold.append(round(y, 2))
            y += row.height
            rules.append(round(y, 2))
        heads = [start for start, _, _ in stretches(self.plan.heads, self.time)]
        ticks = [start for start, _, _ in stretches(self.plan.ticks, self.time)]
        return Sheet(
            mirrored=self.mirrored,
            width=self.room,
            height=round(y + 0.3, 2),
            sentence=self.plan.sentence,
            left=self.time.start,
            right=self.time.end,
            axis=round(self.axis, 2),
            foot=round(y, 2),
            enlarged=round(MARKED / SIDE, 3),
            heads=tuple(heads),
            ticks=tuple(x for x in ticks if x not in heads),
            today=spans.today_on(self.plan.today, self.time),
            bold=tuple(bold),
            rules=tuple(rules),
            bars=tuple(bars),
            labels=mirror(labels, self.room) if self.mirrored else tuple(labels),
        )

    def _axis(self) -> Iterator[Label]:
        base = round(self.axis - 1.7, 2)
        yield Label(words=self.plan.label_title, x=0, y=base, soft=True, strong=True)
        if self.lead:
            yield Label(words=self.plan.lead_title, x=self.label + GUTTER, y=base, soft=True, strong=True)
        for number, ticks in enumerate(filter(None, (self.plan.ticks, self.plan.heads))):
            for middle, words in named(stretches(ticks, self.time), SIZE, 0.8):
                y = round(base - number * HEAD, 2)
                yield Label(words=words, x=middle, y=y, anchor="middle", soft=True, strong=number == 1)

    def _words(self, row: _Row, top: float) -> Iterator[Label]:
        first = top + PAD / 2 + 0.74 * LEADING
        columns = ((row.words, MARK if row.task else 0), (row.lead, self.label + GUTTER))
        for words, x in columns:
            for number, line in enumerate(words):
                y = round(first + number * LEADING, 2)
                yield Label(words=line, x=round(x, 2), y=y, strong=row.task is None, soft=words is row.lead)

    def _bar(self, task: Task, top: float) -> Bar:
        middle = round(top + PAD / 2 + LEADING / 2, 2)
        return Bar(
            status=task.status,
            fill=fill_of(task.status),
            sentence=task.sentence,
            body=spans.body(task, self.time, middle),
            stem=spans.stem(task, self.time, middle),
            done=spans.done(task, self.time, middle),
            late=spans.late(task, self.plan.today, self.time, middle),
            mark=(self._mark(), round(middle - MARKED / 2, 2)) if task.status else None,
        )

    def _mark(self) -> float:
        return round(self.room - MARKED - 0.2, 2) if self.mirrored else 0.2
