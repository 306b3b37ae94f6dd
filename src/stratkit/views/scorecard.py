"""Every indicator in one table, by what it measures: what was, what is to be, what is, and how it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.promise import ActionLine
from stratkit.progress.overview import Line, Overview
from stratkit.progress.share import HUNDRED
from stratkit.views.bullet import Bullet
from stratkit.views.document import DocumentView, document_view
from stratkit.views.donut import Slice
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.marks import marks_in
from stratkit.views.measures import Measure, Measures
from stratkit.views.standings import donut, say_day, say_percent
from stratkit.views.tongue import Tongue

MOST = 125
"""The percentage that every bar has room for, so that bars can be compared."""
EXAMPLE = (Fraction(60), Fraction(75))
"""How far the bar that explains all others is, and how far it should be."""
COUNTED = ("sum", "per_period")
"""Ways of counting that have to be told."""


@dataclass(frozen=True, kw_only=True)
class Score:
    """One indicator. `counted` says how its readings count, where that is not simply the last one.

    `total` is what they add up to, if they do; empty if not.
    """

    measure: Measure
    counted: str
    total: str


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What some indicators measure; empty words where that is the whole plan."""

    what: Link
    scores: tuple[Score, ...]


@dataclass(frozen=True, kw_only=True)
class Card:
    """The indicators of an action line, or those of none."""

    title: str
    number: str
    tone: int
    groups: tuple[Measured, ...]


@dataclass(frozen=True, kw_only=True)
class Key:
    """How to read it: a bar to explain, and the shares of what is expected that statuses begin at."""

    bullet: Bullet
    on_track: str
    at_risk: str


@dataclass(frozen=True, kw_only=True)
class ScorecardView(DocumentView):
    """All of it, as of a `day`, which may be empty. `counts` are the indicators by status.

    `reading` and `illustrative`: something is not the organization's own.
    """

    day: str
    heading: str
    indicator: str
    cards: tuple[Card, ...]
    counts: tuple[Slice, ...]
    key: Key
    reading: bool
    illustrative: bool


def scorecard_view(workspace: Workspace, tongue: Tongue, day: date) -> ScorecardView:
    """The view of a plan as of a day."""
    overview = Overview(workspace, day)
    printed = frozenset(one.id for one in workspace.index.of_kind(Indicator))
    edition = Edition(workspace, tongue, printed)
    cards = tuple(_cards(edition, overview))
    marks, document = marks_in(cards), document_view(edition, cards, printed)
    statuses = Counter(stands.status for stands in overview.progress.indicators.values())
    return ScorecardView(
        **vars(document),
        day=say_day(edition, day) if date.min < day < date.max else "",
        heading=edition.translate("Scorecard"),
        indicator=edition.words.one("indicator"),
        cards=cards,
        counts=donut(edition, statuses, "indicator").slices,
        key=_key(edition, overview),
        reading="reading" in marks,
        illustrative="illustrative" in marks and not document.notice,
    )


def _cards(edition: Edition, overview: Overview) -> Iterator[Card]:
    """Every indicator once, where the plan has it first."""
    measures = Measures(edition, overview)
    for head, lines in _branches(overview):
        groups: dict[str, list[Score]] = {}
        for above, line in lines:
            measure = measures.of(line)
            if not measure.again:
                groups.setdefault(above, []).append(_score(edition, line, measure))
        if groups:
            yield Card(
                title=edition.heading(head) if head else edition.translate("Beside the action lines"),
                number=edition.numbering.of(head.id).label if head else "",
                tone=edition.tones.get(head.id, 0) if head else 0,
                groups=tuple(
                    Measured(what=edition.link(above) if above else Link(words=""), scores=tuple(scores))
                    for above, scores in groups.items()
                ),
            )


def _branches(overview: Overview) -> Iterator[tuple[ActionLine | None, list[tuple[str, Line]]]]:
    """The indicators of each action line, then all others, each with the id of what it measures."""
    head: ActionLine | None = None
    found: list[tuple[str, Line]] = []
    above: list[str] = []
    for line in overview.lines:
        record = line.record
        if isinstance(record, ActionLine) or (head and line.depth == 0):
            yield head, found
            head, found = record if isinstance(record, ActionLine) else None, []
        del above[line.depth :]
        if isinstance(record, Indicator):
            named = record.measures[0] if record.measures else ""
            found.append((above[-1] if above else named, line))
        above.append(record.id)
    yield head, found


def _score(edition: Edition, line: Line, measure: Measure) -> Score:
    record = line.record
    counted = record.aggregate if isinstance(record, Indicator) else None
    bullet = replace(measure.stand.bullet, most=MOST)
    return Score(
        measure=replace(measure, stand=replace(measure.stand, bullet=bullet)),
        counted=edition.words.choice(counted) if counted in COUNTED else "",
        total=measure.latest.value if counted == "sum" and measure.latest else "",
    )


def _key(edition: Edition, overview: Overview) -> Key:
    bands, (percent, expected) = overview.progress.bands, EXAMPLE
    sentence = edition.translate("{status}: {percent} of the way, where {expected} were expected.")
    status = bands.status(percent, expected)
    return Key(
        bullet=Bullet(
            sentence=sentence.format(
                status=edition.words.one(status),
                percent=say_percent(edition, percent),
                expected=say_percent(edition, expected),
            ),
            percent=percent,
            expected=expected,
            at_risk=expected * bands.at_risk,
            on_track=expected * bands.on_track,
            status=status,
            most=MOST,
        ),
        on_track=say_percent(edition, bands.on_track * HUNDRED),
        at_risk=say_percent(edition, bands.at_risk * HUNDRED),
    )
