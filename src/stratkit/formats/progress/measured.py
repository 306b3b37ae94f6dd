"""The working of an indicator: what is given, what is expected of it, what was read, and how far that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stratkit.formats.progress.arithmetic import equals, total
from stratkit.formats.progress.expectation import expectation, unexpected
from stratkit.formats.progress.given import day, note, place, reading, value
from stratkit.formats.progress.reach import lack, reach
from stratkit.formats.progress.sheet import Row
from stratkit.formats.progress.verdict import verdict
from stratkit.model.measure import Baseline, Indicator, Target
from stratkit.progress.course import amount
from stratkit.progress.indicators import IndicatorStanding
from stratkit.progress.overview import Overview

_MANNERS = {"sum": "readings add up", "per_period": "a reading against the target of its day"}
_BETTER = {"increase": "more is better", "decrease": "less is better"}


def measured(overview: Overview, stands: IndicatorStanding) -> Iterator[Row]:
    """The rows of an indicator."""
    yield from _counted(stands)
    if stands.indicator.baseline:
        yield from _baseline(overview, stands, stands.indicator.baseline)
    elif stands.manner == "way" and stands.indicator.aggregate != "sum":
        yield Row(label="baseline", cells=("none",))
    if stands.manner == "way" and stands.indicator.aggregate == "sum":
        yield _start(overview)
    yield from _targets(overview, stands)
    for number, line in enumerate(expectation(overview, stands)):
        yield Row(label="" if number else "expected", cells=(line,))
    yield from _readings(overview, stands)
    yield Row(label="reached", cells=(reach(stands),))
    yield from verdict(overview, stands, why(overview, stands))


def groups(overview: Overview, stands: IndicatorStanding) -> Iterator[Row]:
    """The last reading of each group."""
    for group, found in overview.progress.known.grouped(stands.indicator).items():
        of = ", ".join(f"{name}: {one}" for name, one in group)
        yield from reading(found[-1], stands.indicator, "group", of)


def why(overview: Overview, stands: IndicatorStanding) -> str:
    """Why an indicator has no computed status; empty if it has one."""
    if not stands.readings and overview.progress.known.grouped(stands.indicator):
        return "all readings are of groups, and these are not added up"
    if stands.percent is None:
        return lack(stands)
    return (
        f"nothing is expected, as {unexpected(overview, stands)}" if stands.expected_percent is None else ""
    )


def _counted(stands: IndicatorStanding) -> Iterator[Row]:
    """The unit, and the manner of counting."""
    indicator = stands.indicator
    words = ["words" if indicator.scale else indicator.unit or "numbers"]
    words.append(_MANNERS.get(indicator.aggregate or "", "the latest reading"))
    if stands.manner == "kept":
        words.append("to be kept within bounds")
    elif indicator.direction in _BETTER:
        words.append(_BETTER[indicator.direction])
    if stands.course and indicator.path == "stepped":
        words.append("expected in steps")
    yield Row(label="counted", cells=("; ".join(words),), span=place(indicator, "aggregate", "unit"))
    if indicator.scale:
        places = ", ".join(f"{word} {number}" for number, word in enumerate(indicator.scale))
        yield Row(label="places", cells=(places,), span=place(indicator, "scale"))


def _baseline(overview: Overview, stands: IndicatorStanding, baseline: Baseline) -> Iterator[Row]:
    progress = overview.progress
    last = baseline.date.last(progress.known.fiscal) if baseline.date else progress.eve
    about = day(last, baseline.date) if last else "without a day"
    about += ", the eve of the plan" if last and not baseline.date else ""
    about += "" if _starts(stands) else "; not counted"
    yield Row(
        label="baseline", cells=(value(baseline, stands.indicator), about), span=place(baseline, "value")
    )
    yield from note(baseline.note)


def _starts(stands: IndicatorStanding) -> bool:
    """Whether the way begins at the baseline."""
    if stands.manner == "way":
        return stands.indicator.aggregate != "sum"
    return stands.manner == "period" and stands.indicator.direction == "decrease"


def _start(overview: Overview) -> Row:
    """Where a sum begins."""
    eve, header = overview.progress.eve, overview.workspace.header
    about = f"{eve}, the eve of the plan" if eve else "without a day: the plan has no first one"
    return Row(label="start", cells=("0", about), span=place(header, "period") if header else None)


def _targets(overview: Overview, stands: IndicatorStanding) -> Iterator[Row]:
    """The targets by their days; of periods and of bounds only the one that counts, if there is one."""
    indicator, goal = stands.indicator, stands.goal
    targets = [goal] if goal and stands.course is None else list(indicator.targets)
    for target in sorted(targets, key=lambda one: overview.progress.due(one) or date.max):
        label = "goal" if target is goal and len(targets) > 1 else "target"
        cells = (value(target, indicator), _due(overview, target))
        yield Row(label=label, cells=cells, span=place(target, "value", "min", "max"))
        yield from note(target.note)
    if not targets:
        yield Row(label="target", cells=("none",))


def _due(overview: Overview, target: Target) -> str:
    last = overview.progress.due(target)
    if last is None:
        return "without a day"
    return day(last, target.date) if target.date else f"{last}, the last day of the plan"


def _readings(overview: Overview, stands: IndicatorStanding) -> Iterator[Row]:
    """The readings that count, those of a sum that do not, and the sum."""
    indicator = stands.indicator
    for dated in stands.left_out:
        yield from reading(dated, indicator, "left out", "before the plan")
    for dated in stands.readings:
        yield from reading(dated, indicator, "reading")
    if not stands.readings:
        yield Row(label="reading", cells=(f"none is known on {overview.day}",))
    if indicator.aggregate == "sum" and len(stands.readings) > 1 and stands.actual is not None:
        yield Row(label="sum", cells=(f"{_terms(stands, indicator)} {equals(stands.actual)}",))


def _terms(stands: IndicatorStanding, indicator: Indicator) -> str:
    values = (amount(dated.reading.value, indicator) for dated in stands.readings)
    return total(one for one in values if one is not None)
