"""How elements stand on a day, in words: statuses, percentages, what has changed, and how old it is."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from babel.dates import format_timedelta

from stratkit.model.date import PartialDate
from stratkit.model.report import NO_REPORT, NOT_COMPUTED
from stratkit.progress.overview import Line
from stratkit.progress.standing import Bands
from stratkit.views.bullet import Bullet
from stratkit.views.dates import say_date, say_number
from stratkit.views.donut import Donut, Slice
from stratkit.views.edition import Edition
from stratkit.views.entry import Link

ORDER = (
    "off_track",
    "at_risk",
    "on_track",
    "completed",
    "discontinued",
    "not_started",
    NOT_COMPUTED,
    NO_REPORT,
)
"""All statuses: what needs a reader first, what has no word last."""
GRAVITY = {"completed": 0, "on_track": 0, "at_risk": 1, "off_track": 2, "discontinued": 3}
"""How far from well a status is; what is not here cannot be compared."""


@dataclass(frozen=True, kw_only=True)
class Status:
    """A status by its key, which a shape is drawn for, and its words."""

    key: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Stand:
    """How one element stands.

    `status` is the reported one, else the computed one; `computed` is there where both are and they differ.
    `percent` of the way and the percent `expected` are whole, rounded down; empty where there are none, as
    is `change`, in points since the report before. `moved`: `better`, `worse` or empty, and `before` the
    status it had. `said` is a percentage that was
    reported. `reported` is the day of the last report and `age` the time since; `missing`: one is owed.
    """

    status: Status
    computed: Status | None
    percent: str
    expected: str
    change: str
    moved: str
    before: Status | None
    said: str
    reported: str
    age: str
    missing: bool
    lead: Link | None
    bullet: Bullet


def stand(edition: Edition, line: Line, day: date, bands: Bands) -> Stand:
    """The view of one line of an overview of that day."""
    computed, before = line.standing.status, line.status_before
    percent = say_percent(edition, line.standing.percent)
    expected = say_percent(edition, line.standing.expected_percent)
    known = line.report.known if line.report else None
    return Stand(
        status=status(edition, line.status),
        computed=status(edition, computed) if line.differs else None,
        percent=percent,
        expected=expected,
        change=_change(edition, line),
        moved=moved(before, line.status),
        before=status(edition, before) if before and before != line.status else None,
        said=_progress(edition, line),
        reported=say_day(edition, known) if known else "",
        age=_age(edition, known, day) if known else "",
        missing=line.missing,
        lead=edition.link(line.lead) if line.lead else None,
        bullet=bullet(edition, line, bands),
    )


def status(edition: Edition, key: str) -> Status:
    """A status in the plan's words, or the standard ones."""
    return Status(key=key, words=edition.words.one(key))


def say_percent(edition: Edition, percent: Fraction | None) -> str:
    """A percentage in whole percent, rounded down: nothing looks better than it is."""
    return "" if percent is None else say_number(Decimal(math.floor(percent)), edition.tongue, "percent")


def exact(value: Fraction) -> Decimal:
    """A sum of decimal numbers as such a number."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def say_day(edition: Edition, day: date) -> str:
    """A day in full."""
    return say_date(PartialDate(day.isoformat()), edition.tongue)


def bullet(edition: Edition, line: Line, bands: Bands) -> Bullet:
    """The bar of one line."""
    percent, expected = line.standing.percent, line.standing.expected_percent
    words = edition.words.one(line.status)
    if percent is None:
        sentence = edition.translate("{status}; there is no figure.").format(status=words)
    elif expected is None:
        sentence = edition.translate("{status}: {percent} of the way.")
    else:
        sentence = edition.translate("{status}: {percent} of the way, where {expected} were expected.")
    return Bullet(
        sentence=sentence.format(
            status=words, percent=say_percent(edition, percent), expected=say_percent(edition, expected)
        ),
        percent=percent,
        expected=expected,
        at_risk=None if expected is None else expected * bands.at_risk,
        on_track=None if expected is None else expected * bands.on_track,
        status=line.status,
    )


def donut(edition: Edition, counts: Counter[str], kind: str = "outcome") -> Donut:
    """How many of a kind there are of each status."""
    slices = tuple(
        Slice(
            status=key,
            words=edition.words.one(key),
            count=counts[key],
            figure=say_count(edition, counts[key]),
        )
        for key in ORDER
        if counts[key]
    )
    told = edition.translate(", ").join(f"{one.words} {one.figure}" for one in slices)
    return Donut(
        sentence=edition.translate("{what} by status: {counts}.").format(
            what=edition.words.many(kind), counts=told
        ),
        slices=slices,
        figure=say_count(edition, counts.total()),
        words=edition.words.many(kind) if counts.total() != 1 else edition.words.one(kind),
    )


def say_count(edition: Edition, count: int) -> str:
    """A number of something, its thousands apart."""
    return say_number(Decimal(count), edition.tongue)


def _change(edition: Edition, line: Line) -> str:
    """The points gained or lost, with their sign."""
    now, before = line.standing.percent, line.before.percent if line.before else None
    if now is None or before is None:
        return ""
    points = math.floor(now) - math.floor(before)
    return ("+" if points > 0 else "") + say_count(edition, points)


def moved(before: str | None, now: str) -> str:
    """Which way a status has gone."""
    if before not in GRAVITY or now not in GRAVITY or GRAVITY[before] == GRAVITY[now]:
        return ""
    return "better" if GRAVITY[now] < GRAVITY[before] else "worse"


def _progress(edition: Edition, line: Line) -> str:
    """The percentage that was reported, if any was."""
    progress = line.told.entry.progress if line.told else None
    return "" if progress is None else say_number(progress, edition.tongue, "percent")


def _age(edition: Edition, known: date, day: date) -> str:
    """The time from a report to a day, in the largest unit that tells it."""
    return str(format_timedelta(day - known, granularity="day", threshold=1.5, locale=edition.tongue.locale))
