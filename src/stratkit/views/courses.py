"""An indicator over time, as a chart shows it: the values expected, and those that were read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate

from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.progress.course import amount
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.known import Dated
from stratkit.progress.rollup import Progress
from stratkit.views.dates import say_number
from stratkit.views.edition import Edition
from stratkit.views.indicators import say_value
from stratkit.views.standings import exact, say_day
from stratkit.views.ticks import years
from stratkit.views.trend import Bounds, Level, Spot, Trend


def trend(edition: Edition, progress: Progress, stands: IndicatorStanding) -> Trend | None:
    """The chart of one indicator as of the day of its progress; None where there is nothing to draw."""
    indicator, known = stands.indicator, progress.known
    counted = stands.readings if indicator.aggregate == "sum" else known.readings(indicator)
    readings = _spots(edition, indicator, counted)
    path = tuple(Spot(day=p.day, value=p.value) for p in stands.course.points) if stands.course else ()
    targets = _targets(edition, progress, indicator)
    bounds = tuple(_bounds(edition, progress, indicator))
    baseline = _baseline(edition, progress, indicator)
    days = [spot.day for spot in (*readings, *path, *targets, *((baseline,) if baseline else ()))]
    days += [day for band in bounds for day in (band.first, band.last) if day]
    header = progress.workspace.header
    period = header.period if header else None
    days += [
        day for day in (period and period.first(known.fiscal), period and period.last(known.fiscal)) if day
    ]
    if not (readings or targets or bounds) or not days:
        return None
    first, last = min(days), max(days)
    return Trend(
        sentence=_sentence(edition, indicator, baseline, targets, readings),
        first=first,
        last=last,
        ticks=years(first, last),
        path=path,
        stepped=indicator.path == "stepped",
        bounds=bounds,
        readings=readings,
        baseline=baseline,
        target=targets[-1] if targets else None,
        today=known.day if first <= known.day <= last else None,
        levels=tuple(Level(value=number, words=word) for number, word in enumerate(indicator.scale)),
    )


def _spots(edition: Edition, indicator: Indicator, readings: Sequence[Dated]) -> tuple[Spot, ...]:
    """The readings; those of sums as they add up. What is only a bound stands at that."""
    found = []
    for dated in readings:
        reading = dated.reading
        bound = reading.min if reading.min is not None else reading.max
        value = amount(reading.value, indicator) if reading.value is not None else None
        beyond = ""
        if value is None and reading.value is None and bound is not None:
            value, beyond = Fraction(bound), "above" if reading.min is not None else "below"
        if value is not None:
            words = say_value(edition, reading, indicator.unit)
            found.append(Spot(day=dated.day, value=value, words=words, beyond=beyond))
    if indicator.aggregate != "sum":
        return tuple(found)
    sums = accumulate(Fraction(spot.value) for spot in found)
    return tuple(
        Spot(day=spot.day, value=total, words=say_number(exact(total), edition.tongue, indicator.unit))
        for spot, total in zip(found, sums, strict=True)
    )


def _baseline(edition: Edition, progress: Progress, indicator: Indicator) -> Spot | None:
    baseline = indicator.baseline
    day = baseline.date.last(progress.known.fiscal) if baseline and baseline.date else progress.eve
    return _spot(edition, indicator, baseline, day) if baseline else None


def _targets(edition: Edition, progress: Progress, indicator: Indicator) -> tuple[Spot, ...]:
    """The targets with a value, by their days."""
    dated = ((target, progress.due(target)) for target in indicator.targets)
    spots = (_spot(edition, indicator, target, day) for target, day in dated)
    return tuple(sorted((spot for spot in spots if spot), key=lambda spot: spot.day))


def _spot(edition: Edition, indicator: Indicator, record: Baseline | Target, day: date | None) -> Spot | None:
    value = amount(record.value, indicator)
    if value is None or day is None:
        return None
    return Spot(day=day, value=value, words=say_value(edition, record, indicator.unit))


def _bounds(edition: Edition, progress: Progress, indicator: Indicator) -> Iterator[Bounds]:
    """The bounds to be kept, each from the day after the one before it."""
    first = None
    for target in sorted(indicator.targets, key=lambda one: progress.due(one) or date.max):
        last = progress.due(target)
        if target.min is not None or target.max is not None:
            yield Bounds(
                first=first,
                last=last,
                low=None if target.min is None else Fraction(target.min),
                high=None if target.max is None else Fraction(target.max),
                words=say_value(edition, target, indicator.unit),
            )
        first = last


def _sentence(
    edition: Edition,
    indicator: Indicator,
    baseline: Spot | None,
    targets: tuple[Spot, ...],
    readings: tuple[Spot, ...],
) -> str:
    """What is drawn: the baseline, the target and the last reading, as far as there are any."""
    told = []
    if baseline:
        told.append(_dated(edition, edition.translate("baseline {value} on {date}"), baseline))
    if targets:
        told.append(_dated(edition, edition.translate("target {value} on {date}"), targets[-1]))
    if readings:
        told.append(_dated(edition, edition.translate("last reading {value} on {date}"), readings[-1]))
    else:
        told.append(edition.translate("no reading"))
    values = edition.translate("; ").join(told)
    return edition.translate("{title} over time: {values}.").format(
        title=edition.heading(indicator), values=values
    )


def _dated(edition: Edition, pattern: str, spot: Spot) -> str:
    return pattern.format(value=spot.words, date=say_day(edition, spot.day))
