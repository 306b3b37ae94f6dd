"""The commitments that go on: each with what continues it, and all else that changed in it."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.judgement import Judged
from stratkit.check.levels import WORDS
from stratkit.compare.dispositions import Disposition
from stratkit.formats.diff import remarks
from stratkit.formats.diff.account import WHOLE, Account
from stratkit.formats.diff.entry import Entry, Section
from stratkit.formats.diff.fields import call
from stratkit.formats.diff.folding import fold
from stratkit.formats.diff.forest import group
from stratkit.formats.diff.gravest import together
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, capital, ended, fill, joined
from stratkit.formats.diff.shares import Shares
from stratkit.model.element import Element

TOLD = ("continued", *WHOLE)
"""The kinds of change that say that something goes on, and as what."""


class Carried:
    """What goes on."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.old, self.new = account.old, account.new
        self.shares = Shares(account)

    def sections(self) -> Iterator[Section]:
        """What goes on by itself, what was split, and what was merged."""
        for title, fates, told in (
            ("Carried on", ("continued", "reworded"), self._single),
            ("Split", ("split",), self._split),
            ("Merged", ("merged",), self._merged),
        ):
            found = list(self.account.with_fate(*fates))
            if found:
                yield Section(title, len(found), tuple(told(found)))

    def _single(self, found: list[Disposition]) -> Iterator[Entry]:
        quiet: dict[str, list[Disposition]] = {}
        for each in found:
            entry = self._on(each)
            if entry.changes or entry.below or each.interpreted or self.account.apart(each.element):
                yield entry
            else:
                quiet.setdefault(each.element.kind_, []).append(each)
        for unchanged in quiet.values():
            kinds = self.old.counted(len(unchanged), unchanged[0].element)
            verb = "goes" if len(unchanged) == 1 else "go"
            names = tuple(Entry(self._quiet(each), is_name=True) for each in unchanged)
            yield group(fill("{kinds} {verb} on unchanged", kinds=kinds, verb=verb), names)

    def _quiet(self, each: Disposition) -> Sentence:
        by, known = remarks.named(each, self.old, self.account.attainment)
        return fill("{name}{by}{known}", name=self.old.name(each.element), by=by, known=known)

    def _on(self, each: Disposition) -> Entry:
        new = each.heirs[0].new
        sentence = fill(
            "{old}{old_by} goes on{as_}{by}",
            old=capital(self.old.full(each.element)),
            old_by=remarks.in_brackets(each.element),
            as_=self._as(each.element, new),
            by=remarks.in_brackets(new if new.heading != each.element.heading else None, each.interpreted),
        )
        return self._entry(sentence, [each])

    def _as(self, old: Element, new: Element) -> Sentence:
        """Under what title, and as what kind, where they are others."""
        other_kind = is_other_kind(old, new, self.old, self.new)
        if (name := self.new.name(new)) != self.old.name(old):
            return fill(" as {name}", name=self.new.full(new) if other_kind else name)
        return fill(" as {kind} of the same title", kind=article(self.new.kind(new))) if other_kind else ()

    def _split(self, found: list[Disposition]) -> Iterator[Entry]:
        for each in found:
            sentence = fill(
                "{old}{by} was split: it goes on in {heirs}{interpreted}",
                old=capital(self.old.full(each.element)),
                by=remarks.in_brackets(each.element),
                heirs=self.new.together([match.new for match in each.heirs]),
                interpreted=remarks.in_brackets(None, each.interpreted),
            )
            yield self._entry(sentence, [each])

    def _merged(self, found: list[Disposition]) -> Iterator[Entry]:
        """Each heir once, with all that it continues."""
        by_heir: dict[str, list[Disposition]] = {}
        for each in found:
            by_heir.setdefault(each.heirs[0].new.id, []).append(each)
        for name, merged in by_heir.items():
            matches = self.account.difference.forebears[name]
            sentence = fill(
                "{olds} go on together in {new}{by}",
                olds=capital(self.old.together([match.old for match in matches])),
                new=self.new.full(matches[0].new),
                by=remarks.in_brackets(matches[0].new, [one for each in merged for one in each.interpreted]),
            )
            yield self._entry(sentence, merged)

    def _entry(self, sentence: Sentence, found: list[Disposition]) -> Entry:
        """A statement on some elements; below it what was last known, and what else changed."""
        changes = [one for each in found for one in self.account.of("fate", each.element)]
        whole = tuple(one for one in changes if _is_whole(one))
        rest = self._rest([one for one in changes if not _is_whole(one)])
        told = (*ended(sentence), *self._above(found))
        return Entry(told, whole, below=(*self._known(found), *self.shares.of(found), *rest))

    def _above(self, found: list[Disposition]) -> Sentence:
        """Which fields are told of before, since what changed in them matters more."""
        apart = (one.change.field for each in found for one in self.account.apart(each.element))
        fields = dict.fromkeys(call(field.partition(".")[0]) for field in apart if field)
        return (
            fill(" Told above: {fields}.", fields=joined([(Piece(each),) for each in fields]))
            if fields
            else ()
        )

    def _known(self, found: list[Disposition]) -> Iterator[Entry]:
        for each in found:
            if known := self._last(each):
                of = fill("{name}: ", name=self.old.name(each.element)) if len(found) > 1 else ()
                yield Entry(ended(capital((*of, *known))))

    def _last(self, each: Disposition) -> Sentence:
        """What was known last, unless it is told with what is weaker; and the same of what continues it."""
        told = self.account.of("error", each.element)
        known = () if told else remarks.last_known(each, self.old, self.account.attainment)
        heir = each.heirs[0].new
        later = self.account.later.get(heir.id) if len(each.heirs) == 1 and each.figure else None
        both = [known, *((remarks.read(later, heir, "in the later plan: "),) if later else ())]
        return joined([one for one in both if one], between="; ", last="; ")

    def _rest(self, changes: list[Judged]) -> Iterator[Entry]:
        """All else that changed, other words last."""
        rest = fold(changes)
        rest.sort(key=lambda each: each[0].change.field.partition(".")[0] in WORDS)
        return (together(self.account, each, beneath=True) for each in rest)


def is_other_kind(old: Element, new: Element, before: Names, after: Names) -> bool:
    """Whether something has become of another kind, or has another word where both plans have their own."""
    if old.kind_ != new.kind_:
        return True
    return before.has_label(old) and after.has_label(new) and before.kind(old) != after.kind(new)


def article(kind: Sentence) -> Sentence:
    """A kind with its article."""
    return (Piece("an " if kind[0].text[:1].lower() in "aeiou" else "a "), *kind)


def _is_whole(one: Judged) -> bool:
    """Whether the sentence on what goes on tells it: as what, and under what title."""
    retitled = one.change.kind == "reworded" and one.change.field == "title"
    return retitled or one.change.kind in TOLD
