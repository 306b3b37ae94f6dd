"""What changed besides: in the plan itself, and in what is no commitment."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.judgement import Judged
from stratkit.formats.diff.account import Account, by_element
from stratkit.formats.diff.entry import Entry, Section
from stratkit.formats.diff.gravest import told_in
from stratkit.formats.diff.groups import group_of
from stratkit.formats.diff.piece import Piece, Sentence, capital, ended, fill, joined
from stratkit.model.promise import OutcomeKind

TITLE = "Other changes"


def remaining(account: Account) -> Iterator[Section]:
    """One section, by action line or kind, if anything is left to tell."""
    found, prose = account.told["other"], account.told["prose"]
    if not (found or prose):
        return
    kinds: list[Judged] = []
    groups: dict[Sentence, list[Judged]] = {}
    for one in found:
        if not account.revised and _is_of_kinds(one):
            kinds.append(one)
            continue
        side = account.new if one.change.new is not None else account.old
        groups.setdefault(group_of(one, side), []).append(one)
    entries = [_group(account, title, changes) for title, changes in groups.items()]
    entries += [_sorted(account, kinds)] if kinds else []
    entries += [_prose(account, prose)] if prose else []
    yield Section(TITLE, len(found) + len(prose), tuple(entries))


def _prose(account: Account, changes: list[Judged]) -> Entry:
    """What only one of the plans has in running words: it says nothing of what is promised."""
    told = []
    for each in by_element(changes):
        fields = joined([(Piece(one.change.field.partition(".")[0]),) for one in each])
        name = account.new.name(each[0].change.new)
        told.append(fill("{fields} of {name}", fields=fields, name=name))
    sentence = fill("in one of the plans only: {told}", told=joined(told, between="; ", last="; "))
    return Entry(ended(capital(sentence)), tuple(changes))


def _group(account: Account, title: Sentence, changes: list[Judged]) -> Entry:
    told = told_in(account, changes)
    if len(told) == 1:
        return told[0]
    return Entry((*title, Piece(":")), below=told, is_name=True)


def _is_of_kinds(one: Judged) -> bool:
    change = one.change
    return change.kind in ("added", "removed") and isinstance(change.new or change.old, OutcomeKind)


def _sorted(account: Account, changes: list[Judged]) -> Entry:
    """By which kinds outcomes were sorted, and by which they are now: one sentence for all that changed."""
    old, new = (
        joined([names.name(one) for one in names.workspace.index.of_kind(OutcomeKind)])
        for names in (account.old, account.new)
    )
    if old and new:
        sentence = fill("outcomes were sorted by {old}; now by {new}", old=old, new=new)
    elif new:
        sentence = fill("outcomes are now sorted by {new}", new=new)
    else:
        sentence = fill("outcomes were sorted by {old}; the later plan does not sort them", old=old)
    return Entry(ended(capital(sentence)), tuple(changes))
