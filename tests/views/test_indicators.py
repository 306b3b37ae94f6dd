from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.indicators import indicators

TWO = """
indicators:
  - id: gap
    title: Pay gap
    unit: percent
    baseline: {date: 2020, value: 53, note: An average}
    targets: [{date: 2023, min: 40, max: 50}, {date: 2024, max: 45}, {date: 2025, min: 1, note: Once}]
    reading: [targets]
  - id: density
    title: Density
    unit: people per km2
    baseline: {value: 2642.5, note: An average}
"""


def test_values_are_said_with_their_bounds_and_unit(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(TWO)
    section = indicators(edition, edition.plan.indicators, ())
    gap, density = section.indicators
    assert [target.value for target in gap.targets] == ["40%–50%", "at most 45%", "at least 1%"]
    assert (gap.unit, density.unit) == ("", "people per km2")
    assert density.baseline is not None
    assert (density.baseline.value, density.baseline.date) == ("2,642.5", "")
    assert (gap.targets_reading, gap.baseline_reading) == (True, False)


def test_a_note_that_recurs_is_told_once(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(TWO)
    section = indicators(edition, edition.plan.indicators, ())
    assert [(note.mark, note.text) for note in section.notes] == [("a", "An average")]
    assert [one.baseline and one.baseline.mark for one in section.indicators] == ["a", "a"]
    assert section.indicators[0].targets[2].note == "Once"


def test_no_target_at_all_is_known(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of("indicators: [{id: a, title: A}]\n")
    section = indicators(edition, edition.plan.indicators, ())
    assert (section.has_targets, section.has_baselines) == (False, False)


def test_a_unit_that_the_title_says_is_not_said_again(edition_of: Callable[..., Edition]) -> None:
    body = (
        "indicators:\n"
        "  - {id: a, title: Life expectancy (years), unit: years}\n"
        "  - {id: b, title: People reached, unit: people}\n"
        "  - {id: c, title: Area, unit: a}\n"
        "  - {id: d, title: Trees planted, unit: trees, reading: [unit]}\n"
    )
    edition = edition_of(body)
    section = indicators(edition, edition.plan.indicators, ())
    assert [one.unit for one in section.indicators] == ["", "", "a", "trees"]
