"""One element in two plans, and how what it says is compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stratkit.compare.change import Change, Kind
from stratkit.compare.place import Place
from stratkit.model import shape
from stratkit.model.date import CALENDAR, FiscalYear, PartialDate
from stratkit.model.language import Translated
from stratkit.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An element in both plans, with each plan's year and language, and the new ids of what the old names.

    `reused` are ids that name one thing in the old plan and another in the new one. `revised`: it is one plan
    at two times, and not one cycle and another.
    """

    old: Record
    new: Record
    fiscal: tuple[FiscalYear, FiscalYear] = (CALENDAR, CALENDAR)
    languages: tuple[str, str] = ("en", "en")
    heirs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    reused: frozenset[str] = frozenset()
    revised: bool = True

    @property
    def is_literal(self) -> bool:
        """Whether what is written alike says the same in both plans: dates and ids may not."""
        return not self.reused and self.fiscal[0] == self.fiscal[1]

    def change(self, kind: Kind, before: object, after: object, at: Place) -> Change:
        """A change of a field."""
        return Change(
            kind=kind,
            old=self.old,
            new=self.new,
            field=at.path,
            before=before,
            after=after,
            fro=at.span(0),
            to=at.span(1),
            at=at,
        )

    def is_same(self, what: shape.Shape, before: object, after: object) -> bool:
        """Whether two values say the same: of dates the days count, and names follow what they name."""
        if isinstance(before, PartialDate) and isinstance(after, PartialDate):
            one, other = self.fiscal
            return (before.first(one), before.last(one)) == (after.first(other), after.last(other))
        if isinstance(what, shape.Reference | shape.Place):
            return after in self.said_now(what, before)
        return before == after

    def said_now(self, what: shape.Shape, before: object) -> frozenset[object]:
        """What says the same in the new plan: the value itself, and for a name the names of its heirs."""
        if not (isinstance(what, shape.Reference | shape.Place) and isinstance(before, str)):
            return frozenset((before,))
        heirs: frozenset[object] = self.heirs.get(before, frozenset())
        return heirs if before in self.reused else heirs | {before}

    def texts(self, side: int, text: str | None) -> Mapping[str, str]:
        """A text in each of its languages."""
        if text is None:
            return {}
        return text.translations if isinstance(text, Translated) else {self.languages[side]: str(text)}


def squeeze(text: str | None) -> str | None:
    """A text as it reads, however its lines end."""
    return None if text is None else " ".join(text.split())
