"""What each element says now and said before, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from stratkit.check.judgement import Judged
from stratkit.compare.change import Change, Kind
from stratkit.compare.paths import shape_at
from stratkit.compare.rewording import Run, beside
from stratkit.model import shape
from stratkit.model.language import base_of, is_language
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.model.plan import Header, Plan
from stratkit.model.record import Record
from stratkit.model.report import AcceptedChange
from stratkit.views.cycles import Cycles, kind_of, name_of
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.excerpt import plain
from stratkit.views.facts import say_held
from stratkit.views.indicators import say_value
from stratkit.views.languages import say_language
from stratkit.views.untranslated import Untranslated
from stratkit.views.ways import say_way, way_of

TOLD_BY_FATE: tuple[Kind, ...] = (
    "added",
    "removed",
    "retired",
    "renamed",
    "continued",
    "split",
    "merged",
    "shifted",
)
"""Kinds of change of whole elements, which the table of fates and the list of what is new tell."""

PROSE = ("summary", "text")
BASELINE, TARGETS, WEAKER = "baseline", "targets", "targets that made it weaker"

_OF_TARGETS = "target-"
"""What kinds of change of targets begin with."""


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """The decision that accepts a change: who took it, when, and why; each may be empty."""

    by: str
    date: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Alteration:
    """One thing that is said otherwise: what, in which way, and the words before and after in runs.

    `weaker`: the commitment certainly is; of that and all else somebody may have `accepted` it.
    """

    what: str
    way: str
    said: str
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    weaker: bool
    accepted: Accepted | None


@dataclass(frozen=True, kw_only=True)
class Altered:
    """An element of which something is said otherwise."""

    id: str
    link: Link
    kind: str
    alterations: tuple[Alteration, ...]


def altered(cycles: Cycles, judged: tuple[Judged, ...], *, revised: bool) -> tuple[Altered, ...]:
    """The elements of both plans of which something is said otherwise, in the order of the earlier one.

    Unless one plan was `revised`, when something starts, and prose that only one of them has, say nothing of
    what is promised.
    """
    found: dict[tuple[int, int], tuple[Record, list[Judged]]] = {}
    for one in judged:
        old, new = one.change.old, one.change.new
        untold = one.change.kind in TOLD_BY_FATE or (not revised and _is_of_cycle(one.change))
        if old is not None and new is not None and not untold:
            found.setdefault((_own_id(old), _own_id(new)), (new, []))[1].append(one)
    return tuple(_altered(cycles, *each) for each in found.values())


def _is_of_cycle(change: Change) -> bool:
    """Whether each cycle has its own: when it starts, and a text that only one of them has."""
    return change.field == "start" or (
        change.kind in ("set", "unset") and change.field.partition(".")[0] in PROSE
    )


def places_of(elements: tuple[Altered, ...], judged: tuple[Judged, ...]) -> dict[str, str]:
    """The place of the document in which more is said of an element, by its id in the later plan."""
    known = {one.id for one in elements}
    ids = (one.change.new.__dict__.get("id", "") for one in judged if one.change.new is not None)
    return {name: place for name in ids if (place := _place(name)) in known}


def _own_id(record: Record) -> int:
    """What tells a record from others; the plan and what it says of itself are one."""
    return 0 if isinstance(record, Plan | Header) else id(record)


def _place(name: str) -> str:
    return f"_changed-{name}" if name else "_changed"


def _altered(cycles: Cycles, new: Record, changes: list[Judged]) -> Altered:
    return Altered(
        id=_place(new.__dict__.get("id", "") if _own_id(new) else ""),
        link=name_of(cycles.new, new),
        kind=kind_of(cycles.new, new),
        alterations=tuple(_alterations(cycles, changes)),
    )


def _alterations(cycles: Cycles, changes: list[Judged]) -> Iterator[Alteration]:
    """A row for each change; all of a baseline is one, and so are targets that only came and went."""
    rows: dict[str | int, list[Judged]] = {}
    for number, one in enumerate(changes):
        rows.setdefault(_joint(one) or number, []).append(one)
    for key, some in rows.items():
        if key in (TARGETS, WEAKER) and len(some) > 1:
            sides = _listed(cycles.old, some, "before"), _listed(cycles.new, some, "after")
            yield _row(cycles, some, cycles.new.words.fact(TARGETS), sides)
        elif key == BASELINE and len(some) > 1:
            yield _row(cycles, some, cycles.new.words.fact(BASELINE), _baselines(cycles, some[0].change))
        else:
            change = some[0].change
            before = _said(cycles.old, change, change.old, change.before)
            after = _said(cycles.new, change, change.new, change.after)
            yield _row(cycles, some, _what(cycles.new, change), (before, after))


def _joint(one: Judged) -> str:
    """The field that a change is told with; empty if it is told by itself."""
    if one.change.field.partition(".")[0] == BASELINE:
        return BASELINE
    if one.accepted or one.change.kind not in ("target-added", "target-dropped"):
        return ""
    return WEAKER if one.level == "error" else TARGETS


def _listed(edition: Edition, changes: list[Judged], side: Literal["before", "after"]) -> str:
    """The targets of one plan, each with its date."""
    told = (
        (one.change.old if side == "before" else one.change.new, getattr(one.change, side)) for one in changes
    )
    return edition.translate("; ").join(
        _dated(edition, record, held) for record, held in told if isinstance(held, Target)
    )


def _baselines(cycles: Cycles, change: Change) -> tuple[str, str]:
    """What both plans say of the baseline."""
    sides = []
    for edition, record in ((cycles.old, change.old), (cycles.new, change.new)):
        held = record.baseline if isinstance(record, Indicator) else None
        told = [_dated(edition, record, held), edition.say(held.note)] if held else []
        sides.append(edition.translate("; ").join(filter(None, told)))
    return sides[0], sides[1]


def _row(cycles: Cycles, some: list[Judged], what: str, sides: tuple[str, str]) -> Alteration:
    """One row for changes; the words of texts are told apart one by one."""
    one, way = some[0], _way_of(some)
    is_text = one.change.kind == "reworded" and len(some) == 1
    before, after = beside(*sides) if is_text else (_whole("old", sides[0]), _whole("new", sides[1]))
    before, after = _as_foreign(before, sides[0]), _as_foreign(after, sides[1])
    decided = [each.accepted for each in some if each.accepted]
    return Alteration(
        what=what,
        way=way,
        said=say_way(cycles.new, way),
        before=before,
        after=after,
        weaker=any(each.level == "error" for each in some),
        accepted=_accepted(cycles.new, decided[0]) if decided else None,
    )


def _whole(side: Literal["old", "new"], words: str) -> tuple[Run, ...]:
    return (Run(side, words),) if words else ()


def _as_foreign(runs: tuple[Run, ...], words: str) -> tuple[Run, ...]:
    """The same in the language of the words, if that is another than the document's."""
    if not isinstance(words, Untranslated):
        return runs
    return tuple(Run(run.side, Untranslated(run.text, words.language)) for run in runs)


def _way_of(some: list[Judged]) -> str:
    """The way in which something has changed: that of its changes, if it is one."""
    ways = {way_of(one.change.kind) for one in some}
    return ways.pop() if len(ways) == 1 else "restated" if "restated" in ways else "changed"


def _what(edition: Edition, change: Change) -> str:
    """What has changed of an element."""
    if change.kind.startswith(_OF_TARGETS):
        return edition.translate(" ").join(
            filter(None, (edition.translate("Target"), _date(edition, change)))
        )
    if change.kind == "moved":
        return edition.words.fact("part_of")
    language, keys = _language(change), change.field.split(".")
    told = [key for key in (keys[:-1] if language else keys) if key != "statement"]
    words = edition.translate(", ").join(edition.words.fact(key) for key in told)
    return f"{words} ({say_language(language, edition.tongue)})" if _is_other(edition, language) else words


def _language(change: Change) -> str:
    """The language of a translation; empty of anything else."""
    _, inner, last = change.field.rpartition(".")
    is_text = isinstance(change.before if change.after is None else change.after, str)
    return last if inner and is_text and is_language(last) else ""


def _is_other(edition: Edition, language: str) -> bool:
    """Whether a translation is in another language than the document."""
    return bool(language) and base_of(language) != base_of(edition.tongue.tag)


def _date(edition: Edition, change: Change) -> str:
    """The date of a target, if it is the same before and after."""
    dates = [held.date for held in (change.before, change.after) if isinstance(held, Target)]
    return say_date(dates[0], edition.tongue) if len(set(dates)) == 1 else ""


def _said(edition: Edition, change: Change, record: Record | None, held: object) -> str:
    """A value in words; empty if there is none."""
    if held is None:
        return ""
    if change.kind == "moved":
        return edition.link(str(held)).words
    if isinstance(held, Target | Baseline):
        return _figure(edition, change, record, held)
    what = shape_at(record, change.field)
    if language := _language(change):
        words = plain(str(held), lambda target: edition.link(target).words)
        return Untranslated(words, language) if _is_other(edition, language) else words
    if isinstance(held, str) and isinstance(what, shape.Prose):
        return plain(edition.say(held), lambda target: edition.link(target).words)
    return say_held(edition, what, held)


def _figure(edition: Edition, change: Change, record: Record | None, held: Target | Baseline) -> str:
    """A figure, with its date where that is what differs."""
    if change.kind.startswith(_OF_TARGETS) and _date(edition, change):
        return _measured(edition, record, held)
    return _dated(edition, record, held)


def _dated(edition: Edition, record: Record | None, held: Target | Baseline) -> str:
    value, date = _measured(edition, record, held), say_date(held.date, edition.tongue)
    return f"{value} ({date})" if date and value else value or date


def _measured(edition: Edition, record: Record | None, held: Target | Baseline) -> str:
    """A figure with its unit."""
    unit = record.unit if isinstance(record, Indicator) else None
    value = say_value(edition, held, unit)
    return value if unit in (None, "percent") or not value else f"{value} {edition.say_name(unit)}"


def _accepted(edition: Edition, accepted: AcceptedChange) -> Accepted:
    return Accepted(
        by=edition.link(accepted.by).words if accepted.by else "",
        date=say_date(accepted.date, edition.tongue),
        reason=edition.say(accepted.reason),
    )


def weakened(elements: tuple[Altered, ...]) -> Iterator[tuple[Altered, Alteration]]:
    """What is certainly weaker than before, though that was accepted."""
    for element in elements:
        for one in element.alterations:
            if one.weaker:
                yield element, one
