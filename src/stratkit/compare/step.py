"""What a plan continues and retires of the one before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stratkit.compare.folding import fold
from stratkit.compare.lineage import Lineage, ended_with
from stratkit.compare.wording import shared_language, title
from stratkit.load.index import Index
from stratkit.load.workspace import Workspace
from stratkit.model.actor import Organization
from stratkit.model.element import Element
from stratkit.model.report import Retirement
from stratkit.source.text import Span

WAYS = ("succeeds", "was", "id", "title")
"""How a match is known."""
SAID = ("succeeds", "was")
"""The ways that an author has written down."""


@dataclass(frozen=True, kw_only=True)
class Match:
    """A new element continues an old one: `by` is one of `WAYS`, `span` what says so in the new plan.

    Where plans lie between, both are of the last step. `through` has the elements in each of those plans, in
    order, by way of which it goes on: none in one where it was absent and is taken up again later.
    """

    old: Element
    new: Element
    by: str
    span: Span
    through: tuple[tuple[Element, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ending:
    """An element of `plan` that nothing in `later`, the plan after that, continues.

    `retirement` is what `later` says of it: of itself, or of `within`, which it lay in. `through` is as in a
    match: by way of what it is known to continue an element of the first plan, itself included.
    """

    plan: Workspace
    later: Workspace
    element: Element
    retirement: Retirement | None = None
    within: Element | None = None
    through: tuple[tuple[Element, ...], ...] = ()


class Step:
    """One plan and the next one.

    `continued` are the ids of the earlier plan's elements that are matched, `taken` those of the later one's.
    `retirements` say what has ended, by id. Of one plan `revised` only they are believed, and nothing where
    the later plan is on a `detour`: what it says is of another plan.
    """

    def __init__(
        self, earlier: Workspace, later: Workspace, *, revised: bool = False, detour: bool = False
    ) -> None:
        self.earlier, self.later = earlier, later
        self.stated = not (revised or detour)
        retired = () if detour else later.plan.retired
        self.retirements = {one.element: one for one in reversed(retired)}
        self.matches: list[Match] = []
        self.continued: set[str] = set()
        self.taken: set[str] = set()
        self._add(as_said(Lineage(earlier.index, later.index, stated=self.stated)))
        self._add(list(by_title(earlier, later, *self._sought())))

    def _add(self, matches: Iterable[Match]) -> None:
        for match in matches:
            self.matches.append(match)
            self.continued.add(match.old.id)
            self.taken.add(match.new.id)

    @cached_property
    def heirs(self) -> Mapping[str, Sequence[Match]]:
        """The matches by the ids of the earlier plan."""
        return by_old(self.matches)

    def _sought(self) -> tuple[list[Element], list[Element]]:
        """What may be sought by its title."""
        lost = [
            one
            for one in elements(self.earlier.index)
            if one.id not in self.continued and not (self.stated and one.id in self.retirements)
        ]
        return lost, [one for one in elements(self.later.index) if self.is_free(one)]

    def is_free(self, one: Element) -> bool:
        """Whether a later element continues nothing, and its author does not say what else."""
        return one.id not in self.taken and (one.succeeds is None or not self.stated)

    def ending(self, element: Element) -> Ending:
        """How an element that nothing continues has ended."""
        retired = (
            ended_with(self.earlier.index, element, self.retirements, self.continued)
            if self.retirements
            else None
        )
        return Ending(
            plan=self.earlier,
            later=self.later,
            element=element,
            retirement=self.retirements[retired.id] if retired else None,
            within=None if retired is element else retired,
        )


def by_old(matches: Iterable[Match]) -> dict[str, list[Match]]:
    """Matches by the ids of the old elements."""
    found: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        found[match.old.id].append(match)
    return found


def elements(index: Index) -> Iterator[Element]:
    """The elements of a plan that may go on in another, in its order."""
    for one in index.elements.values():
        if isinstance(one, Element) and not isinstance(one, Organization):
            yield one


def may_be_unread(one: Element, index: Index) -> bool:
    """Whether an element may go on in what could not be read of another plan."""
    unread = index.unread
    if unread.files or unread.any_id or one.kind_ in unread.kinds:
        return True
    return one.id in unread.ids or one.id in unread.words


def as_said(lineage: Lineage) -> Iterator[Match]:
    """By what authors say, and by the same id and kind where they say nothing."""
    for name, successions in lineage.successions.items():
        old = lineage.earlier.get(name)
        if isinstance(old, Element):
            for new, by, span in successions:
                if not (isinstance(old, Organization) and isinstance(new, Organization)):
                    yield Match(old=old, new=new, by=by, span=span)


def by_title(
    earlier: Workspace, later: Workspace, lost: Iterable[Element], found: Iterable[Element]
) -> Iterator[Match]:
    """By a title that one element of its kind has in either plan.

    Only what surely is not in the other plan, be it in what could not be read of it, is sought there.
    """
    language = shared_language(earlier, later)

    def key(one: Element) -> tuple[str, tuple[str, ...]]:
        return one.kind_, fold(title(one, language))

    olds = {key(one): one for one in lost if not may_be_unread(one, later.index)}
    news = {key(one): one for one in found if not may_be_unread(one, earlier.index)}
    same = [one for one in news if one in olds and one[1]]
    kinds = {kind for kind, _ in same}
    counts = [
        Counter(key(one) for one in elements(plan.index) if one.kind_ in kinds)
        for plan in ((earlier, later) if same else ())
    ]
    for each in same:
        if all(count[each] == 1 for count in counts):
            new = news[each]
            yield Match(old=olds[each], new=new, by="title", span=new.origin.name())
