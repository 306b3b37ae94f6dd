"""Several changes of one sort in one element, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stratkit.check.judgement import Judged
from stratkit.compare.change import Change, Kind
from stratkit.formats.diff.fields import LINKS
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Sentence, capital, fill, joined
from stratkit.formats.diff.sentences import Sentences, of_it
from stratkit.formats.diff.values import value
from stratkit.model import shape
from stratkit.model.measure import Indicator
from stratkit.model.record import Record

PATTERNS: Mapping[Kind, str] = {
    "target-dropped": "the targets of {name} were dropped: {items}",
    "target-added": "{name} has new targets: {items}",
    "baseline-restated": "the baseline of {name} was restated from {before} to {after}",
    "linked": "{name} now {verb} {items}",
    "unlinked": "{name} no longer {verb} {items}",
    "listed": "the key ideas {items} of {name} are new",
    "unlisted": "the key ideas {items} of {name} are gone",
}
"""One pattern for several changes of a kind."""


BASELINE = {"baseline.value": "baseline", "baseline.date": "baseline"}


def fold(changes: Sequence[Judged]) -> list[list[Judged]]:
    """The changes of one element, those together that one sentence tells; a decision is on one alone."""
    found: dict[object, list[Judged]] = {}
    for one in changes:
        kind, field = one.change.kind, BASELINE.get(one.change.field, one.change.field)
        listed = kind in ("listed", "unlisted") and field != "key_ideas"
        alone = kind not in PATTERNS or listed or one.accepted
        found.setdefault(id(one) if alone else (kind, field), []).append(one)
    return list(found.values())


def sentence(sentences: Sentences, changes: Sequence[Judged], *, beneath: bool = False) -> Sentence:
    """What happened in changes that belong together."""
    if len(changes) == 1:
        return sentences.of(changes[0], beneath=beneath)
    first = changes[0].change
    pattern = PATTERNS[first.kind]
    told = fill(
        of_it(pattern) if beneath else pattern,
        name=sentences.new.name(first.new),
        verb=LINKS.get(first.field, "names"),
        before=_baseline(first.old, sentences.old),
        after=_baseline(first.new, sentences.new),
        items=_items([one.change for one in changes], sentences),
    )
    return capital(told)


def _baseline(record: Record | None, names: Names) -> Sentence:
    return value(record.baseline, None, names) if isinstance(record, Indicator) else ()


def _items(changes: Sequence[Change], sentences: Sentences) -> Sentence:
    """What the changes are about, in the plan that has it."""
    is_new = changes[0].before is None
    names = sentences.new if is_new else sentences.old
    held = [change.after if is_new else change.before for change in changes]
    if changes[0].kind not in ("linked", "unlinked"):
        return joined([value(one, shape.Line(), names) for one in held])
    records = [names.workspace.index.get(str(one)) for one in held]
    known = [record for record in records if record is not None]
    return (
        names.together(known) if len(known) == len(held) else joined([names.of_id(str(one)) for one in held])
    )
