"""How much goes on of what lies in a commitment that is carried on."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.compare.dispositions import CARRIED, Disposition
from stratkit.compare.holding import holders
from stratkit.formats.diff.account import Account
from stratkit.formats.diff.entry import Entry
from stratkit.formats.diff.piece import Sentence, capital, ended, fill, joined


class Shares:
    """The commitments of the old plan by what they lie in directly."""

    def __init__(self, account: Account) -> None:
        self.old = account.old
        self.inside: dict[str, list[Disposition]] = {}
        for each in account.comparison.dispositions:
            for above in holders(account.difference.old.index, each.element):
                self.inside.setdefault(above, []).append(each)

    def of(self, found: list[Disposition]) -> Iterator[Entry]:
        """Of each commitment of which not all goes on: how much of each kind."""
        for each in found:
            of = fill(" of {name}", name=self.old.name(each.element)) if len(found) > 1 else ()
            by_kind: dict[str, list[Disposition]] = {}
            for one in self.inside.get(each.element.id, ()):
                by_kind.setdefault(one.element.kind_, []).append(one)
            told = [told for some in by_kind.values() if (told := self._share(some, of))]
            if told:
                yield Entry(ended(capital(joined(told, between="; ", last="; "))))

    def _share(self, some: list[Disposition], of: Sentence) -> Sentence:
        """How many of some are carried on; empty where all the others were met."""
        carried = sum(1 for each in some if each.fate in CARRIED)
        met = sum(1 for each in some if each.is_met)
        if carried + met == len(some):
            return ()
        first, which = some[0].element, "the" if of else "its"
        if all(each.fate == "unsaid" for each in some):
            kinds = self.old.counted(len(some), first) if len(some) > 1 else self.old.kind(first)
            return fill("of {which} {kinds}{of} no fate is recorded", which=which, kinds=kinds, of=of)
        if len(some) == 1:
            kind = self.old.kind(first)
            return fill("{which} {kind}{of} is not carried on", which=which, kind=kind, of=of)
        kinds = self.old.counted(len(some), first)
        verb = f"{carried:,} are" if carried > 1 else "1 is" if carried else "none is"
        also = f", {met:,} {'was' if met == 1 else 'were'} met" if met else ""
        pattern = "of {which} {kinds}{of} {verb} carried on{also}"
        return fill(pattern, which=which, kinds=kinds, of=of, verb=verb, also=also)
