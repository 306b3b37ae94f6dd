"""Where a field lies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stratkit.model.record import Record
from stratkit.source.text import Span


@dataclass(frozen=True, kw_only=True)
class Place:
    """The two records that hold a field, its name, and the way to it from the elements compared.

    `keys` lead on inside the field: the key of a table, an end of a period, the language of a text. The path
    has them too, but for the language of a text that is in one only. `texts` are the two of a list of texts
    that are one, reworded or translated.
    """

    records: tuple[Record, Record]
    name: str
    path: str
    keys: tuple[str, ...] = ()
    texts: tuple[str, str] | None = None

    def deeper(self, key: str, *, told: bool = True) -> Place:
        """A place inside the value; its path has the key if that is `told`."""
        return replace(self, path=f"{self.path}.{key}" if told else self.path, keys=(*self.keys, key))

    def span(self, side: int) -> Span | None:
        """The field in the earlier (0) or the later (1) plan; else the record that does not have it."""
        origin = self.records[side].__dict__.get("origin")
        if origin is None:
            return None
        span: Span = origin.value(self.name) if origin.has(self.name) else origin.name()
        return span
