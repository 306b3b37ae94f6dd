"""The disposition table: what became of each commitment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stratkit.check.comparison import Comparison
from stratkit.compare.dispositions import Disposition, Fate
from stratkit.formats.diff.names import Names, names
from stratkit.formats.diff.piece import Piece, Sentence, fill, joined
from stratkit.formats.diff.values import quote
from stratkit.model.element import Element

WORDS: Mapping[Fate, str] = {
    "continued": "carried on",
    "reworded": "reworded",
    "split": "split",
    "merged": "merged",
    "completed": "completed",
    "dropped": "dropped",
    "transferred": "handed on",
    "proposed": "in question",
    "removed": "removed",
    "unsaid": "no fate recorded",
    "unread": "cannot be read",
}
"""Fates in words."""


class Row(NamedTuple):
    """An element of the old plan, its fate, where it goes on or why not, and its last known status."""

    disposition: Disposition
    kind: Sentence
    element: Sentence
    fate: str
    heirs: Sentence
    status: Sentence


def title(comparison: Comparison) -> str:
    """What the table is called."""
    revised = comparison.difference.matching.revised
    return "Commitments that are not as they were" if revised else "What became of each commitment"


def rows(comparison: Comparison) -> list[Row]:
    """A row for each commitment of the old plan, in its order; of a revision, for those that do not stand."""
    old, new = names(comparison.difference)
    revised = comparison.difference.matching.revised
    told = (each for each in comparison.dispositions if not (revised and each.fate == "continued"))
    return [_row(each, old, new) for each in told]


def _row(each: Disposition, old: Names, new: Names) -> Row:
    return Row(
        disposition=each,
        kind=old.kind(each.element),
        element=old.name(each.element),
        fate=WORDS[each.fate],
        heirs=_heirs(each, old, new),
        status=_status(each, old),
    )


def _heirs(each: Disposition, old: Names, new: Names) -> Sentence:
    """What continues it, unless that is called the same; else the reason, or the question."""
    if each.heirs:
        told = [_heir(each, match.new, new) for match in each.heirs]
        return () if told == [old.name(each.element)] else joined(told)
    if each.proposal:
        return fill("perhaps {heir}", heir=_heir(each, each.proposal.new, new))
    reason = each.retirement.reason if each.retirement else None
    why: list[Sentence] = [fill("with {name}", name=old.name(each.through))] if each.through else []
    why += [(quote(reason),)] if reason else []
    return joined(why, between=": ", last=": ")


def _heir(each: Disposition, heir: Element, new: Names) -> Sentence:
    """An heir by its title, with its kind where that is another."""
    return new.name(heir) if heir.kind_ == each.element.kind_ else new.full(heir)


def _status(each: Disposition, old: Names) -> Sentence:
    """The last status reported, with the day of the report."""
    if not each.report or not each.status:
        return ()
    update = each.report.update
    known = update.date or (update.period.end if update.period else None)
    return (*old.word(each.status), Piece(f" ({known})" if known else ""))
