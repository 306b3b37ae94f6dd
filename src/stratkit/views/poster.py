"""The strategy map as a poster; where it cannot be drawn, its layers as lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stratkit.load.workspace import Workspace
from stratkit.model.element import Described
from stratkit.model.promise import Axis, Outcome
from stratkit.views.briefs import Block, Brief, block, brief, word_for
from stratkit.views.document import DocumentView, document_view
from stratkit.views.edition import Edition
from stratkit.views.marks import marks_in
from stratkit.views.room import Room, lines_of
from stratkit.views.strategy_map import StrategyMap, strategy_map
from stratkit.views.summary import Statement, statements
from stratkit.views.tongue import Tongue
from stratkit.views.undrawn import undrawn

COLUMN, AMPLE = 20, 10.5
"""The lines that a list has room for, and so many in larger letters."""
WIDTHS = {1: 140, 2: 66, 3: 43, 4: 31, 5: 25}
"""The characters in a line where so many lists stand beside one another."""
PURPOSE = 190
"""The most characters of the vision."""


@dataclass(frozen=True, kw_only=True)
class PosterView(DocumentView):
    """The map, or None; `lists` have its layers, and what else the plan promises where there is no map.

    `undrawn` counts what is shown in neither. `beside`: so many lists. `ample`: they are short. `reading` and
    `illustrative`: something shown is not the organization's own.
    """

    purpose: Statement | None
    map: StrategyMap | None
    lists: tuple[Block[Brief], ...]
    undrawn: str
    beside: int
    ample: bool
    reading: bool
    illustrative: bool


def poster_view(workspace: Workspace, tongue: Tongue | None = None) -> PosterView:
    """The poster of a plan in one tongue; None is the plan's own, with standard words in English."""
    edition = Edition(workspace, tongue or Tongue(workspace.plan.plan.language), frozenset())
    purpose = next(statements(edition, (PURPOSE,)), None)
    drawn = strategy_map(edition)
    named = dict(_lists(edition))
    lists = tuple(named.values())
    marks = marks_in((purpose, drawn, lists))
    return PosterView(
        **vars(document_view(edition, (purpose, drawn, lists), frozenset())),
        purpose=purpose,
        map=drawn,
        lists=lists,
        undrawn=undrawn(edition, drawn, frozenset(named)),
        beside=len(lists),
        ample=all(_is_short(one, len(lists)) for one in lists),
        reading="reading" in marks,
        illustrative="illustrative" in marks,
    )


def _is_short(block: Block[Brief], beside: int) -> bool:
    """Whether there is room for a list in larger letters."""
    width = WIDTHS[beside] * 3 // 4
    return not block.more and sum(lines_of(one.title, width) + 0.75 for one in block.items) <= AMPLE


def _lists(edition: Edition) -> Iterator[tuple[str, Block[Brief]]]:
    """The layers of the map, then what else there is, five at most, by the names of their parts."""
    plan, index = edition.plan, edition.index
    parts: tuple[tuple[str, Sequence[Described]], ...] = (
        ("challenges", plan.challenges),
        ("action_lines", plan.action_lines),
        ("axes", index.of_kind(Axis)),
        ("themes", plan.themes),
        ("outcomes", index.of_kind(Outcome)),
        ("programmes", plan.programmes),
        ("chapters", plan.chapters),
    )
    there = [(name, records) for name, records in parts if records]
    there = [(name, records) for name, records in there if name != "chapters" or len(there) == 1][
        : max(WIDTHS)
    ]
    width = WIDTHS.get(len(there), 0)
    for name, records in there:
        taken = Room(COLUMN).take(
            (brief(edition, one, 0) for one in records), lambda one: lines_of(one.title, width) + 0.6
        )
        found = block(edition, name, taken, len(records))
        yield name, replace(found, title=word_for(edition, name, len(records)))
