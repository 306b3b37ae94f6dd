"""The answer in brief: how many outcomes are well, how many were reported, who owes, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.model.promise import ActionLine
from stratkit.progress.overview import Overview
from stratkit.views.changes import Changes, changes
from stratkit.views.donut import Donut
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import Stand, donut, say_count, say_day, say_percent, stand
from stratkit.views.words import small

WELL = ("completed", "on_track")


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A figure, and what it counts. `key` says which it is."""

    key: str
    value: str
    caption: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """An action line, how it stands and how many outcomes it has."""

    link: Link
    stand: Stand
    tone: int
    count: str


@dataclass(frozen=True, kw_only=True)
class Owing:
    """Who owes reports, None if nobody is named, and how many."""

    lead: Link | None
    count: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """All of it. `owing` is empty while nothing is overdue; `donut` is None where nothing is promised."""

    sums: tuple[Sum, ...]
    owing: tuple[Owing, ...]
    donut: Donut | None
    places: tuple[Place, ...]
    changes: Changes | None


def answer(edition: Edition, overview: Overview, term: str) -> Answer:
    """The answer as of the day; `term` are the words for the time that is reported on."""
    return Answer(
        sums=tuple(_sums(edition, overview, term)),
        owing=tuple(_owing(edition, overview)),
        donut=donut(edition, overview.statuses) if overview.outcomes else None,
        places=tuple(_places(edition, overview)),
        changes=changes(edition, overview),
    )


def _sums(edition: Edition, overview: Overview, term: str) -> Iterator[Sum]:
    reporting, plan, words = overview.reporting, overview.progress.plan, edition.words
    well = sum(overview.statuses[status] for status in WELL)
    if overview.outcomes:
        caption = edition.translate("{outcomes}: {status} or {other}").format(
            outcomes=words.many("outcome"), status=small(words.one(WELL[0])), other=small(words.one(WELL[1]))
        )
        yield Sum(key="well", value=_share(edition, well, len(overview.outcomes)), caption=caption)
    asked, missing = len(reporting.outcomes), len(reporting.missing)
    if asked:
        pattern = edition.translate("reported for {period}") if term else edition.translate("reported on")
        yield Sum(
            key="reported", value=_share(edition, asked - missing, asked), caption=pattern.format(period=term)
        )
    if reporting.term and missing:
        day = say_day(edition, reporting.term.due)
        pattern = edition.tongue.count("report overdue since {date}", "reports overdue since {date}", missing)
        if overview.day <= reporting.term.due:
            pattern = edition.tongue.count(
                "report still to come, by {date}", "reports still to come, by {date}", missing
            )
        elif not reporting.overdue:
            pattern = edition.tongue.count("report never came", "reports never came", missing)
        yield Sum(key="missing", value=say_count(edition, missing), caption=pattern.format(date=day))
    elif reporting.term and asked:
        yield Sum(key="none", value=say_count(edition, 0), caption=edition.translate("reports overdue"))
    if plan.percent is not None:
        wanted = say_percent(edition, plan.expected_percent)
        pattern = edition.translate("of the way; {percent} expected by now")
        yield Sum(key="way", value=say_percent(edition, plan.percent), caption=pattern.format(percent=wanted))


def _share(edition: Edition, count: int, whole: int) -> str:
    return edition.translate("{count} of {all}").format(
        count=say_count(edition, count), all=say_count(edition, whole)
    )


def _owing(edition: Edition, overview: Overview) -> Iterator[Owing]:
    """Those who owe most first."""
    if overview.reporting.overdue:
        owing = overview.reporting.owing()
        for lead in sorted(owing, key=lambda one: -len(owing[one])):
            count = say_count(edition, len(owing[lead]))
            yield Owing(lead=edition.link(lead) if lead else None, count=count)


def _places(edition: Edition, overview: Overview) -> Iterator[Place]:
    for line in overview.lines:
        if isinstance(line.record, ActionLine):
            parts = getattr(line.standing, "parts", 0)
            yield Place(
                link=edition.link(line.record.id),
                stand=stand(edition, line, overview.day, overview.progress.bands),
                tone=edition.tones[line.record.id],
                count=say_count(edition, parts),
            )
