"""What is told before what became of each commitment: what is weaker, cannot be decided, or was accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stratkit.check.judgement import Judged
from stratkit.check.levels import Level
from stratkit.formats.diff import remarks
from stratkit.formats.diff.account import WHOLE, Account, by_element
from stratkit.formats.diff.entry import Entry, Section
from stratkit.formats.diff.folding import fold, sentence
from stratkit.formats.diff.forest import Forest
from stratkit.formats.diff.headline import sections
from stratkit.formats.diff.piece import Piece, Sentence, capital, ended, fill
from stratkit.model.element import Element

ACCEPTED = "Accepted"
REWORDED = (
    "{who} is told in other words, which may promise more or less: see below.",
    "{who} are told in other words, which may promise more or less: see below for each.",
)
RESHAPED = (
    "{who} became another or a part of others, and what it says is not compared: see below.",
    "{who} became others or parts of others, and what they say is not compared: see below for each.",
)
LEVELS: tuple[Level, ...] = ("error", "warning")


def weakened(account: Account) -> Iterator[Section]:
    """A section for each level but the mildest."""
    titles = sections(account.comparison)
    for level in LEVELS:
        found, with_fates = account.told[level], account.told[f"{level} below"]
        entries = (*told_in(account, found), *_told_below(account, with_fates))
        if entries:
            yield Section(titles[level], len(found) + len(with_fates), entries, level)


def _told_below(account: Account, changes: Sequence[Judged]) -> Iterator[Entry]:
    """That there are such changes among what is told of each commitment further below."""
    for words, whole in ((REWORDED, False), (RESHAPED, True)):
        found = {id(one.change.old): one.change.old for one in changes if (one.change.kind in WHOLE) is whole}
        if not found:
            continue
        only = account.old.full(next(iter(found.values())))
        who = only if len(found) == 1 else (Piece(f"{len(found):,} commitments"),)
        yield Entry(capital(fill(words[len(found) > 1], who=who)))


def accepted(account: Account) -> Iterator[Section]:
    """What was decided."""
    if found := account.told["accepted"]:
        yield Section(ACCEPTED, len(found), told_in(account, found))


def told_in(account: Account, changes: Sequence[Judged]) -> tuple[Entry, ...]:
    """Changes in full sentences, those of one element below its first."""
    return tuple(_entry(account, each) for each in by_element(changes))


def _entry(account: Account, changes: Sequence[Judged]) -> Entry:
    first, *others = fold(changes)
    told = together(account, first)
    below = (*told.below, *(together(account, each, beneath=True) for each in others))
    return told._replace(below=(*_known(account, changes[0]), *below))


def _known(account: Account, one: Judged) -> tuple[Entry, ...]:
    """What was known last of a commitment that goes on and is weaker: how far it was."""
    each = account.fates.get(one.change.old.__dict__.get("id", "")) if one.change.old else None
    if one.level != "error" or one.accepted or account.revised or each is None or not each.heirs:
        return ()
    known = remarks.last_known(each, account.old, account.attainment)
    return (Entry(ended(capital(known))),) if known else ()


def together(account: Account, changes: Sequence[Judged], *, beneath: bool = False) -> Entry:
    """Changes of one sort, with the decision if there is one, and with what came or went along."""
    beside = (account.sentences.acceptance(one.accepted) for one in changes if one.accepted)
    told = ended(sentence(account.sentences, changes, beneath=beneath))
    below = (entry for one in changes for entry in inside(account, one))
    return Entry(told, tuple(changes), tuple(beside), tuple(below))


def inside(account: Account, one: Judged) -> tuple[Entry, ...]:
    """What came or went with an element."""
    change = one.change
    if not change.along:
        return ()
    names = account.new if change.old is None else account.old

    def said(element: Element) -> tuple[Sentence, Sentence]:
        each = account.fates.get(element.id) if change.old is not None else None
        return (
            remarks.named(each, account.old, account.attainment)
            if each
            else (remarks.in_brackets(element), ())
        )

    forest = Forest(change.along, names, said, lambda _: ())
    return forest.entries(forest.outer)
