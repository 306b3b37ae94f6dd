"""The first page for a board: as much of what is wrong, what to decide and what has moved as it has room for.

In: a plan as of a day. Out: the beginnings of three lists, each as long as the others let it, and how many of
each are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from stratkit.progress.overview import Overview
from stratkit.views.answer import Owing, Place, Sum, answer
from stratkit.views.asks import Ask, asks, follow_ups
from stratkit.views.concerns import Concern, concerns, is_reported
from stratkit.views.donut import Donut
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.excerpt import clip
from stratkit.views.moves import Move, moves
from stratkit.views.room import Room, lines_of
from stratkit.views.standings import say_day

Item = Concern | Ask | Move
T = TypeVar("T", Concern, Ask, Move)

LINES, TALLER = 46, 4.5
"""The lines of 11 pt that a sheet of Letter has for lists; A4 has so many more."""
HEADED, PADDED, NOTED = 5.3, 0.5, 1.3
"""The lines of a heading with its row of heads and of what is left out, of a row's padding, of a note."""
TITLES = (170, 100, 60)
"""The most characters of a title: if there is room for all that is whole, else for all, else for most."""
NAME = 32
"""The most characters of a name."""
OWED = 0.5
"""The lines that one who owes reports takes in running words."""
DUE, FIGURES = "was due " * 2, "by the figures: "
"""As long as the words before a day that has passed, and before what the figures say."""
OUTCOMES, DECISIONS = "_outcomes", "_decisions"
"""The places of the tables."""
AMPLE = 14.0
"""So many lines left are room for more air."""


@dataclass(frozen=True, kw_only=True)
class Digest(Generic[T]):
    """Some of a list. `more` says how many others there are, and leads to where all of them stand.

    `empty` is what to say if there is nothing. `note` is what has to be known about it; it may be empty.
    """

    title: str
    items: tuple[T, ...]
    more: tuple[Link, ...]
    empty: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Front:
    """The page. `owing` and `places`, the action lines, are there if there is room for them.

    `silent`: nothing was ever reported. `ample`: there is room for more air.
    """

    sums: tuple[Sum, ...]
    donut: Donut | None
    owing: tuple[Owing, ...]
    places: tuple[Place, ...]
    silent: bool
    concerns: Digest[Concern]
    asks: Digest[Ask]
    moves: Digest[Move]
    ample: bool


def front(edition: Edition, overview: Overview, term: str) -> Front:
    """The page of a plan as of the day of an overview; `term` are the words for the time reported on."""
    brand = edition.workspace.settings.brand
    room = Room(LINES + (0 if brand and brand.paper == "Letter" else TALLER))
    room.spend(3 * HEADED + NOTED)
    found = tuple(concerns(edition, overview))
    steps, open_asks = tuple(follow_ups(edition, overview)), tuple(asks(edition, overview))
    gone = tuple(moves(edition, overview))
    for most in TITLES:
        wrong = [_cut_concern(item, most) for item in found]
        followed, asked = ([_cut_ask(item, most) for item in items] for items in (steps, open_asks))
        moved = [replace(item, link=_cut(item.link, most)) for item in gone]
        costs = [[_lines_of(item) for item in items] for items in (wrong, followed, asked, moved)]
        if sum(map(sum, costs)) <= room.lines:
            break
    counts = room.deal(costs)
    rest = [len(cost) - count for cost, count in zip(costs, counts, strict=True)]
    head, silent = answer(edition, overview, term), not is_reported(overview)
    room.spend(len(head.owing) * OWED if silent else 0)
    return Front(
        sums=head.sums,
        donut=head.donut,
        owing=head.owing if silent else (),
        places=_places(head.places, room),
        silent=silent,
        concerns=_concerns(edition, overview, tuple(wrong[: counts[0]]), rest[0]),
        asks=_asks(edition, tuple(followed[: counts[1]]), tuple(asked[: counts[2]]), rest[1:3]),
        moves=_moves(edition, overview, tuple(moved[: counts[3]]), rest[3]),
        ample=room.lines > AMPLE,
    )


def _places(places: tuple[Place, ...], room: Room) -> tuple[Place, ...]:
    """All action lines, or none if they have no room."""
    cost = HEADED + sum(lines_of(one.link.words, 50) + PADDED for one in places)
    if cost > room.lines:
        return ()
    room.spend(cost)
    return places


def _concerns(edition: Edition, overview: Overview, items: tuple[Concern, ...], rest: int) -> Digest[Concern]:
    empty = edition.translate("Nothing has been reported on this plan yet.")
    if is_reported(overview):
        empty = edition.translate("Nothing is off track, at risk or without its report.")
    return Digest(
        title=edition.translate("What needs attention"),
        items=items,
        more=_more(edition, (rest, OUTCOMES)),
        empty=empty,
    )


def _asks(
    edition: Edition, followed: tuple[Ask, ...], asked: tuple[Ask, ...], rest: Sequence[int]
) -> Digest[Ask]:
    note = edition.translate("Plans do not record whether what was decided has been done.")
    return Digest(
        title=edition.translate("What to decide or to ask after"),
        items=(*followed, *asked),
        more=_more(edition, (rest[0], DECISIONS), (rest[1], OUTCOMES)),
        empty=edition.translate("The plan and its reports ask for no decision."),
        note=note if followed else "",
    )


def _moves(edition: Edition, overview: Overview, items: tuple[Move, ...], rest: int) -> Digest[Move]:
    title = edition.translate("What has changed")
    empty = edition.translate("There is no earlier report to compare with.")
    if overview.before:
        title = edition.translate("Changed since {date}").format(
            date=say_day(edition, overview.before.known.day)
        )
        empty = edition.translate("No status has changed.")
    return Digest(title=title, items=items, more=_more(edition, (rest, OUTCOMES)), empty=empty)


def _more(edition: Edition, *rests: tuple[int, str]) -> tuple[Link, ...]:
    """How many are left out, and where they stand."""
    count = edition.tongue.count
    return tuple(
        Link(words=count("and {count} more", "and {count} more", rest).format(count=rest), target=place)
        for rest, place in rests
        if rest
    )


def _cut_concern(item: Concern, most: int) -> Concern:
    """The same with a title of at most so many characters."""
    return replace(item, link=_cut(item.link, most), stand=replace(item.stand, lead=_name(item.stand.lead)))


def _cut_ask(item: Ask, most: int) -> Ask:
    return replace(item, link=_cut(item.link, most), why=clip(item.why, most), lead=_name(item.lead))


def _cut(link: Link, most: int) -> Link:
    return replace(link, words=clip(link.words, most))


def _name(lead: Link | None) -> Link | None:
    return _cut(lead, NAME) if lead else None


def _lines_of(item: Item) -> float:
    """The lines of the tallest cell of a row."""
    return max(_lines_of_cells(item)) + PADDED


def _lines_of_cells(item: Item) -> Iterator[int]:
    """The lines of its cells, by the characters that a line of each holds."""
    if isinstance(item, Move):
        yield lines_of(item.link.words, 56)
        yield lines_of(item.before.words if item.before else item.due + DUE, 18)
        yield lines_of(item.now.words, 16)
    elif isinstance(item, Ask):
        yield lines_of(item.link.words, 48)
        yield lines_of(item.why, 29)
        yield lines_of(item.due + DUE * item.past, 16)
        yield lines_of(item.lead.words if item.lead else "", 16)
    else:
        stand = item.stand
        yield lines_of(item.link.words, 33)
        said = sum(lines_of(one.words, 17) for one in (stand.status, item.owed) if one)
        yield said + (lines_of(stand.computed.words + FIGURES, 25) if stand.computed else 0)
        yield lines_of(stand.age, 11)
        yield lines_of(stand.lead.words if stand.lead else "", 16)
