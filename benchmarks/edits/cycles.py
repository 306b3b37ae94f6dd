"""What authors say of the cycles of a real plan, as a pair that likeness may be tried on."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from stratkit.compare.lineage import Lineage
from stratkit.load.workspace import open_workspace

from .elements import KINDS, plain_id, plan_elements
from .pairs import Edit, Pair

CYCLES = ("cities-alliance-2014-2017", "cities-alliance-2018-2021", "cities-alliance-2022-2025")


def real_pairs(plans: Path) -> list[Pair]:
    """The pairs of one cycle and the next in the folder of plans; each id says of which cycle it is."""
    return [real_pair(plans / old, plans / new) for old, new in pairwise(CYCLES)]


def real_pair(old: Path, new: Path) -> Pair:
    """Two plans with the truth that the newer one tells: `succeeds`, `was`, the same id, and `retired`.

    An old element of which it says nothing is not in `removed`: nobody knows whether it goes on.
    """
    lineage = Lineage(open_workspace(old, old.parent).index, open_workspace(new, new.parent).index)
    return Pair(
        old=tuple(plan_elements(old)),
        new=tuple(plan_elements(new)),
        edits=tuple(
            Edit(old=plain_id(old, name), new=plain_id(new, heir.id), strength=0, shifted=kind != heir.kind_)
            for name, successions in lineage.successions.items()
            for kind in (lineage.earlier.kind(name),)
            for heir, *_ in successions
            if kind in KINDS and heir.kind_ in KINDS
        ),
        removed=tuple(plain_id(old, name) for name in lineage.retirements),
    )
