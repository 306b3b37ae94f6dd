"""Which elements of a plan continue which ones of another, and how that is known.

In this order: as authors say, by the same id and kind, by the same title. What is left may be proposed by
likeness, and is never asserted. Where no author says anything, all of it mirrors with the plans exchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratkit.compare.folding import fold
from stratkit.compare.lineage import Lineage
from stratkit.compare.proposals import Proposal, propose
from stratkit.compare.wording import shared_language, title
from stratkit.load.index import Index
from stratkit.load.workspace import Workspace
from stratkit.model.actor import Organization
from stratkit.model.element import Element
from stratkit.model.record import Record
from stratkit.model.report import Retirement
from stratkit.source.door import Unreadable
from stratkit.source.text import Span

WAYS = ("succeeds", "was", "id", "title")
"""How a match is known."""


@dataclass(frozen=True, kw_only=True)
class Match:
    """A new element continues an old one: `by` is one of `WAYS`, `span` what says so in the new plan."""

    old: Element
    new: Element
    by: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Matching:
    """What continues what in two plans: two cycles, or one plan that was `revised`.

    `matches` are in the order of the new plan: several of one old element are a split, several of one new
    element a merge. `singles` are what a plan has one of, by its key, if both have it. `proposals` are
    questions about elements that nothing is known of, the likeliest first. `gone` are the old elements that
    nothing continues, and `added` the new ones that continue nothing: without those that may be what could
    not be read of the other plan, and with those proposed. `retirements` say by id why some are gone.
    """

    revised: bool
    matches: tuple[Match, ...]
    singles: Mapping[str, tuple[Record, Record]]
    proposals: tuple[Proposal, ...]
    gone: tuple[Element, ...]
    added: tuple[Element, ...]
    retirements: Mapping[str, list[Retirement]]


def matching(old: Workspace, new: Workspace) -> Matching:
    """Match the elements of an old plan and a new one."""
    revised = is_revision(old, new)
    lineage = Lineage(old.index, new.index, revised=revised)
    retired = {name: said for name, said in lineage.retirements.items() if said}
    sides, language = _Sides(old.index, new.index), shared_language(old, new)
    for match in _as_said(lineage):
        sides.add(match)
    gone, added = sides.left()
    lost = [one for one in gone if one.id not in retired]
    found = [one for one in added if one.succeeds is None or revised]
    for match in _by_title(sides, lost, found, language):
        sides.add(match)
    lost, found = ([one for one in left if id(one) not in sides.matched] for left in (lost, found))
    gone, added = sides.left()
    return Matching(
        revised=revised,
        matches=sides.ordered(),
        singles=dict(_singles(old, new)),
        proposals=tuple(propose(lost, found, language)),
        gone=gone,
        added=added,
        retirements=retired,
    )


def is_revision(old: Workspace, new: Workspace) -> bool:
    """Whether two plans are one at two times, and not one cycle and the next: they have the same id.

    A cycle that kept the id of the one before is told by its `previous`, if that leads to the old plan.
    """
    if not old.header or not new.header or old.header.id != new.header.id:
        return False
    try:
        return not new.header.previous or new.neighbour(new.header.previous) != old.folder.resolve()
    except Unreadable:
        return True


class _Sides:
    """The elements of both plans, and what is matched so far."""

    def __init__(self, old: Index, new: Index) -> None:
        self.old, self.new = old, new
        self.matches: list[Match] = []
        self.matched: set[int] = set()

    def add(self, match: Match) -> None:
        self.matches.append(match)
        self.matched.update((id(match.old), id(match.new)))

    def ordered(self) -> tuple[Match, ...]:
        """The matches in the order of the new plan."""
        order = {name: place for place, name in enumerate(self.new.elements)}
        return tuple(sorted(self.matches, key=lambda match: order[match.new.id]))

    def left(self) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
        """The old and the new elements that are not matched, and surely not in the other plan."""
        sides = ((self.old, self.new), (self.new, self.old))
        old, new = (
            tuple(
                one
                for one in elements(here)
                if id(one) not in self.matched and not _may_be_unread(one, there)
            )
            for here, there in sides
        )
        return old, new


def elements(index: Index) -> Iterator[Element]:
    """The elements of a plan that may go on in another, in its order."""
    for one in index.elements.values():
        if isinstance(one, Element) and not isinstance(one, Organization):
            yield one


def _may_be_unread(one: Element, index: Index) -> bool:
    """Whether an element may go on in what could not be read of the other plan."""
    unread = index.unread
    if unread.files or unread.any_id or one.kind_ in unread.kinds:
        return True
    return one.id in unread.ids or one.id in unread.words


def _as_said(lineage: Lineage) -> Iterator[Match]:
    """By what authors say, and by the same id and kind where they say nothing."""
    for name, successions in lineage.successions.items():
        old = lineage.earlier.get(name)
        if isinstance(old, Element):
            for new, by, span in successions:
                if not (isinstance(old, Organization) and isinstance(new, Organization)):
                    yield Match(old=old, new=new, by=by, span=span)


def _by_title(sides: _Sides, lost: list[Element], found: list[Element], language: str) -> Iterator[Match]:
    """By a title that one element of its kind has in either plan."""

    def key(one: Element) -> tuple[str, tuple[str, ...]]:
        return one.kind_, fold(title(one, language))

    olds, news = ({key(one): one for one in left} for left in (lost, found))
    same = [one for one in news if one in olds and one[1]]
    if same:
        counts = [Counter(map(key, elements(index))) for index in (sides.old, sides.new)]
        for each in same:
            if counts[0][each] == counts[1][each] == 1:
                new = news[each]
                yield Match(old=olds[each], new=new, by="title", span=new.origin.name())


def _singles(old: Workspace, new: Workspace) -> Iterator[tuple[str, tuple[Record, Record]]]:
    """What either plan has one of."""
    for name in ("plan", "organization", "vision", "mission", "objective"):
        before, after = (_single(workspace, name) for workspace in (old, new))
        if before is not None and after is not None:
            yield name, (before, after)


def _single(workspace: Workspace, name: str) -> Record | None:
    record = workspace.header if name == "organization" else workspace.plan
    found = record.__dict__[name] if record else None
    return found if isinstance(found, Record) else None
