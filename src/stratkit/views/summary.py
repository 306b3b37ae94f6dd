"""The plan on two pages, as the members of a board read it.

What is shown is chosen by the room that a page has; what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stratkit.load.workspace import Workspace
from stratkit.model.element import Described
from stratkit.model.measure import Indicator
from stratkit.model.promise import Axis, Outcome
from stratkit.views.briefs import Block, Brief, block, brief, briefs, left_out, word_for
from stratkit.views.document import DocumentView, document_view
from stratkit.views.edition import Edition
from stratkit.views.excerpt import clip, excerpt
from stratkit.views.figures import Number, figures
from stratkit.views.headlines import Headlines, headlines
from stratkit.views.marks import marks_in
from stratkit.views.promises import Promises, promises
from stratkit.views.room import Room, lines_of
from stratkit.views.tongue import Tongue

FRONT, BACK = 40, 53
"""The lines of 4.4 mm that the smaller of the usual sheets has below the head, and on its back."""
SPARE = 11.5
"""So many lines left are room for a higher head, or for larger letters."""
STATEMENTS = (340, 240, 240)
"""The most characters of the first statement, which is set large, and of the others."""
FIGURES, CAPTION, NAMES, OWN = 4, 70, 14, 8
"""The most figures, characters below one, names in a line, and outcomes outside the action lines."""
MOST_SUMS = 5
"""The most kinds of element whose number is told."""
PROMISED, NAMED = 20, 4
"""The lines kept free for action lines, and the most lines of names."""
HEADED = 2.4
"""The lines that a heading takes, with the room around it."""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Vision, mission or strategic objective."""

    title: str
    words: str
    reading: bool


@dataclass(frozen=True, kw_only=True)
class Sum:
    """How many of a kind there are, and the word for them."""

    count: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Front:
    """The first page. Sums are here if there is no statement, chapters if nothing else is.

    `named`: of themes there are only the names. `tall`: there is room for a higher head.
    """

    statements: tuple[Statement, ...]
    sums: tuple[Sum, ...]
    figures: tuple[Number, ...]
    figures_more: str
    challenges: Block[Brief]
    themes: Block[Brief]
    chapters: Block[Brief]
    named: bool
    tall: bool


@dataclass(frozen=True, kw_only=True)
class Back:
    """The second page. `ample`: there is room for larger letters."""

    sums: tuple[Sum, ...]
    lines: Promises
    outcomes: Block[Brief]
    indicators: Headlines
    programmes: Block[Brief]
    ample: bool


@dataclass(frozen=True, kw_only=True)
class SummaryView(DocumentView):
    """Two pages. `reading` and `illustrative`: something shown is not the organization's own."""

    front: Front
    back: Back
    reading: bool
    illustrative: bool


def summary_view(workspace: Workspace, tongue: Tongue | None = None) -> SummaryView:
    """The summary of a plan in one tongue; None is the plan's own, with standard words in English."""
    edition = Edition(workspace, tongue or Tongue(workspace.plan.plan.language), frozenset())
    front, back = _front(edition), _back(edition)
    marks = marks_in((front, back))
    return SummaryView(
        **vars(document_view(edition, (front, back), frozenset())),
        front=front,
        back=back,
        reading="reading" in marks,
        illustrative="illustrative" in marks,
    )


def _front(edition: Edition) -> Front:
    room, plan = Room(FRONT), edition.plan
    said = tuple(statements(edition))
    sums = () if said else tuple(_sums(edition))
    room.spend(sum(lines_of(one.words, 70) * 1.65 + 2 for one in said[:1]))
    room.spend(max((lines_of(one.words, 52 if len(said) > 2 else 100) + 2.2 for one in said[1:]), default=0))
    room.spend(6 if sums else 0)
    large = figures(edition, plan.figures, ()).large
    shown = tuple(
        replace(one, entry=one.entry.named(clip(one.entry.heading, CAPTION))) for one in large[:FIGURES]
    )
    room.spend(7.5 if shown else 0)
    named = bool(plan.challenges)
    names = _names(edition, "themes", plan.themes, room) if named else None
    challenges = briefs(edition, "challenges", plan.challenges, room)
    themes = names or briefs(edition, "themes", plan.themes, room)
    return Front(
        statements=said,
        sums=sums,
        figures=shown,
        figures_more=left_out(edition, len(plan.figures) - len(shown)) if shown else "",
        challenges=challenges,
        themes=themes,
        chapters=briefs(edition, "chapters", () if challenges.items or themes.items else plan.chapters, room),
        named=named,
        tall=room.lines > SPARE,
    )


def _back(edition: Edition) -> Back:
    room, plan = Room(BACK), edition.plan
    sums = tuple(_sums(edition)) if any(statements(edition)) else ()
    room.spend(6 if sums else 0)
    indicators = headlines(edition, room)
    own = [one for one in plan.outcomes if not one.parent]
    room.spend(HEADED if own else 0)
    shown = (brief(edition, one, 0) for one in own[:OWN])
    share = room.lines - PROMISED if plan.action_lines else room.lines
    kept = room.take(shown, lambda one: lines_of(one.title, 85) + 0.5, max(0, share))
    lines = promises(edition, room)
    programmes = _names(edition, "programmes", plan.programmes, room)
    return Back(
        sums=sums,
        lines=lines,
        outcomes=block(edition, "outcomes", kept, len(own)),
        indicators=indicators,
        programmes=programmes,
        ample=room.lines > SPARE,
    )


def _names(edition: Edition, name: str, records: Sequence[Described], room: Room) -> Block[Brief]:
    """The names of elements in running lines."""
    room.spend(HEADED if records else 0)
    shown = (brief(edition, one, 0) for one in records[:NAMES])
    taken = room.take(shown, lambda one: len(one.title) / 88 + 0.05, NAMED)
    return block(edition, name, taken, len(records))


def statements(edition: Edition, most: tuple[int, ...] = STATEMENTS) -> Iterator[Statement]:
    """As many statements as there are numbers, each of at most so many characters."""
    plan = edition.plan
    there = [(name, record) for name in ("vision", "mission", "objective") if (record := getattr(plan, name))]
    for room, (name, record) in zip(most, there, strict=False):
        if words := excerpt(edition.say(record.statement) or edition.say(record.text), room):
            reading = record.basis == "reading" or "statement" in record.reading
            yield Statement(title=edition.words.part(name), words=words, reading=reading)


def _sums(edition: Edition) -> Iterator[Sum]:
    """What the plan has of each kind, the first of them."""
    for name, count in _counts(edition)[:MOST_SUMS]:
        yield Sum(count=count, words=word_for(edition, name, count))


def _counts(edition: Edition) -> list[tuple[str, int]]:
    plan, index = edition.plan, edition.index
    counts = (
        ("challenges", len(plan.challenges)),
        ("themes", len(plan.themes)),
        ("action_lines", len(plan.action_lines)),
        ("axes", len(index.of_kind(Axis))),
        ("outcomes", len(index.of_kind(Outcome))),
        ("indicators", len(index.of_kind(Indicator))),
        ("programmes", len(plan.programmes)),
    )
    return [(name, count) for name, count in counts if count]
