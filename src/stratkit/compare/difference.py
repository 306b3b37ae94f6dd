"""What became of the promises of one plan in another: every change, in the order of the earlier plan.

One plan at two times is compared in all it says. Two cycles are compared in what is promised: reports, work
plans, decisions and members of one are not those of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from stratkit.compare.change import Change, Kind
from stratkit.compare.fields import compare_fields
from stratkit.compare.holding import holders, listed, ordered_lists, outermost
from stratkit.compare.matching import Matching, matching
from stratkit.compare.pair import Pair
from stratkit.compare.place import Place
from stratkit.compare.step import Match, elements
from stratkit.compare.targets import FIELDS, compare_measures
from stratkit.load.index import fields_of
from stratkit.load.workspace import Workspace
from stratkit.model import shape
from stratkit.model.date import CALENDAR
from stratkit.model.element import Element
from stratkit.model.measure import Indicator
from stratkit.model.plan import Plan
from stratkit.model.record import Record
from stratkit.source.text import Span

PROMISED = (
    "value",
    "theme",
    "challenge",
    "focus_area",
    "outcome_kind",
    "action_line",
    "axis",
    "outcome",
    "indicator",
    "milestone",
    "programme",
)
"""The kinds of element that are compared between two cycles."""

STATEMENTS = ("vision", "mission", "objective")
_HOLDER = shape.Reference()
PLACING = frozenset(("parent", "measures"))
"""Fields that say where an element lies: that is compared by itself."""


_Places = tuple[Span | None, Span | None]
_Values = tuple[object, object]
_NONE = (None, None)


MARKING = frozenset(("basis", "reading", "reading_note"))
"""Fields that say whose words an element has: of another cycle that is no change."""


class Difference:
    """Two plans and what lies between them.

    `heirs` are the matches by the ids of the old plan, `forebears` by those of the new one. `retirements` say
    by the ids of the old plan why an element has ended, be it in a plan between the two.
    """

    def __init__(self, old: Workspace, new: Workspace) -> None:
        self.old = old
        self.new = new
        self.matching: Matching = matching(old, new)
        self.retirements = self.matching.retirements
        self.heirs: dict[str, list[Match]] = defaultdict(list)
        self.forebears: dict[str, list[Match]] = defaultdict(list)
        for match in self.matching.matches:
            self.heirs[match.old.id].append(match)
            self.forebears[match.new.id].append(match)
        self._fiscal = (old.fiscal or CALENDAR, new.fiscal or CALENDAR)
        self._languages = (_language(old), _language(new))
        self._ids = {
            name: frozenset(one.new.id for one in found)
            for name, found in self.heirs.items()
            if len(found) == 1 or not self.matching.revised
        }
        self._reused = frozenset(self._find_reused())

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All changes: of the plan itself, of what was there, of the order, and then what is new."""
        return (*self._plan(), *self._was_there(), *self._orders(), *self._is_new())

    def _pair(self, old: Record, new: Record) -> Pair:
        return Pair(
            old=old,
            new=new,
            fiscal=self._fiscal,
            languages=self._languages,
            heirs=self._ids,
            reused=self._reused,
            revised=self.matching.revised,
        )

    def _find_reused(self) -> Iterator[str]:
        """The ids that name one thing in the old plan and another in the new one."""
        for name, old in self.old.index.elements.items():
            new = self.new.index.get(name)
            if new is None or any(match.new is new for match in self.heirs.get(name, ())):
                continue
            if name in self.heirs or name in self.forebears or _kind(old) != _kind(new):
                yield name

    def _plan(self) -> Iterator[Change]:
        """What a plan says of itself, and what it has one of."""
        for name in ("plan", *STATEMENTS) if self.matching.revised else STATEMENTS:
            old, new = (_single(workspace, name) for workspace in (self.old, self.new))
            if old is not None and new is not None:
                whole = name == "plan"
                pair = self._pair(old, new) if whole else self._pair(self.old.plan, self.new.plan)
                path = "" if whole else f"{name}."
                yield from compare_fields(pair, old, new, path, frozenset(("previous",)))
            elif old is not None or new is not None:
                kind: Kind = "set" if old is None else "unset"
                places = (_whole(old), _whole(new))
                yield _change(kind, (self.old.plan, self.new.plan), places, name, (old, new))
        if self.matching.revised:
            pair = self._pair(self.old.plan, self.new.plan)
            left_out = frozenset(("plan", "format", *STATEMENTS))
            yield from compare_fields(pair, self.old.plan, self.new.plan, "", left_out)

    def _was_there(self) -> Iterator[Change]:
        """What became of each element of the old plan; what lay in one that is gone went with it."""
        gone = [element for element in self.matching.gone if self._counts(element)]
        told = outermost(self.old.index, gone, self.retirements)
        for element in elements(self.old.index):
            if heirs := self.heirs.get(element.id) if self._counts(element) else None:
                yield from self._continued(element, heirs)
            elif element.id in told:
                said = self.retirements.get(element.id)
                yield Change(
                    kind="retired" if said else "removed",
                    old=element,
                    new=None,
                    after=said,
                    fro=element.origin.name(),
                    to=_whole(said),
                    along=told[element.id],
                )

    def _is_new(self) -> Iterator[Change]:
        """What continues nothing; what lies in such an element came with it."""
        added = {element.id: element for element in self.matching.added if self._counts(element)}
        for name, along in outermost(self.new.index, added.values()).items():
            element = added[name]
            to, at = element.origin.name(), self._came_into(element)
            yield Change(kind="added", old=None, new=element, to=to, at=at, along=along)

    def _came_into(self, element: Element) -> Place | None:
        """The list in which an element stands, if what holds that was there before."""
        holder = self.new.index.holder(element)
        if holder is None or element.__dict__.get("parent") or element.__dict__.get("measures"):
            return None
        before = self._forebear(holder)
        fields = ((name, holder.fields_[name].item) for name in fields_of(type(holder)).children)
        names = (name for name, item in fields if getattr(item, "record", None) is type(element))
        name = next(names, None)
        return Place(records=(before, holder), name=name, path=name) if before and name else None

    def _counts(self, element: Element) -> bool:
        """Whether an element is compared: between cycles, if it is of what is promised."""
        return self.matching.revised or element.kind_ in PROMISED

    def _continued(self, element: Element, heirs: Sequence[Match]) -> Iterator[Change]:
        """One element and what continues it; what one of them says is compared where it is one and one."""
        for match in heirs:
            new, places = match.new, (element.origin.name(), match.span)
            merged = len(self.forebears[new.id]) > 1
            if len(heirs) > 1:
                yield replace(_change("split", (element, new), places), at=self._came_into(new))
            if merged:
                yield _change("merged", (element, new), places)
            elif len(heirs) == 1 and (element.id != new.id or element.kind_ != new.kind_):
                kind: Kind = "renamed" if self.matching.revised else "continued"
                yield _change(kind, (element, new), places)
            if element.kind_ != new.kind_:
                yield _change("shifted", (element, new), places, "", (element.kind_, new.kind_))
            if len(heirs) == 1 and not merged:
                yield from self._inside(element, new)

    def _inside(self, old: Element, new: Element) -> Iterator[Change]:
        """Where an element lies, and what it says."""
        pair, left_out = self._pair(old, new), PLACING if self.matching.revised else PLACING | MARKING
        if old.kind_ == new.kind_:
            yield from self._moved(pair, old, new)
        if isinstance(old, Indicator) and isinstance(new, Indicator):
            yield from compare_measures(pair, old, new)
            left_out |= FIELDS
        yield from compare_fields(pair, old, new, "", left_out)

    def _moved(self, pair: Pair, old: Element, new: Element) -> Iterator[Change]:
        """An element that lies in something that does not continue what it lay in."""
        before, after = holders(self.old.index, old), holders(self.new.index, new)
        if pair.is_literal and before == after:
            return
        left = [one for one in before if not any(pair.is_same(_HOLDER, one, other) for other in after)]
        come = [one for one in after if not any(pair.is_same(_HOLDER, other, one) for other in before)]
        places = (old.origin.name(), new.origin.name())
        named = isinstance(old, Indicator) and isinstance(new, Indicator) and old.measures and new.measures
        if len(before) > 1 or len(after) > 1 or named:
            yield from (_change("unlinked", (old, new), places, "measures", (one, None)) for one in left)
            yield from (_change("linked", (old, new), places, "measures", (None, one)) for one in come)
        elif left or come:
            lay, lies = next(iter(before), None), next(iter(after), None)
            yield _change("moved", (old, new), places, "", (lay, lies))

    def _orders(self) -> Iterator[Change]:
        """Lists in which the same elements stand in another order."""
        for holder, name, before in ordered_lists(self.old.index):
            over = self.new.plan if isinstance(holder, Plan) else self._heir(holder)
            if over is None:
                continue
            after = listed(self.new.index, over, name)
            places = {id(one): place for place, one in enumerate(after)}
            kept = [places.get(id(self._heir(one))) for one in before if self._counts(one)]
            if any(one > other for one, other in pairwise(place for place in kept if place is not None)):
                ids = tuple(one.id for one in before), tuple(one.id for one in after)
                spans = _key(holder, name), _key(over, name)
                yield _change("reordered", (holder, over), spans, name, ids)

    def _forebear(self, holder: Record) -> Record | None:
        """What an element continues, or the first of that; the old plan for the plan."""
        if isinstance(holder, Plan):
            return self.old.plan
        matches = self.forebears.get(holder.__dict__.get("id", ""), ())
        return matches[0].old if matches else None

    def _heir(self, holder: Record) -> Record | None:
        """What alone continues an element."""
        heirs = self.heirs.get(holder.__dict__.get("id", ""), ())
        return heirs[0].new if len(heirs) == 1 else None


def difference(old: Workspace, new: Workspace) -> Difference:
    """What lies between two plans."""
    return Difference(old, new)


def _change(
    kind: Kind, sides: tuple[Record, Record], places: _Places, field: str = "", values: _Values = _NONE
) -> Change:
    (old, new), (fro, to), (before, after) = sides, places, values
    at = Place(records=sides, name=field, path=field) if field else None
    return Change(kind=kind, old=old, new=new, field=field, before=before, after=after, fro=fro, to=to, at=at)


def _kind(record: Record) -> str:
    return getattr(record, "kind_", "")


def _language(workspace: Workspace) -> str:
    return workspace.header.language if workspace.header else "en"


def _single(workspace: Workspace, name: str) -> Record | None:
    found = workspace.header if name == "plan" else workspace.plan.__dict__[name]
    return found if isinstance(found, Record) else None


def _whole(record: Record | None) -> Span | None:
    return record.origin.whole() if record is not None else None


def _key(record: Record, name: str) -> Span | None:
    origin = record.__dict__.get("origin")
    if origin is None:
        return None
    span: Span = origin.key(name) if origin.has(name) else origin.name()
    return span
