"""One element in two plans, and how what it says is compared."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from stratkit.compare.change import Change, Kind
from stratkit.model import shape
from stratkit.model.date import CALENDAR, FiscalYear, PartialDate
from stratkit.model.language import Translated
from stratkit.model.record import Record
from stratkit.source.text import Span


@dataclass(frozen=True, kw_only=True)
class Place:
    """The two records that hold a field, its name, and the way to it from the elements compared."""

    records: tuple[Record, Record]
    name: str
    path: str

    def deeper(self, key: str) -> Place:
        """A place inside the value."""
        return replace(self, path=f"{self.path}.{key}")

    def span(self, side: int) -> Span | None:
        """The field in the earlier (0) or the later (1) plan; else the record that does not have it."""
        origin = self.records[side].__dict__.get("origin")
        if origin is None:
            return None
        span: Span = origin.value(self.name) if origin.has(self.name) else origin.name()
        return span


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An element in both plans, with each plan's year and language, and the new ids of what the old names."""

    old: Record
    new: Record
    fiscal: tuple[FiscalYear, FiscalYear] = (CALENDAR, CALENDAR)
    languages: tuple[str, str] = ("en", "en")
    heirs: Mapping[str, Container[str]] = field(default_factory=dict)

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
        )

    def is_same(self, what: shape.Shape, before: object, after: object) -> bool:
        """Whether two values say the same: of dates the days count, and names follow what they name."""
        if isinstance(before, PartialDate) and isinstance(after, PartialDate):
            one, other = self.fiscal
            return (before.first(one), before.last(one)) == (after.first(other), after.last(other))
        if before == after:
            return True
        named = isinstance(what, shape.Reference | shape.Place) and isinstance(before, str)
        return named and after in self.heirs.get(str(before), ())

    def texts(self, side: int, text: str | None) -> Mapping[str, str]:
        """A text in each of its languages."""
        if text is None:
            return {}
        return text.translations if isinstance(text, Translated) else {self.languages[side]: str(text)}


def squeeze(text: str | None) -> str | None:
    """A text as it reads, however its lines end."""
    return None if text is None else " ".join(text.split())
