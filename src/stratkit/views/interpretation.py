"""Which elements of a document are not, or not all, the organization's own words."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.element import Noted
from stratkit.model.record import Record
from stratkit.views.backlinks import many_codes
from stratkit.views.edition import Edition
from stratkit.views.entry import Link


@dataclass(frozen=True, kw_only=True)
class Interpretation:
    """Elements of one kind with the same fields interpreted; no fields: all of it.

    `basis` is `reading` or `illustrative`. `codes`: short numbers stand for many names.
    """

    kind: str
    fields: tuple[str, ...]
    basis: str
    links: tuple[Link, ...]
    codes: bool


def interpretations(edition: Edition) -> tuple[Interpretation, ...]:
    """Everything that is printed and marked, by kind and fields, in the order of the document."""
    found: dict[tuple[str, tuple[str, ...], str], list[Link]] = {}
    for record in edition.records():
        if isinstance(record, Noted) and (record.basis or record.reading):
            fields = () if record.basis else tuple(edition.words.fact(name) for name in record.reading)
            links = found.setdefault((_kind(edition, record), fields, record.basis or "reading"), [])
            links.append(_link(edition, record))
    return tuple(
        Interpretation(
            kind=kind,
            fields=fields,
            basis=basis,
            links=tuple(dict.fromkeys(links)),
            codes=many_codes(links),
        )
        for (kind, fields, basis), links in found.items()
    )


def _kind(edition: Edition, record: Record) -> str:
    kind = getattr(record, "kind_", "")
    return edition.words.many(kind) if kind else ""


def _link(edition: Edition, record: Record) -> Link:
    said = record.__dict__
    if said.get("id"):
        return edition.link(said["id"])
    named = said.get("about") or said.get("indicator")
    return edition.link(named) if named else Link(words=edition.heading(record))
