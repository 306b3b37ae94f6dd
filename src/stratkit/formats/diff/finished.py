"""The commitments whose end is told: completed, handed on, or dropped; each with what lay in it."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.compare.dispositions import Disposition
from stratkit.formats.diff import remarks
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.entry import Entry, Section
from stratkit.formats.diff.forest import Forest, group
from stratkit.formats.diff.headline import title_of
from stratkit.formats.diff.piece import Piece, Sentence, capital, ended, fill
from stratkit.formats.diff.values import quote
from stratkit.model.element import Element

TITLES = {"completed": "Completed", "transferred": "Handed on", "dropped": "Dropped"}
VERBS = {"completed": "was completed", "transferred": "was handed on to others", "dropped": "was dropped"}


def finished(account: Account) -> Iterator[Section]:
    """A section for each end that there is."""
    for fate, title in TITLES.items():
        if found := list(account.with_fate(fate)):
            said, reported = ([one for one in found if (one.fate == fate) is own] for own in (True, False))
            entries = (*_entries(account, said), *_reported(account, reported))
            yield Section(title, len(found), entries)


def _entries(account: Account, found: list[Disposition]) -> Iterator[Entry]:
    """Those with an end of their own; what ended with another stands below that, if it has the same end."""
    along: dict[str, list[Element]] = {each.element.id: [] for each in found}
    for each in found:
        if each.through and each.through.id in along:
            along[each.through.id].append(each.element)
    for each in found:
        if not each.through or each.through.id not in along:
            yield _entry(account, each, along[each.element.id])


def _reported(account: Account, found: list[Disposition]) -> Iterator[Entry]:
    """Those of which only a report says that they were completed, by kind."""
    by_kind: dict[str, list[Element]] = {}
    for each in found:
        by_kind.setdefault(each.element.kind_, []).append(each.element)
    for elements in by_kind.values():
        kinds = account.old.counted(len(elements), elements[0])
        heading = fill("{kinds} reported as completed, and not spoken of since", kinds=kinds)
        yield group(heading, _forest(account, elements).entries(elements))


def _forest(account: Account, elements: list[Element]) -> Forest:
    def said(element: Element) -> tuple[Sentence, Sentence]:
        return remarks.named(account.fates[element.id], account.old, account.attainment)

    return Forest(elements, account.old, said, lambda one: account.of("fate", one))


def _entry(account: Account, each: Disposition, along: list[Element]) -> Entry:
    forest = _forest(account, along)
    below = forest.entries(forest.outer)
    above = bool(account.apart(each.element))
    sentence = fill(
        "{name}{by} {verb}{why}",
        name=capital(account.old.full(each.element)),
        by=remarks.in_brackets(each.element, each.interpreted),
        verb=VERBS[each.fate],
        why=_why(each, told=above),
    )
    known = remarks.last_known(each, account.old, account.attainment)
    last = (Entry(ended(capital(known))),) if known else ()
    return Entry(ended(sentence), account.of("fate", each.element), below=(*last, *below))


def _why(each: Disposition, *, told: bool) -> Sentence:
    """The reason, where it is not told above."""
    reason = each.retirement.reason if each.retirement else None
    if told:
        return (Piece(" (see above)"),)
    if reason:
        by = each.retired_in if each.reached else None
        said = fill(" ({plan})", plan=title_of(by)) if by else ()
        return fill(": “{reason}”{said}", reason=(quote(reason, remarks.LONG),), said=said)
    return (Piece(", and no reason is given"),) if each.fate == "dropped" else ()
