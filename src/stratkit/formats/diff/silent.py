"""The commitments of which no fate is recorded, or whose fate cannot be read: each with what it lay in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from stratkit.compare.dispositions import CARRIED, Disposition, Fate
from stratkit.compare.holding import holders
from stratkit.formats.diff import remarks
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.entry import Section
from stratkit.formats.diff.fates import WORDS
from stratkit.formats.diff.forest import Forest
from stratkit.formats.diff.piece import Piece, Sentence, fill
from stratkit.model.element import Element

TITLES: dict[Fate, str] = {"unsaid": "No fate recorded", "unread": "Cannot be read"}


def silent(account: Account) -> Iterator[Section]:
    """A section for those that nothing is recorded of, and one for those that may stand in what is unread."""
    for fate, title in TITLES.items():
        if found := list(account.with_fate(fate)):
            told = _Silent(account, found)
            yield Section(title, len(found), told.forest.groups(told.heading))


class _Silent:
    def __init__(self, account: Account, found: list[Disposition]) -> None:
        self.account = account
        self.index = account.difference.old.index
        self.all = Counter(
            (self._above(each.element), each.element.kind_) for each in account.comparison.dispositions
        )
        elements = [each.element for each in found]
        self.forest = Forest(elements, account.old, self._said, lambda one: account.of("fate", one))

    def _above(self, element: Element) -> str:
        return next(iter(holders(self.index, element)), "")

    def _said(self, element: Element) -> tuple[Sentence, Sentence]:
        by, known = remarks.named(self.account.fates[element.id], self.account.old, self.account.attainment)
        return by, (*known, *((Piece(" (see above)"),) if self.account.apart(element) else ()))

    def heading(self, above: str, elements: Sequence[Element]) -> Sentence:
        """What a group lies in and its fate, how many of which kind are in the group, and of how many."""
        element = elements[0]
        told = self._share(len(elements), self.all[above, element.kind_], element)
        if not above:
            return told
        each = self.account.fates.get(above)
        fate = "" if each is None else "carried on" if each.fate in CARRIED else WORDS[each.fate]
        return fill(
            "in {name}{fate}, {told}",
            name=self.account.old.of_id(above),
            fate=f" ({fate})" if fate else "",
            told=told,
        )

    def _share(self, number: int, total: int, element: Element) -> Sentence:
        kinds = self.account.old.counted(total, element)
        if total == 1:
            return fill("the {kind} ", kind=self.account.old.kind(element))
        if number == total == 2:
            return fill("both {kinds}", kinds=self.account.old.plural(element))
        some = "all" if number == total else f"{number:,} of"
        return fill("{some} {kinds}", some=some, kinds=kinds)
