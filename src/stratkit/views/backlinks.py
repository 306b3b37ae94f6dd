"""Back-references: which elements name this one, and how that is said from its side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from stratkit.model.element import Element
from stratkit.model.plan import ReportingDuty
from stratkit.views.entry import Fact, Link

if TYPE_CHECKING:
    from stratkit.load.index import Link as Reference
    from stratkit.views.edition import Edition

BACK = {
    "about": "Reported in",
    "author": "Signs",
    "by": "Decided",
    "challenges": "Answered by",
    "concerns": "Decided on in",
    "contributes_to": "Supported by",
    "depends_on": "Needed for",
    "funders": "Pays for",
    "funder": "Pays for",
    "indicator": "Read in",
    "kinds": "Of this kind",
    "lead": "Leads",
    "measures": "Measured by",
    "partners": "Works on",
    "prepared_by": "Prepares",
    "reviewed_by": "Reviews",
    "themes": "Served by",
    "threatens": "Threatened by",
}
"""What introduces those who name an element in a field."""

FEW = 3

REPORTING = "_reporting"
"""Where the reports that the plan promises are listed."""


def back_facts(
    edition: Edition, record: Element, beside: tuple[str, ...] = (), told: frozenset[str] = frozenset()
) -> tuple[Fact, ...]:
    """Who names this element, by the field they do it in.

    Left out are references in fields named `beside`, and elements that are `told` elsewhere.
    """
    found: dict[str, dict[str, Link]] = {}
    for reference in edition.index.referrers.get(record.id, ()):
        if reference.field in BACK and reference.field not in beside:
            link = _owner(edition, reference)
            if link.words and link.target not in told:
                found.setdefault(BACK[reference.field], {})[link.target or link.words] = link
    return tuple(
        Fact(
            key=key,
            label=edition.translate(key),
            items=tuple(links.values()),
            codes=many_codes(links.values()),
        )
        for key, links in found.items()
    )


def many_codes(links: Iterable[Link]) -> bool:
    """Whether short numbers should stand for titles: a few titles are read, many are not."""
    return sum(bool(link.code) for link in links) > FEW


def _owner(edition: Edition, reference: Reference) -> Link:
    if isinstance(reference.record, ReportingDuty):
        return Link(words=edition.say(reference.record.title), target=REPORTING)
    owner = reference.owner
    return edition.link(owner.id) if isinstance(owner, Element) and owner.id else Link(words="")
