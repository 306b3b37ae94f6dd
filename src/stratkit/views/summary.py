"""The plan on two pages, as the members of a board read it.

What is shown is chosen by the room that a page has; what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from stratkit.load.workspace import Workspace
from stratkit.model.element import Described
from stratkit.model.measure import Indicator
from stratkit.model.promise import Axis, Outcome
from stratkit.views.briefs import Block, Brief, block, brief, briefs, left_out, word_for
from stratkit.views.document import DocumentView, document_view
from stratkit.views.edition import Edition
from stratkit.views.excerpt import clip, excerpt
from stratkit.views.figures import Number, figures
from stratkit.views.headlines import Headline, Headlines, headlines
from stratkit.views.marks import marks_in
from stratkit.views.promises import Promise, Promises, promises
from stratkit.views.room import Room, lines_of
from stratkit.views.tongue import Tongue
from stratkit.views.words import small

FRONT, BACK, TALLER = 40, 53, 4
"""The lines of 4.4 mm that a sheet of Letter has below the head, and on its back; A4 has so many more."""
SPARE = 11.5
"""So many lines left are room for a higher head, or for larger letters."""
STATEMENTS = (340, 240, 240)
"""The most characters of the first statement, which is set large, and of the others."""
FIGURES, NAMES, OWN = 4, 14, 8
"""The most figures, names in a line, and outcomes outside the action lines."""
CAPTIONS = ((160, 120), (70, 0))
"""The most characters below a figure, and of its source or note: with room for them, and without."""
COLUMNS = {1: 100, 2: 50, 3: 33, 4: 24}
"""The characters in a line where so many figures stand beside one another."""
STATED = 15
"""The most lines of statements in whole sentences."""
MOST_SUMS = 5
"""The most kinds of element whose number is told."""
PROMISED, LISTED, NAMED = 24, 18, 4
"""The lines kept free for action lines and for challenges and themes, and the most lines of names."""
HEADED, ABSENT = 2.4, 1.3
"""The lines that a heading takes, with the room around it, and the line that tells what is left out."""


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
    """Two pages. `absent`: what neither has room for, counted; empty if there is nothing.

    `reading` and `illustrative`: something shown is not the organization's own.
    """

    front: Front
    back: Back
    absent: str
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
        absent=_absent(edition, front, back),
        reading="reading" in marks,
        illustrative="illustrative" in marks,
    )


def _taller(edition: Edition) -> int:
    """The lines that the sheet of the house has more than one of Letter."""
    brand = edition.workspace.settings.brand
    return 0 if brand and brand.paper == "Letter" else TALLER


def _front(edition: Edition) -> Front:
    room, plan = Room(FRONT + _taller(edition)), edition.plan
    said = tuple(statements(edition, whole=True))
    if _lines_of_statements(said) > STATED:
        said = tuple(statements(edition))
    sums = () if said else tuple(_sums(edition))
    room.spend(_lines_of_statements(said) + (6 if sums else 0))
    shown = _figures(edition, room)
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


def _lines_of_statements(said: tuple[Statement, ...]) -> float:
    first = sum(lines_of(one.words, 70) * 1.65 + 2 for one in said[:1])
    width = 52 if len(said) > 2 else 100
    return first + max((lines_of(one.words, width) + 2.2 for one in said[1:]), default=0)


def _figures(edition: Edition, room: Room) -> tuple[Number, ...]:
    """The first large figures, with their sources and notes if as much is left for others as they need."""
    large = figures(edition, edition.plan.figures, ()).large[:FIGURES]
    for caption, remark in CAPTIONS:
        shown = tuple(_figure(one, caption, remark) for one in large)
        cost = max(map(partial(_lines_of_figure, COLUMNS.get(len(large), 0)), shown), default=0)
        if room.lines - cost >= LISTED:
            break
    room.spend(cost)
    return shown


def _figure(figure: Number, caption: int, remark: int) -> Number:
    return replace(
        figure,
        entry=figure.entry.named(clip(figure.entry.heading, caption)),
        note=excerpt(figure.note, remark) if remark else "",
        source=figure.source if len(figure.source) <= remark else "",
    )


def _lines_of_figure(width: int, figure: Number) -> float:
    remarks = sum(lines_of(words, width + 2) * 0.8 for words in (figure.note, figure.source))
    return 4.7 + lines_of(figure.entry.heading, width) * 0.9 + remarks


def _absent(edition: Edition, front: Front, back: Back) -> str:
    """What there is room for on neither page."""
    blocks: dict[str, Block[Brief] | Block[Promise] | Block[Headline]] = {
        "challenges": front.challenges,
        "themes": front.themes,
        "chapters": front.chapters,
        "action_lines": back.lines,
        "outcomes": back.outcomes,
        "indicators": back.indicators,
        "programmes": back.programmes,
    }
    counts = {name: block.count for name, block in blocks.items() if not block.items}
    counts["figures"] = 0 if front.figures else len(edition.plan.figures)
    there = [f"{count} {small(word_for(edition, name, count))}" for name, count in counts.items() if count]
    if not there:
        return ""
    return edition.translate("{elements}, in the plan").format(elements=edition.translate(", ").join(there))


def _back(edition: Edition) -> Back:
    room, plan = Room(BACK + _taller(edition)), edition.plan
    sums = tuple(_sums(edition)) if any(statements(edition)) else ()
    room.spend((6 if sums else 0) + ABSENT)
    indicators = headlines(edition, room)
    own = [one for one in plan.outcomes if not one.parent]
    room.spend(HEADED if own else 0)
    promised = PROMISED if plan.action_lines else 0

    def make(*, whole: bool) -> tuple[Brief, ...]:
        return tuple(brief(edition, one, 0, whole=whole) for one in own[:OWN])

    makers = [partial(make, whole=whole) for whole in (True, False)]
    kept = room.richest(makers, lambda one: lines_of(one.title, 85) + 0.5, max(0, room.lines - promised))
    programmes = _names(edition, "programmes", plan.programmes, room, promised)
    lines = promises(edition, room)
    return Back(
        sums=sums,
        lines=lines,
        outcomes=block(edition, "outcomes", kept, len(own)),
        indicators=indicators,
        programmes=programmes,
        ample=room.lines > SPARE,
    )


def _names(
    edition: Edition, name: str, records: Sequence[Described], room: Room, kept: float = 0
) -> Block[Brief]:
    """The names of elements in running lines, where so many lines are `kept` for others."""
    shown = (brief(edition, one, 0) for one in records[:NAMES])
    most = max(0, min(NAMED, room.lines - HEADED - kept))
    taken = room.take(shown, lambda one: len(one.title) / 100 + 0.05, most)
    room.spend(HEADED if taken else 0)
    return block(edition, name, taken, len(records))


def statements(
    edition: Edition, most: tuple[int, ...] = STATEMENTS, *, whole: bool = False
) -> Iterator[Statement]:
    """As many statements as there are numbers, each of so many characters, or a `whole` first sentence."""
    plan = edition.plan
    there = [(name, record) for name in ("vision", "mission", "objective") if (record := getattr(plan, name))]
    for room, (name, record) in zip(most, there, strict=False):
        if words := excerpt(edition.say(record.statement) or edition.say(record.text), room, whole=whole):
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
