"""What happened, in one sentence for each change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.compare.change import Change, Kind
from stratkit.compare.difference import STATEMENTS
from stratkit.compare.fields import TERMS
from stratkit.compare.paths import shape_at
from stratkit.formats.diff import remarks
from stratkit.formats.diff.elements import Elements
from stratkit.formats.diff.fields import LINKS, call, is_of_plan, is_title, item
from stratkit.formats.diff.items import inner, item_of
from stratkit.formats.diff.marks import marked
from stratkit.formats.diff.names import Names, names
from stratkit.formats.diff.piece import Piece, Sentence, capital, fill
from stratkit.formats.diff.values import figure, quote, value, when
from stratkit.model import shape
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.model.report import AcceptedChange

PATTERNS: Mapping[Kind, str] = {
    "reworded": "the {field} of {name} was reworded: {words}",
    "linked": "{name} now {verb} {after}",
    "unlinked": "{name} no longer {verb} {before}",
    "changed": "the {field} of {name} changed from {before} to {after}",
    "set": "{name} now has {a_field}: {after}",
    "unset": "{name} no longer has {a_field}; it was {before}",
    "listed": "the {item} {after} of {name} is new",
    "unlisted": "the {item} {before} of {name} is gone",
    "brought-forward": "the {field} of {name} was brought forward from {before} to {after}",
    "postponed": "the {field} of {name} was postponed from {before} to {after}",
    "target-raised": "the target of {name}{when} was raised from {before} to {after}{aim}",
    "target-lowered": "the target of {name}{when} was lowered from {before} to {after}{aim}",
    "target-changed": "the target of {name}{when} changed from {before} to {after}; the files do not say "
    "whether that is more or less",
    "target-brought-forward": "the target {before} of {name} was brought forward from {then} to {now}",
    "target-postponed": "the target {before} of {name} was postponed from {then} to {now}",
    "target-added": "{name} has a new target{when}: {after}",
    "target-dropped": "the target of {name}{when} was dropped; it was {before}",
    "baseline-restated": "the {field} of {name} was restated from {before} to {after}",
    "baseline-added": "{name} now has a baseline: {after}",
    "baseline-dropped": "{name} no longer has a baseline; it was {before}",
    "unit-changed": "the {field} of {name} changed from {before} to {after}",
    "direction-changed": "the direction that counts for {name} changed from {before} to {after}",
}
"""One pattern for each kind of change of a field; those of whole elements depend on what surrounds them."""

FURTHER: Mapping[Kind, str] = {
    "set": "the {field} of {name} is now given: {after}",
    "unset": "the {field} of {name} is no longer given; it was {before}",
}
"""The same where the name of the field has several words."""

COUNTED = "{name} now {way}; before, it {other_way}"
COUNTED_ANEW = "{name} now {way}; before, nothing was said of how it counts"
COUNTING = {
    "latest": "counts what was read last",
    "sum": "adds up what each period brings",
    "per_period": "counts each period by itself",
}
"""What an indicator does with its readings."""


ANEW = "the {field} of {name} is {after}; in the earlier plan it was {before}"
"""The same of dates that belong to each cycle."""

MEASURED: tuple[Kind, ...] = ("target-raised", "target-lowered", "target-changed")
"""Kinds of change by which a target says another figure; between cycles it may be of another day."""


class Sentences:
    """The sentences on the changes of a comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.old, self.new = names(comparison.difference)

    @cached_property
    def _elements(self) -> Elements:
        return Elements(self.comparison, (self.old, self.new))

    def of(self, judged: Judged, *, beneath: bool = False) -> Sentence:
        """What happened, without a full stop. `beneath`: below another sentence on the same element."""
        change = judged.change
        told = self._elements.of if change.kind not in PATTERNS else self._of_field
        if change.kind == "reworded" and is_title(change.field) and not is_of_plan(change.new):
            told = told if self.comparison.difference.matching.revised else self._retitled
        return capital(told(change, beneath=beneath))

    def _retitled(self, change: Change, *, beneath: bool = False) -> Sentence:
        """Both titles whole: of the next cycle it is another text, and no correction of the same."""
        return fill(
            "{name}{old} is now titled {after}{new}" if not beneath else "it is now titled {after}{new}",
            name=self.old.full(change.old),
            old=remarks.title_in_brackets(change.old),
            after=(Piece(" ".join(str(change.after).split()), "name"),),
            new=remarks.title_in_brackets(change.new),
        )

    def acceptance(self, accepted: AcceptedChange) -> Sentence:
        """Who decided a change, when and why: one or two sentences."""
        by = fill(" by {name}", name=self.new.of_id(accepted.by)) if accepted.by else ()
        reason = (Piece(" "), quote(accepted.reason)) if accepted.reason else ()
        told = fill("Accepted{by}{date}", by=by, date=when(" on ", accepted.date))
        return (*told, Piece(":" if reason else ", with no reason given"), *reason)

    def _of_field(self, change: Change, *, beneath: bool = False) -> Sentence:
        what, pattern = shape_at(change.new or change.old, change.field), self._pattern(change)
        field, name = call(inner(change)), self.new.name(change.new or change.old)
        if change.items:
            name = item_of(change, change.items[1], self.new, beneath=beneath)
        return fill(
            of_it(pattern) if beneath and not change.items else pattern,
            name=name,
            kind=self._kind(change),
            field=field,
            its_field=_its(field),
            a_field=_a(field),
            item=item(change.field),
            verb=LINKS.get(change.field, "names"),
            words=_words(change),
            when=_when(change),
            aim=_aim(change),
            then=_date(change.before),
            now=_date(change.after),
            way=COUNTING.get(str(change.after or "latest"), ""),
            other_way=COUNTING.get(str(change.before or "latest"), ""),
            before=self._value(change, change.before, what, self.old),
            after=self._value(change, change.after, what, self.new),
        )

    def _value(self, change: Change, held: object, what: shape.Shape | None, names: Names) -> Sentence:
        """A value in words; of the figures of targets without the dates, which are told beside them."""
        if isinstance(held, Target) and change.kind.startswith("target-"):
            dated = when(" for ", held.date) if change.kind in MEASURED and not _when(change) else ()
            unit = (
                () if self._is_said_with_the_other(change, held) else _unit(change, of_old=names is self.old)
            )
            return (Piece(figure(held), "quoted"), *unit, *dated)
        if change.kind == "direction-changed" and isinstance(held, str):
            return (Piece(f"“{held}”"),)
        if change.kind in ("linked", "unlinked") and (record := names.workspace.index.get(str(held))):
            return names.full(record)
        return value(held, what, names)

    def _kind(self, change: Change) -> Sentence:
        record = change.new or change.old
        return self.new.kind(record) if record is not None else ()

    def _pattern(self, change: Change) -> str:
        """The pattern of a kind, put otherwise where the field is what the sentence is about anyhow."""
        pattern, field = PATTERNS[change.kind], inner(change)
        if is_of_plan(change.new) and field.split(".")[0] in STATEMENTS:
            return pattern.replace(" of {name}", "").replace("{name}", "the plan")
        if is_title(change.field) and change.kind == "reworded" and not is_of_plan(change.new):
            return pattern.replace("{name}", "the {kind}")
        if change.field in TERMS and change.kind in ("postponed", "brought-forward"):
            short = pattern.replace("the {field} of ", "") if change.field == "due" else pattern
            return ANEW if self._is_set_anew(change) else short
        if field == "aggregate":
            return COUNTED if change.before else COUNTED_ANEW
        if " " in call(field) and change.kind in FURTHER:
            return FURTHER[change.kind]
        return pattern

    def _is_said_with_the_other(self, change: Change, held: Target) -> bool:
        """Whether the unit of two figures stands with the other: the second, or of two dates the first."""
        told = change.after if _when(change) else change.before
        same = _unit(change, of_old=True) == _unit(change, of_old=False)
        return change.kind in MEASURED and same and held is not told

    def _is_set_anew(self, change: Change) -> bool:
        """Whether a date is of the next cycle, and no delay: that it begins, or what has been met."""
        if self.comparison.difference.matching.revised:
            return False
        met = self.comparison.attainment.is_met(change.old)
        return change.field == "start" or bool(met)


def of_it(pattern: str) -> str:
    """The same pattern below a sentence that has named the element."""
    pattern = pattern.replace("the {field} of {name}", "{its_field}")
    return re.sub(r"\bthe ([^,;:]*?) of \{name\}", r"its \1", pattern).replace("{name}", "it")


def _its(field: str) -> str:
    whole, of, holder = field.rpartition(" of the ")
    return f"the {whole} of its {holder}" if of else f"its {holder}"


def _words(change: Change) -> Sentence:
    if change.kind != "reworded":
        return ()
    return marked(str(change.before), str(change.after))


def _unit(change: Change, *, of_old: bool) -> Sentence:
    """What a figure of an indicator counts, in either plan."""
    record = change.old if of_old else change.new
    unit = record.unit if isinstance(record, Indicator) else None
    return (Piece(f" {unit}", "quoted"),) if unit else ()


def _when(change: Change) -> Sentence:
    """The date of a target that it has then and now; nothing if it has two."""
    held = change.after if isinstance(change.after, Target) else change.before
    if change.kind in MEASURED and getattr(change.before, "date", None) != getattr(
        change.after, "date", None
    ):
        return ()
    return when(" for ", held.date) if isinstance(held, Target | Baseline) else ()


def _date(held: object) -> Sentence:
    return when("", held.date) if isinstance(held, Target) else ()


def _aim(change: Change) -> str:
    """What raised and lowered mean where less is better."""
    is_less = isinstance(change.new, Indicator) and change.new.direction == "decrease"
    return " (less is better)" if is_less else ""


def _a(words: str) -> str:
    if words.endswith("s") and not words.endswith(("ss", "us", "is")):
        return words
    return f"{'an' if words[0] in 'aeiou' and words != 'unit' else 'a'} {words}"
