"""Which old element a new one may continue, by likeness alone: questions to the authors, never facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stratkit.compare.likeness import Likeness, said
from stratkit.compare.wording import text, title
from stratkit.model.element import Element

ENOUGH = 0.5
"""The likeness from which on something is proposed."""

_SHIFT = 0.05
"""How much more likeness it takes where the kind is another."""

_FAMILIES = {
    **dict.fromkeys(
        ("theme", "challenge", "focus_area", "action_line", "axis", "outcome", "programme"), "unit"
    ),
    **dict.fromkeys(("stakeholder", "member"), "actor"),
}
"""The kinds that may become one another; any other stays what it is."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A new element may continue an old one; `score` is how like they are, from `ENOUGH` to 1."""

    old: Element
    new: Element
    score: float


def propose(old: Iterable[Element], new: Iterable[Element], language: str) -> list[Proposal]:
    """Pair elements of two plans by likeness, none of them twice; the likeliest pair first.

    Both are in the order of their plans, which decides between pairs that are alike.
    """
    olds, news = _by_family(old), _by_family(new)
    found = [
        proposal
        for family in olds.keys() & news.keys()
        for proposal in _propose(olds[family], news[family], language)
    ]
    return sorted(found, key=lambda each: (-each.score, *sorted((each.old.id, each.new.id))))


def _by_family(elements: Iterable[Element]) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = defaultdict(list)
    for element in elements:
        found[_FAMILIES.get(element.kind_, element.kind_)].append(element)
    return found


def _propose(old: Sequence[Element], new: Sequence[Element], language: str) -> Iterator[Proposal]:
    olds, news = ([said(title(one, language), text(one, language)) for one in side] for side in (old, new))
    likeness = Likeness(olds, news)
    same_id = _same_ids(old, new)
    scored = [(likeness.score(*places, same_id=True), *places) for places in same_id]
    for here, there in likeness.candidates() - same_id:
        shift = _SHIFT if old[here].kind_ != new[there].kind_ else 0
        scored.append((likeness.score(here, there) - shift, here, there))
    enough = [each for each in scored if each[0] >= ENOUGH]
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, here, there in sorted(enough, key=_order):
        if here not in taken[0] and there not in taken[1]:
            taken[0].add(here)
            taken[1].add(there)
            yield Proposal(old=old[here], new=new[there], score=score)


def _same_ids(old: Sequence[Element], new: Sequence[Element]) -> set[tuple[int, int]]:
    """The places of elements that have the same id; their kinds differ, or they would be matched."""
    places = {one.id: place for place, one in enumerate(new)}
    return {(place, places[one.id]) for place, one in enumerate(old) if one.id in places}


def _order(scored: tuple[float, int, int]) -> tuple[float, int, int]:
    """The likeliest pair first, and of those as likely the nearest in the order of the plans."""
    score, here, there = scored
    return -score, abs(here - there), here + there
