"""What nobody says, and may be: each question with the line of YAML that answers it."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.formats.diff import remarks
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.entry import Entry, Section
from stratkit.formats.diff.piece import Piece, Sentence, fill
from stratkit.formats.diff.places import line
from stratkit.formats.diff.questions import Question, questions

TITLE = "In question"


def asked(account: Account) -> Iterator[Section]:
    """One section, if there is a question."""
    found = tuple(_entry(account, one) for one in questions(account.comparison))
    if found:
        yield Section(TITLE, len(found), found)


def _entry(account: Account, one: Question) -> Entry:
    old, new = one.proposal.old, one.proposal.new
    each = account.fates.get(old.id)
    known = remarks.last_known(each, account.old, account.attainment) if each else ()
    beside = fill("{old}: {known}.", old=account.old.name(old), known=known) if known else ()
    told = (*account.of("question", old), *account.of("question", new))
    return Entry(one.sentence, told, tuple(filter(None, (beside, _answer(one)))))


def _answer(one: Question) -> Sentence:
    place = (Piece(line(one.span), "code"),)
    if not one.line:
        return fill("{place}: within one cycle only the same kind can say so.", place=place)
    return fill("If so, write beside its id, {place}: {line}", place=place, line=(Piece(one.line, "code"),))
