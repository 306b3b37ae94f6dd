"""What names a change in `accepted_changes`, so that a person can read and write it.

`target-lowered:people:2023`, `removed:deal`, `unlinked:deep-quays:themes:quiet`: the kind, the id of the
element in the newer plan, or in the older one if it is only there, the field where the kind does not say it,
and what it is about. Neither the wording of what was changed nor its place in a file is in it. Where several
changes would be named alike, each says the item of a list that it lies in
(`changed:report-2021:entries.status:deep-quays`), and those still alike are numbered (`#1`, `#2`), each of
them: a decision on one that stood alone never speaks for another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stratkit.compare.change import Change
from stratkit.compare.difference import Difference
from stratkit.compare.listed import known_by
from stratkit.model.measure import Target
from stratkit.model.plan import Plan
from stratkit.model.record import Record
from stratkit.model.report import AcceptedChange

RELATIONS = ("renamed", "continued", "split", "merged", "shifted")
"""Kinds of change that are about an old and a new element both."""
ITEMS = ("linked", "unlinked", "listed", "unlisted")
"""Kinds of change that are about one thing in a list."""
IMPLIED = ("targets", "baseline", "unit", "direction")
"""Fields that the kind of a change says."""
MAX_WORDS = 5

_WORD = re.compile(r"\w+(?:[.-]\w+)*")


class Acceptance(NamedTuple):
    """For each change the decision that accepts it, if one does; and the decisions that match no change."""

    decisions: tuple[AcceptedChange | None, ...]
    unmatched: tuple[AcceptedChange, ...]


def fingerprints(changes: Sequence[Change]) -> tuple[str, ...]:
    """The name of each change, unlike any other among them."""
    names = [":".join(filter(None, _parts(change))) for change in changes]
    alike = Counter(names)
    names = [
        f"{name}:{item}" if alike[name] > 1 and (item := _item(change)) else name
        for name, change in zip(names, changes, strict=True)
    ]
    counts, numbers = Counter(names), Counter[str]()
    found = []
    for name in names:
        numbers[name] += 1
        found.append(name if counts[name] == 1 else f"{name}#{numbers[name]}")
    return tuple(found)


def accept(names: Sequence[str], decided: Sequence[AcceptedChange]) -> Acceptance:
    """The decision on each change, given their fingerprints; of several on one change the last."""
    known = {one.change: one for one in decided}
    return Acceptance(
        tuple(known.get(name) for name in names),
        tuple(one for one in decided if one.change not in names),
    )


def decisions(difference: Difference) -> tuple[AcceptedChange, ...]:
    """The decisions of the newer plan.

    In a revision without those that the older one has too: they were taken on earlier changes, and one that
    is repeated needs a decision again.
    """
    found = difference.new.plan.accepted_changes
    if not difference.matching.revised:
        return found
    earlier = Counter(one.change for one in difference.old.plan.accepted_changes)
    by_name: dict[str, int] = defaultdict(int)
    new = []
    for one in found:
        by_name[one.change] += 1
        if by_name[one.change] > earlier[one.change]:
            new.append(one)
    return tuple(new)


def _parts(change: Change) -> Iterator[str]:
    old, new = (_id(record) for record in (change.old, change.new))
    yield change.kind
    if change.kind in RELATIONS and old != new:
        yield old
    yield new or old
    if change.field not in IMPLIED or change.kind in ("set", "unset", "changed"):
        yield change.field
    about = change.after if change.before is None else change.before
    if isinstance(about, Target):
        yield str(about.date or "")
    elif change.kind in ITEMS:
        yield _name(about)


def _item(change: Change) -> str:
    """What the item is known by that a change lies in; empty if it lies in none."""
    return _name(change.items[1]) if change.items else ""


def _id(record: Record | None) -> str:
    if isinstance(record, Plan):
        return str(record.plan.id)
    return str(record.__dict__.get("id", "")) if record else ""


def _name(item: object) -> str:
    """The first words of an item, or of what it is known by: most have no id."""
    if not isinstance(item, Record):
        return "-".join(_WORD.findall(str(item).casefold())[:MAX_WORDS])
    said = (item.__dict__[name] for name in known_by(item))
    return "-".join(_name(value) for value in said if value)
