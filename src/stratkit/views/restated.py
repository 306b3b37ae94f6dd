"""Readings that a later report gave again, and differently."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.progress.overview import Overview
from stratkit.progress.restatements import Restatement, restatements
from stratkit.views.dates import say_date
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.indicators import say_value
from stratkit.views.standings import say_day


@dataclass(frozen=True, kw_only=True)
class Restated:
    """A reading of a day: what it was, what it is now, why, and in which report that is said.

    `group` is of whom, empty if of all.
    """

    indicator: Link
    when: str
    group: str
    before: str
    now: str
    why: str
    report: Link


def restated(edition: Edition, overview: Overview) -> tuple[Restated, ...]:
    """All that is known to be restated."""
    found = restatements(overview.workspace, overview.progress.known)
    return tuple(_restated(edition, one) for one in found)


def _restated(edition: Edition, found: Restatement) -> Restated:
    later, unit = found.later, found.indicator.unit
    end = later.update.period.end if later.update.period else None
    when = later.reading.date or end
    return Restated(
        indicator=edition.link(found.indicator.id),
        when=say_date(when, edition.tongue) if when else say_day(edition, found.day),
        group=edition.translate(", ").join(edition.words.told(word) for word in found.group.values()),
        before=say_value(edition, found.earlier.reading, unit),
        now=say_value(edition, later.reading, unit),
        why=edition.say(later.reading.note),
        report=Link(words=edition.heading(later.update), url=later.update.url or ""),
    )
