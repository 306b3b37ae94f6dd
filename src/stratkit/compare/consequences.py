"""Changes that only follow from others: links to what is gone, or to what is new with something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stratkit.compare.change import Change

LINKS = ("linked", "unlinked")


def consequences(changes: Sequence[Change]) -> Mapping[int, Change]:
    """What each change that follows from another follows from, by the `id` of the change.

    A link goes with what it led to. One to what is new is a decision by itself, unless that came with
    something else, or is a kind of outcome: those are told together.
    """
    gone, come = dict(_gone(changes)), dict(_come(changes))
    causes = {"unlinked": gone, "linked": come}
    found: dict[int, Change] = {}
    for change in changes:
        if change.kind in LINKS:
            target = change.before if change.kind == "unlinked" else change.after
            if cause := causes[change.kind].get(str(target)):
                found[id(change)] = cause
    return found


def _gone(changes: Sequence[Change]) -> Iterator[tuple[str, Change]]:
    for change in changes:
        if change.kind in ("removed", "retired") and change.old:
            yield from ((element.id, change) for element in change.along)
            yield change.old.__dict__["id"], change


def _come(changes: Sequence[Change]) -> Iterator[tuple[str, Change]]:
    for change in changes:
        if change.kind == "added" and change.new:
            yield from ((element.id, change) for element in change.along)
            if getattr(change.new, "kind_", "") == "outcome_kind":
                yield change.new.__dict__["id"], change
