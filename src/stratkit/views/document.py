"""What every kind of document says of itself: whose plan it shows, in which language, and its last page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratkit.model.date import Period
from stratkit.views.dates import say_period
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.facets import Filter
from stratkit.views.imprint import Imprint, imprint, version
from stratkit.views.languages import say_language
from stratkit.views.untranslated import languages_in


@dataclass(frozen=True, kw_only=True)
class DocumentView:
    """A document. `names` says what each element is called, `printed` which can be linked to.

    `dated_title`: the title says the period, so the cover need not. `untranslated`: the languages, with
    their tags as codes, of texts that are not there in the document's. `notice` has to be seen on every page:
    that all of the plan is illustrative; empty if it is not.
    """

    id: str
    title: str
    subtitle: str
    organization: str
    full_name: str
    period: str
    dated_title: bool
    status: str
    version: str
    language: str
    untranslated: tuple[Link, ...]
    notice: str
    imprint: Imprint
    names: Mapping[str, str]
    printed: frozenset[str]
    filter: Filter | None = None


def document_view(edition: Edition, shown: tuple[object, ...], printed: frozenset[str]) -> DocumentView:
    """The document around what it shows; `printed` are the ids of the elements in it."""
    header = edition.plan.plan
    title, subtitle, last = edition.say(header.title), edition.say(header.subtitle), imprint(edition)
    return DocumentView(
        id=header.id,
        title=title,
        subtitle=subtitle,
        organization=edition.say_name(header.organization.name),
        full_name=edition.say_name(header.organization.full_name),
        period=say_period(header.period, edition.tongue),
        dated_title=_tells(title, header.period),
        status=edition.words.choice(header.status) if header.status else "",
        version=version(edition),
        language=edition.tongue.tag,
        untranslated=tuple(_untranslated(edition, (title, subtitle, shown, last))),
        notice=_notice(edition),
        imprint=last,
        names={target: edition.heading(record) for target, record in edition.index.elements.items()},
        printed=printed,
    )


def _notice(edition: Edition) -> str:
    if edition.plan.plan.basis != "illustrative":
        return ""
    return edition.translate("Illustrative: made up to show something.")


def _untranslated(edition: Edition, views: tuple[object, ...]) -> Iterator[Link]:
    """The languages that texts have been left in."""
    for tag in dict.fromkeys(languages_in(views)):
        yield Link(words=say_language(tag, edition.tongue), code=tag)


def _tells(title: str, period: Period | None) -> bool:
    """Whether a title already says the years."""
    ends = (period.start, period.end) if period else ()
    return all(f"{date.year}" in title for date in ends if date)
