"""Indicators with what is expected of them on a day, and what was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from stratkit.model.date import PartialDate
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.model.report import Reading
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.known import Dated
from stratkit.progress.overview import Line, Overview
from stratkit.views.courses import trend
from stratkit.views.dates import say_date, say_number
from stratkit.views.edition import Edition
from stratkit.views.indicators import IndicatorEntry, Measured, indicator_entry, say_value
from stratkit.views.standings import Stand, exact, say_day, stand
from stratkit.views.trend import Trend

SMALL = 100
"""Whole numbers below this are few enough for a tenth to tell."""


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """The latest reading of one group."""

    group: str
    value: str
    date: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One indicator. `target` is the one that its percentage is counted by, `expected` is of the day.

    `groups_when` is when all groups were read; empty if that differs, and then each of them says it. There is
    a `chart` where it tells more than the last reading. `again`: it has been shown before.
    """

    indicator: IndicatorEntry
    stand: Stand
    target: Measured | None
    expected: Measured | None
    latest: Measured | None
    chart: Trend | None
    groups: tuple[GroupRow, ...]
    groups_when: str
    again: bool = False

    @property
    def values(self) -> bool:
        """Whether there is any value to tell."""
        return any((self.indicator.baseline, self.target, self.expected, self.latest))


class Measures:
    """Makes the views of indicators; of one that stands in several places the first is told in full."""

    def __init__(self, edition: Edition, overview: Overview) -> None:
        self.edition = edition
        self.overview = overview
        self._told: set[str] = set()

    def of(self, line: Line) -> Measure:
        """The view of the indicator of a line."""
        edition, progress = self.edition, self.overview.progress
        stands = progress.indicators[line.record.id]
        record, readings = stands.indicator, progress.known.readings(stands.indicator)
        entry, again = indicator_entry(edition, record), record.id in self._told
        self._told.add(record.id)
        drawn, groups = _tells(record, readings) and not again, tuple(self._groups(record))
        return Measure(
            indicator=entry,
            stand=stand(edition, line, self.overview.day, progress.bands),
            target=_target(entry, stands),
            expected=self._expected(stands),
            latest=_latest(edition, stands, readings),
            chart=trend(edition, progress, stands) if drawn else None,
            groups=() if again else groups,
            groups_when=_common(groups),
            again=again,
        )

    def _expected(self, stands: IndicatorStanding) -> Measured | None:
        """The value expected on the day; none of bounds, which are told as the target."""
        value, indicator = stands.expected, stands.indicator
        if value is None or stands.goal is None:
            return None
        told = _say(self.edition, value, indicator)
        if indicator.aggregate == "per_period":
            return Measured(value=told, date=say_date(stands.goal.date, self.edition.tongue), note="")
        return Measured(value=told, date=say_day(self.edition, self.overview.day), note="") if told else None

    def _groups(self, record: Indicator) -> Iterator[GroupRow]:
        """The last reading of each group, in the order in which the indicator names them."""
        found = self.overview.progress.known.grouped(record)
        named = [word for words in (record.groups or {}).values() for word in words]
        places = {word: place for place, word in enumerate(named)}
        for group in sorted(found, key=lambda pairs: [places.get(word, len(named)) for _, word in pairs]):
            last = found[group][-1]
            yield GroupRow(
                group=self.edition.translate(", ").join(self.edition.words.told(word) for _, word in group),
                value=say_value(self.edition, last.reading, record.unit),
                date=_when(self.edition, last),
                note=self.edition.say(last.reading.note),
            )


def _tells(indicator: Indicator, readings: list[Dated]) -> bool:
    """Whether a chart tells more than the last reading does."""
    return len(readings) > 1 or bool(readings and (indicator.baseline or indicator.targets))


def _common(groups: tuple[GroupRow, ...]) -> str:
    """The date that all have."""
    dates = {row.date for row in groups}
    return dates.pop() if len(dates) == 1 else ""


def _target(entry: IndicatorEntry, stands: IndicatorStanding) -> Measured | None:
    """The target that counts; where none does, the last one."""
    pairs = zip(stands.indicator.targets, entry.targets, strict=True)
    counting = next((told for target, told in pairs if target is stands.goal), None)
    return counting or next(iter(entry.targets[-1:]), None)


def _latest(edition: Edition, stands: IndicatorStanding, readings: list[Dated]) -> Measured | None:
    """The last reading; of sums what they add up to."""
    if not readings:
        return None
    last, indicator = readings[-1], stands.indicator
    value = say_value(edition, last.reading, indicator.unit)
    if indicator.aggregate == "sum" and stands.actual is not None:
        value = say_number(exact(stands.actual), edition.tongue, indicator.unit)
    return Measured(value=value, date=_when(edition, last), note=edition.say(last.reading.note))


def _when(edition: Edition, dated: Dated) -> str:
    """When a reading was taken, as exactly as it is said."""
    end = dated.update.period.end if dated.update.period else None
    when = dated.reading.date or end or dated.update.date or PartialDate(dated.day.isoformat())
    return say_date(when, edition.tongue)


def _say(edition: Edition, value: Fraction, indicator: Indicator) -> str:
    """A value on the way, rounded as the plan's own are, or to a tenth; a word if it is at one."""
    if indicator.scale:
        return indicator.scale[int(value)] if value.denominator == 1 else ""
    own = (record for record in (indicator.baseline, *indicator.targets) if record)
    places = max((_places(record) for record in own), default=0) or int(abs(value) < SMALL)
    rounded = Fraction(round(value * 10**places), 10**places)
    return say_number(exact(rounded), edition.tongue, indicator.unit)


def _places(record: Baseline | Target | Reading) -> int:
    """How many places behind the point a value has."""
    if not isinstance(record.value, Decimal):
        return 0
    exponent = record.value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
