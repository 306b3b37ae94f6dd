"""A whole report: the sections that every format for people has, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.formats.diff import notes
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.arrived import arrived
from stratkit.formats.diff.asked import asked
from stratkit.formats.diff.carried import Carried
from stratkit.formats.diff.entry import Entry, Section
from stratkit.formats.diff.finished import finished
from stratkit.formats.diff.gravest import accepted, weakened
from stratkit.formats.diff.piece import Piece, fill
from stratkit.formats.diff.places import line
from stratkit.formats.diff.remaining import remaining
from stratkit.formats.diff.silent import silent


def sections(account: Account, *, impact: bool) -> Iterator[Section]:
    """The sections that have something to tell. `impact`: with what to look at again."""
    yield from weakened(account)
    yield from accepted(account)
    if not account.revised:
        yield from Carried(account).sections()
        yield from finished(account)
    yield from asked(account)
    if not account.revised:
        yield from silent(account)
    yield from arrived(account)
    yield from remaining(account)
    yield from _noted(notes.UNMATCHED, notes.unmatched(account.comparison))
    if impact:
        yield from _noted(notes.CONCERNS, notes.concerns(account.comparison))


def _noted(title: str, found: Iterator[notes.Note]) -> Iterator[Section]:
    entries = tuple(
        Entry(fill("{told}: {place}", told=one.sentence, place=(Piece(line(one.span), "code"),)))
        for one in found
    )
    if entries:
        yield Section(title, len(entries), entries)
