"""What is new: the elements that continue nothing, each with what came in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stratkit.compare.dispositions import COMMITTED
from stratkit.formats.diff import remarks
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.entry import Section
from stratkit.formats.diff.forest import Forest, counted
from stratkit.formats.diff.piece import Sentence, fill
from stratkit.model.element import Element

TITLE = "Without a forebear in the earlier plan"
REVISED = "New"


def arrived(account: Account) -> Iterator[Section]:
    """One section, if anything is new."""
    found = [one.change.new for one in account.told["new"] if isinstance(one.change.new, Element)]
    along = [element for one in account.told["new"] for element in one.change.along]
    if not found:
        return
    forest = Forest([*found, *along], account.new, _said, lambda one: account.of("new", one))

    def heading(above: str, elements: Sequence[Element]) -> Sentence:
        only = fill("the {kind} ", kind=account.new.kind(elements[0]))
        kinds = counted(elements, account.new) if len(elements) > 1 else only
        return fill("in {name}: {kinds}", name=account.new.of_id(above), kinds=kinds) if above else kinds

    title = REVISED if account.revised else TITLE
    number = sum(1 for one in forest.among.values() if account.revised or one.kind_ in COMMITTED)
    yield Section(title, number, forest.groups(heading, mixed=True))


def _said(element: Element) -> tuple[Sentence, Sentence]:
    return remarks.in_brackets(element), ()
