"""The action lines in short: their axes, how many outcomes they promise, and a few of those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.views.briefs import Block, Brief, block, brief, left_out
from stratkit.views.edition import Edition
from stratkit.views.room import Room, lines_of, rows_of

WHOLE = ((9, 6, 240), (9, 4, 160), (8, 3, 160), (7, 2, 120), (6, 1, 90), (9, 0, 120), (9, 0, 0))
CUT = ((7, 2, 120), (6, 1, 90), (5, 0, 0), (3, 0, 0), (0, 0, 0))
"""How many axes and outcomes an action line shows, and how much it says of itself, whole or cut."""
Detail = tuple[int, int, int]
WIDTHS = {1: 105, 2: 53, 3: 33}
"""The characters in a line where so many action lines stand beside one another."""


@dataclass(frozen=True, kw_only=True)
class AxisBrief:
    """An axis in short, and how many outcomes are in it."""

    brief: Brief
    count: int


@dataclass(frozen=True, kw_only=True)
class Promise:
    """An action line. `number` is as its heading has it; `sums` count its outcomes and axes."""

    brief: Brief
    number: str
    sums: tuple[str, ...]
    axes: tuple[AxisBrief, ...]
    axes_more: str
    outcomes: tuple[Brief, ...]
    outcomes_more: str


@dataclass(frozen=True, kw_only=True)
class Promises(Block[Promise]):
    """Action lines, so many beside one another."""

    beside: int
    outcomes_title: str


def promises(edition: Edition, room: Room) -> Promises:
    """As many action lines as there is room for, in as much detail as all of them have room for."""
    records = edition.plan.action_lines
    beside = min(len(records), 2 if len(records) in (2, 4) else 3) or 1
    if records:
        room.spend(2.5)

    def make(detail: Detail, *, whole: bool) -> tuple[tuple[Promise, ...], ...]:
        return rows_of((_promise(edition, line, detail, whole=whole) for line in records), beside)

    makers = [partial(make, detail, whole=True) for detail in WHOLE] + [
        partial(make, detail, whole=False) for detail in CUT
    ]
    rows = room.richest(makers, partial(_lines_of_row, WIDTHS[beside]))
    found = block(edition, "action_lines", tuple(chain(*rows)), len(records))
    return Promises(**vars(found), beside=beside, outcomes_title=edition.words.many("outcome"))


def _promise(edition: Edition, line: ActionLine, detail: Detail, *, whole: bool) -> Promise:
    axes, outcomes, words = detail
    promised = tuple(_outcomes(edition, line))
    counts = (("outcome", len(promised)), ("axis", len(line.axes)))
    shown = _spread(edition, line, promised, outcomes)
    return Promise(
        brief=brief(edition, line, words, whole=whole),
        number=edition.numbering.of(line.id).label,
        sums=tuple(edition.words.counted(kind, count) for kind, count in counts if count),
        axes=tuple(
            AxisBrief(
                brief=brief(edition, axis, 0, whole=whole), count=sum(1 for _ in _outcomes(edition, axis))
            )
            for axis in line.axes[:axes]
        ),
        axes_more=left_out(edition, len(line.axes) - len(line.axes[:axes])),
        outcomes=tuple(brief(edition, outcome, 0, whole=whole) for outcome in shown),
        outcomes_more=left_out(edition, len(promised) - len(shown)) if shown else "",
    )


def _outcomes(edition: Edition, line: ActionLine | Axis) -> Iterator[Outcome]:
    """All outcomes of a line or axis, those in its axes first."""
    for axis in line.axes:
        yield from _outcomes(edition, axis)
    yield from edition.index.outcomes_in(line)


def _spread(
    edition: Edition, line: ActionLine, promised: tuple[Outcome, ...], most: int
) -> tuple[Outcome, ...]:
    """The first outcome of each axis, then the others, in their order in the end."""
    firsts = [found for axis in line.axes for found in tuple(_outcomes(edition, axis))[:1]]
    chosen = {outcome.id for outcome in (*firsts, *(one for one in promised if one not in firsts))[:most]}
    return tuple(outcome for outcome in promised if outcome.id in chosen)


def _lines_of_row(width: int, row: tuple[Promise, ...]) -> float:
    return max(_lines_of(promise, width) for promise in row) + 1.4


def _lines_of(promise: Promise, width: int) -> float:
    said = lines_of(promise.brief.title, round(width * 0.78)) * 1.3 + lines_of(promise.brief.words, width)
    axes = sum(lines_of(axis.brief.title, width - 8) + 0.4 for axis in promise.axes)
    outcomes = sum(lines_of(outcome.title, width - 3) + 0.2 for outcome in promise.outcomes)
    more = bool(promise.axes_more) + bool(promise.outcomes_more) + (1.5 if promise.outcomes else 0)
    return 2.2 + said + axes + outcomes + more + (0.6 if promise.axes else 0)
