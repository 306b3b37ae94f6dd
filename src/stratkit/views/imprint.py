"""What the document says of itself on its last page: which plan and edition it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.load.workspace import NoPlan, open_workspace
from stratkit.source.door import Unreadable
from stratkit.views.dates import say_date, say_month, say_period
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Fact, Link
from stratkit.views.interpretation import Interpretation, interpretations
from stratkit.views.languages import say_language


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """The last page. `organization` is an entry: references may lead to it."""

    title: str
    organization: Entry
    full_name: str
    facts: tuple[Fact, ...]
    interpretations: tuple[Interpretation, ...]
    entry: Entry


def imprint(edition: Edition) -> Imprint:
    """The last page of one edition."""
    header = edition.plan.plan
    beside = (*header.fields_,)
    return Imprint(
        title=edition.say(header.title),
        organization=edition.entry(header.organization, beside=("full_name",)),
        full_name=edition.say_name(header.organization.full_name),
        facts=tuple(_facts(edition)),
        interpretations=interpretations(edition),
        entry=edition.entry(header, beside=beside),
    )


def _facts(edition: Edition) -> Iterator[Fact]:
    header, tongue = edition.plan.plan, edition.tongue
    approved = header.approved
    yield from _fact(edition, "period", say_period(header.period, tongue))
    yield from _fact(edition, "status", edition.words.choice(header.status) if header.status else "")
    if approved:
        by = (edition.link(approved.by),) if approved.by else ()
        when = (Link(words=say_date(approved.date, tongue)),) if approved.date else ()
        yield Fact(key="approved", label=edition.words.fact("approved"), items=(*by, *when))
    yield from _fact(edition, "version", version(edition))
    yield from _fact(edition, "language", say_language(tongue.tag, tongue))
    yield from _fact(edition, "previous", _title(edition, header.previous))
    yield from _fact(edition, "part_of", _title(edition, header.part_of))
    if header.fiscal_year:
        if header.fiscal_year.named_for == "start":
            sentence = tongue.translate("begins in {month} and is named for the year it starts in")
        else:
            sentence = tongue.translate("begins in {month} and is named for the year it ends in")
        month = say_month(header.fiscal_year.starts, tongue)
        yield from _fact(edition, "fiscal_year", sentence.format(month=month))
    if header.url:
        yield Fact(
            key="url", label=edition.words.fact("url"), items=(Link(words=header.url, url=header.url),)
        )


def version(edition: Edition) -> str:
    """The latest version and its date, as far as they are known."""
    if not edition.plan.versions:
        return ""
    latest = edition.plan.versions[-1]
    words = (edition.say(latest.title), say_date(latest.date, edition.tongue))
    return edition.translate(", ").join(filter(None, words))


def _fact(edition: Edition, key: str, words: str) -> Iterator[Fact]:
    if words:
        yield Fact(key=key, label=edition.words.fact(key), items=(Link(words=words),))


def _title(edition: Edition, folder: str | None) -> str:
    """The title of another plan, or nothing if it cannot be read."""
    if not folder:
        return ""
    workspace = edition.workspace
    try:
        other = open_workspace(workspace.neighbour(folder), workspace.door.base)
    except (NoPlan, Unreadable):
        return ""
    return edition.say_name(other.plan.plan.__dict__.get("title"))
