"""What happened to elements as a whole, in one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stratkit.check.comparison import Comparison
from stratkit.compare.change import Change, Kind
from stratkit.compare.dispositions import COMMITTED
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, fill, joined
from stratkit.formats.diff.values import quote
from stratkit.model.element import Element
from stratkit.model.report import Retirement
from stratkit.source.shown import count

FATES = {"completed": "was completed", "dropped": "was dropped", "transferred": "was handed on to others"}
"""What `retired` says of an element."""


class Elements:
    """The sentences on elements that came, went, or became others."""

    def __init__(self, comparison: Comparison, names: tuple[Names, Names]) -> None:
        self.difference = difference = comparison.difference
        self.old, self.new = names
        self.decided = frozenset(id(one.change) for one in comparison.judgement.changes if one.accepted)
        self.heirs = {each.old.id: each.new for each in difference.matching.proposals}
        self.forebears = {each.new.id: each.old for each in difference.matching.proposals}
        self.tell: Mapping[Kind, Callable[[Change], Sentence]] = {
            "added": self._added,
            "removed": self._removed,
            "retired": self._retired,
            "renamed": self._became,
            "continued": self._became,
            "split": self._split,
            "merged": self._merged,
            "shifted": self._shifted,
            "moved": self._moved,
            "reordered": self._reordered,
        }

    def of(self, change: Change, *, beneath: bool = False) -> Sentence:
        """What happened. `beneath`: below another sentence on the same element."""
        if beneath and change.kind == "moved":
            return fill("it moved{way}", way=self._way(change))
        return self.tell[change.kind](change)

    def _added(self, change: Change) -> Sentence:
        old = self.forebears.get(_id(change.new))
        asked = fill("; it may continue {old}", old=self.old.name(old)) if old else ()
        return fill(
            "{name} is new{inside}{asked}",
            name=self.new.full(change.new),
            inside=_inside(change),
            asked=asked,
        )

    def _removed(self, change: Change) -> Sentence:
        name, inside, heir = self.old.full(change.old), _inside(change), self.heirs.get(_id(change.old))
        if heir:
            pattern = "nothing says what became of {name}{inside}; {heir} may continue it"
            return fill(pattern, name=name, inside=inside, heir=self.new.name(heir))
        if self.difference.matching.revised:
            return fill("{name} was removed{inside}", name=name, inside=inside)
        owed = getattr(change.old, "kind_", "") in COMMITTED and id(change) not in self.decided
        pattern = "no fate is recorded of {name}{inside}" if owed else "nothing continues {name}{inside}"
        return fill(pattern, name=name, inside=inside)

    def _retired(self, change: Change) -> Sentence:
        said = change.after
        fate, reason = (said.__dict__["fate"], said.reason) if isinstance(said, Retirement) else (None, None)
        why: Sentence = (Piece(": "), quote(reason)) if reason else ()
        if fate == "dropped" and not reason:
            why = (Piece(", and no reason is given"),)
        told = FATES.get(fate or "", "is retired, and its fate cannot be read")
        return fill(
            "{name} {told}{inside}{why}",
            name=self.old.full(change.old),
            told=told,
            inside=_inside(change),
            why=why,
        )

    def _became(self, change: Change) -> Sentence:
        before, after = self.old.name(change.old), self.new.name(change.new)
        if before != after:
            return fill("{before} became {after}", before=before, after=after)
        old, new = _id(change.old), _id(change.new)
        if old != new:
            return fill(
                "{name} goes on under the id {new}; it was {old}",
                name=after,
                old=f"`{old}`",
                new=f"`{new}`",
            )
        return fill("{name} goes on", name=after)

    def _split(self, change: Change) -> Sentence:
        before, after = self.old.full(change.old), self.new.full(change.new)
        return fill("{before} was split: part of it goes on in {after}", before=before, after=after)

    def _merged(self, change: Change) -> Sentence:
        matches = self.difference.forebears.get(_id(change.new), ())
        others = [self.old.full(one.old) for one in matches if one.old.id != _id(change.old)]
        beside = fill(", together with {others}", others=joined(others)) if others else ()
        before, after = self.old.full(change.old), self.new.full(change.new)
        return fill("{before} was merged into {after}{beside}", before=before, after=after, beside=beside)

    def _shifted(self, change: Change) -> Sentence:
        before, after = self.old.name(change.old), self.new.name(change.new)
        now = fill(", {name}", name=after) if before != after else ()
        kind = self._another(change)
        return fill("{before} is now {kind}{now}", before=self.old.full(change.old), kind=kind, now=now)

    def _another(self, change: Change) -> Sentence:
        return _article(self.new.kind(change.new)) if change.new else ()

    def _moved(self, change: Change) -> Sentence:
        return fill("{name} moved{way}", name=self.new.full(change.new), way=self._way(change))

    def _way(self, change: Change) -> Sentence:
        before, after = self._holder(self.old, change.before), self._holder(self.new, change.after)
        return fill(" from {before} to {after}", before=before, after=after)

    def _holder(self, names: Names, target: object) -> Sentence:
        record = names.workspace.index.get(str(target)) if target else None
        return names.full(record) if record or not target else names.of_id(str(target))

    def _reordered(self, change: Change) -> Sentence:
        after = change.after if isinstance(change.after, tuple) else ()
        listed = change.field.replace("_", " ")
        return fill(
            "the {listed} of {name} stand in another order: {after}",
            listed="parts" if change.field == "outline" else listed,
            name=self.new.name(change.new),
            after=joined([self.new.of_id(str(one)) for one in after]),
        )


def _inside(change: Change) -> str:
    """What came or went with an element."""
    return f", with {count(change.inside, 'element')} inside it" if change.inside else ""


def _id(record: object) -> str:
    return record.id if isinstance(record, Element) else ""


def _article(kind: Sentence) -> Sentence:
    vowel = kind[0].text[:1].lower() in "aeiou"
    return (Piece("an " if vowel else "a "), *kind)
