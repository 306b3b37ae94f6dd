"""Two plans side by side: what each calls an element."""

from __future__ import annotations

from typing import NamedTuple

from stratkit.model.element import Element
from stratkit.model.plan import Header, Plan
from stratkit.model.record import Record
from stratkit.views.dates import say_period
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.words import small

NOWHERE: frozenset[str] = frozenset()
"""No id: what leads to an element of the plan itself leads nowhere in a document about two."""


class Cycles(NamedTuple):
    """The earlier plan and the later one, in one tongue."""

    old: Edition
    new: Edition

    def side(self, *, later: bool) -> Edition:
        """One of them."""
        return self.new if later else self.old

    def columns(self) -> tuple[str, str]:
        """What tells them apart: their years, else their versions, else their titles, else their order."""
        for said in (_years, _version, _title):
            one, other = said(self.old), said(self.new)
            if one and other and one != other:
                return one, other
        return self.old.translate("Before"), self.old.translate("Now")


def name_of(edition: Edition, record: Record, target: str = "") -> Link:
    """What an element is called, leading to a place of the document if one is named."""
    if isinstance(record, Plan | Header):
        return Link(words=edition.translate("The plan itself"), target=target)
    code = edition.numbering.of(record.id).code if isinstance(record, Element) else ""
    return Link(words=edition.heading(record), target=target, code=code)


def kind_of(edition: Edition, record: Record) -> str:
    """The word for its kind, as it stands within a sentence."""
    kind = getattr(record, "kind_", "")
    return small(edition.words.one(kind)) if kind and not isinstance(record, Plan | Header) else ""


def _years(edition: Edition) -> str:
    return say_period(edition.plan.plan.period, edition.tongue)


def _version(edition: Edition) -> str:
    versions = edition.plan.versions
    return edition.say(versions[-1].title) if versions else ""


def _title(edition: Edition) -> str:
    return edition.say(edition.plan.plan.title)
