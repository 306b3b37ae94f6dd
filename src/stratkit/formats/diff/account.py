"""Where in a report each change is told: once, with what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.check.levels import WORDS
from stratkit.compare.change import Change
from stratkit.compare.dispositions import COMMITTED, Disposition
from stratkit.compare.reported import last_figures
from stratkit.formats.diff.sentences import Sentences
from stratkit.model.record import Record

WORDING = ("reworded", "set", "unset", "listed", "unlisted")
PROSE = ("summary", "text")
WHOLE = ("split", "merged", "shifted")
"""Kinds of change that tell as what a commitment goes on."""


class Account:
    """The changes of a comparison by where they are told.

    By the names of levels, what is told as that; `accepted`; `question`, what is asked; `fate`, with what
    became of a commitment; `new`; `other`; and `untold`, what only follows from another change. Between
    cycles other words are told with the fate whatever their level (`error below`, `warning below`): of
    most commitments the text is another. `prose` is what only one cycle has in running words.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.difference = difference = comparison.difference
        self.revised = difference.matching.revised
        self.sentences = Sentences(comparison)
        self.old, self.new = self.sentences.old, self.sentences.new
        self.attainment = comparison.attainment
        self.later = last_figures(difference.new)
        self.fates = {each.element.id: each for each in comparison.dispositions}
        self._heirs = {each.old.id for each in difference.matching.proposals}
        self._forebears = {each.new.id for each in difference.matching.proposals}
        self.told: dict[str, list[Judged]] = defaultdict(list)
        self._of: dict[tuple[str, int], list[Judged]] = defaultdict(list)
        for one in comparison.judgement.changes:
            where = self._where(one)
            self.told[where].append(one)
            if where == "fate" and one.level != "info" and one.change.kind not in ("removed", "retired"):
                self.told[f"{one.level} below"].append(one)
            for side in {id(one.change.old), id(one.change.new)}:
                self._of[where, side].append(one)

    def of(self, where: str, record: Record) -> tuple[Judged, ...]:
        """What is told of an element in one place."""
        return tuple(self._of.get((where, id(record)), ()))

    def apart(self, record: Record) -> tuple[Judged, ...]:
        """What is told of an element before what became of it: by its level, or as accepted."""
        return tuple(one for where in ("error", "warning", "accepted") for one in self.of(where, record))

    def with_fate(self, *fates: str) -> Iterator[Disposition]:
        """The commitments with one of some fates; what was met has no other."""
        for each in self.comparison.dispositions:
            if ("completed" if each.is_met else each.fate) in fates:
                yield each

    def _where(self, one: Judged) -> str:
        kept = not self.revised and getattr(one.change.old, "kind_", "") in COMMITTED
        came = self.revised or getattr(one.change.new, "kind_", "") in COMMITTED
        reasons = (
            ("accepted", one.accepted),
            ("question", self._is_asked(one)),
            ("prose", kept and _is_prose(one.change)),
            ("fate", kept and (one.change.kind in ("removed", *WHOLE) or _is_wording(one.change))),
            (one.level, one.level != "info"),
            ("untold", id(one.change) in self.comparison.consequences),
            ("new", one.change.kind == "added" and came),
            ("fate", kept),
        )
        return next((where for where, holds in reasons if holds), "other")

    def _is_asked(self, one: Judged) -> bool:
        """Whether a question tells it; in a revision what went with it may be certain, and is no question."""
        old, new = (_id(record) for record in (one.change.old, one.change.new))
        if one.change.kind == "added":
            return new in self._forebears
        return one.change.kind == "removed" and old in self._heirs and not (self.revised and one.change.along)


def by_element(changes: Sequence[Judged]) -> list[list[Judged]]:
    """The changes of each element together; those of the plan itself each alone."""
    found: dict[tuple[int, int], list[Judged]] = {}
    for one in changes:
        change = one.change
        key = (id(change.old), id(change.new)) if _id(change.new or change.old) else (0, id(change))
        found.setdefault(key, []).append(one)
    return list(found.values())


def changed(change: Change) -> Record | None:
    """The element as it is, or as it was."""
    return change.new if change.new is not None else change.old


def _is_prose(change: Change) -> bool:
    return change.kind in ("set", "unset") and change.field.partition(".")[0] in PROSE


def _is_wording(change: Change) -> bool:
    return change.kind in WORDING and change.field.partition(".")[0] in WORDS


def _id(record: Record | None) -> str:
    return str(record.__dict__.get("id", "")) if record is not None else ""
