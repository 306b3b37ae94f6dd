"""What elements lack, told where it holds for all of them: one habit of an author is one finding.

In: a plan's elements of one kind, and what each should have. Out: places, with words for what lacks it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.plan import Header
from stratkit.model.promise import ActionLine, Axis, Outcome
from stratkit.source.text import Span, short

E = TypeVar("E", bound=Element)

Work = Outcome | Axis | ActionLine

_PLAN, _OUTSIDE = "the plan", "the outside"
"""Places beside the action lines and axes, which go by their ids."""


class Gap(NamedTuple):
    """Where something lacks, in words that follow "nothing serves"; `everywhere` if no element has it."""

    span: Span
    words: str
    everywhere: bool


def find_gaps(
    workspace: Workspace, code: str, kind: type[E], has: Callable[[E], bool | None]
) -> Iterator[Gap]:
    """Where elements of a kind lack what a rule asks for with `has`; its None says that a fault may hide it.

    If none of several elements of the plan has it, that is told once, at the plan's id; of outcomes also once
    for an action line or axis, at its id, and once for all that lie in none, at the plan's. Elements are told
    one by one where a comment silences the rule for one of them: it speaks of that one alone.
    """
    header = workspace.header
    if header is None:
        return
    found = [
        (element, has(element), _places(workspace, element)) for element in workspace.index.of_kind(kind)
    ]
    around = Counter(place for _, _, places in found for place in places)
    served = {place for _, state, places in found if state for place in places}
    apart = {
        place
        for element, state, places in found
        if state is False and _is_silenced(workspace, code, element)
        for place in places
    }
    told = set()
    for element, state, places in found:
        if state is False:
            bare = (place for place in places if place not in served | apart and around[place] > 1)
            place = next(bare, element.id)
            if place not in told:
                told.add(place)
                yield Gap(*_say(workspace, header, element, place), _PLAN not in served)


def lines_around(workspace: Workspace, work: Work) -> list[ActionLine | Axis]:
    """The axes and the action line that an outcome or an axis lies in, the nearest first."""
    lines = []
    line = workspace.index.parent(work)
    while isinstance(line, ActionLine | Axis):
        lines.append(line)
        line = workspace.index.parent(line)
    return lines


def inherits(workspace: Workspace, work: Work, has: Callable[[Element], bool]) -> bool | None:
    """Whether an outcome, or an axis or action line around it, has something; None if a fault may hide it."""
    lines = lines_around(workspace, work)
    if any(has(element) for element in (work, *lines)):
        return True
    lost = work.origin.has("parent") and not lines
    return None if lost or any(workspace.uncertain(element) for element in (work, *lines)) else False


def _is_silenced(workspace: Workspace, code: str, element: Element) -> bool:
    place = element.origin.name()
    return any(
        ignore.covers(place) and any(name.text == code for name in ignore.codes)
        for ignore in workspace.ignores
    )


def _places(workspace: Workspace, element: Element) -> list[str]:
    """The places an element lies in, the widest first."""
    if not isinstance(element, Outcome):
        return [_PLAN]
    ids = [line.id for line in lines_around(workspace, element)]
    return [_PLAN, *(reversed(ids) if ids else (_OUTSIDE,))]


def _say(workspace: Workspace, header: Header, element: Element, place: str) -> tuple[Span, str]:
    kind = element.kind_.replace("_", " ")
    if place == _PLAN:
        return header.origin.name(), f"any {kind} of the plan"
    if place == _OUTSIDE:
        return header.origin.name(), f"any {kind} outside the action lines"
    line = workspace.index.get(place)
    if place != element.id and isinstance(line, Element):
        around = line.kind_.replace("_", " ")
        return line.origin.name(), f"any {kind} of the {around} `{short(line.heading)}`"
    return element.origin.name(), f"the {kind} `{short(element.heading)}`"
