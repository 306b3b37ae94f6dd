"""The reports that were made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.progress.known import Known
from stratkit.views.dates import say_date, say_period
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import say_count


@dataclass(frozen=True, kw_only=True)
class Made:
    """A report: its title leads to where it is published. What it tells of, when and by whom it was made.

    `entries` and `readings` say how many there are.
    """

    report: Link
    period: str
    when: str
    by: Link | None
    entries: str
    readings: str


def made(edition: Edition, known: Known) -> Iterator[Made]:
    """All that are known, in the order in which they became known; readings that no report gave are none."""
    for update in known.updates:
        if update.id:
            yield Made(
                report=Link(words=edition.heading(update), url=update.url or ""),
                period=say_period(update.period, edition.tongue),
                when=say_date(update.date, edition.tongue),
                by=edition.link(update.by) if update.by else None,
                entries=say_count(edition, len(update.entries)),
                readings=say_count(edition, len(update.readings)),
            )
