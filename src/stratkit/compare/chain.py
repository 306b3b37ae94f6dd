"""How one plan follows another: as its next revision, at once, by way of plans between, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stratkit.load.audience import AudienceExcerpt
from stratkit.load.folder import PLAN_FILE
from stratkit.load.workspace import NoPlan, Workspace, open_workspace
from stratkit.source.door import Unreadable
from stratkit.source.text import Span


@dataclass(frozen=True, kw_only=True)
class Chain:
    """What leads from an old plan to a new one.

    `revised`: they are one plan at two times. `between` are the plans on the way, in the order of time, each
    the `previous` of the next. `detour` is where the new plan names a `previous` that does not lead to the
    old one, as far as the plans on that way can be read: then it does not speak of the old one's elements.
    Without a `previous` it follows the old one, since they are compared.
    """

    revised: bool
    between: tuple[Workspace, ...] = ()
    detour: Span | None = None


def chain(old: Workspace, new: Workspace) -> Chain:
    """What leads from an old plan to a new one.

    Plans of one id are one plan at two times; a cycle that kept the id is known by its `previous`, if that
    leads to the old plan's folder.
    """
    header = new.header
    same = bool(header and old.header and header.id == old.header.id)
    if not header or not header.previous or (same and _place(old.path) == _place(new.path)):
        return Chain(revised=same)
    between = _between(old, new, same=same)
    if between is not None:
        return Chain(revised=False, between=between)
    return Chain(revised=same, detour=None if same else header.origin.value("previous"))


def _between(old: Workspace, new: Workspace, *, same: bool) -> tuple[Workspace, ...] | None:
    """The plans on the way that `previous` leads; None if it leads past the old one, or in a circle.

    The old plan is met at its place, or, if it was read from another tree such as a revision, by its id.
    """
    apart = old.door.root != new.door.root
    sought, seen = _place(old.path), {_place(new.path)}
    met: list[Workspace] = []
    here: Workspace | None = new
    while here and here.header and here.header.previous:
        try:
            place = _place(here.neighbour(here.header.previous))
        except Unreadable:
            return None
        if place == sought:
            return tuple(reversed(met))
        if place in seen or (apart and same):
            return None
        seen.add(place)
        here = _named(here, place)
        if here and here.header and old.header and apart and here.header.id == old.header.id:
            return tuple(reversed(met))
        met += [here] if here else []
    return None


def _named(plan: Workspace, place: Path) -> Workspace | None:
    """The plan that another names, for the same readers; None if there is none to be read."""
    found = plan.previous
    if found is None or _place(found.path) == place:
        return found
    try:  # it stands beside another than it names
        found = open_workspace(place, plan.door.base, room=plan.room, revision=plan.door.revision)
    except NoPlan:
        return None
    return AudienceExcerpt(found, plan.audience) if isinstance(plan, AudienceExcerpt) else found


def _place(path: Path) -> Path:
    path = path.resolve()
    return path.parent if path.name == PLAN_FILE else path
