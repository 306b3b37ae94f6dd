from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from stratkit.load.workspace import Workspace
from stratkit.views.scorecard import MOST, Score, ScorecardView, scorecard_view
from stratkit.views.tongue import Tongue

HEADER = """\
format: 1
plan:
  id: small
  title: A small plan
  organization: {name: A network}
  period: {start: 2021, end: 2024}
"""
BODY = """
action_lines:
  - id: homes
    title: Homes
    outcomes:
      - id: built
        title: Built
        indicators:
          - id: houses
            title: Houses
            unit: houses
            direction: increase
            aggregate: sum
            targets: [{date: 2024, value: 100}]
            groups: {sex: [women, men]}
      - {id: let, title: Let}
    axes:
      - {id: axis, title: Axis, outcomes: [{id: far, title: Far}]}
indicators:
  - {id: rents, title: Rents, measures: [homes], unit: percent, direction: decrease}
  - {id: both, title: Both, measures: [let, far], aggregate: per_period, targets: [{date: 2022, value: 10}]}
  - id: more
    title: More
    measures: [far]
    direction: increase
    baseline: {date: 2020, value: 0}
    targets: [{date: 2024, value: 10}]
  - {id: known, title: Known}
updates:
  - id: one
    date: 2023-02-10
    readings:
      - {indicator: houses, date: 2021, value: 30}
      - {indicator: houses, date: 2022, value: 40}
      - {indicator: houses, date: 2022, value: 15, group: {sex: women}}
      - {indicator: houses, date: 2022, value: 25, group: {sex: men}}
      - {indicator: both, date: 2022, value: 5}
      - {indicator: more, date: 2022, value: 15}
"""


@pytest.fixture
def card(plan_of: Callable[..., Workspace]) -> ScorecardView:
    workspace = plan_of(BODY, header=HEADER)
    assert not workspace.problems
    return scorecard_view(workspace, Tongue("en"), date(2023, 3, 1))


@pytest.fixture
def scores(card: ScorecardView) -> dict[str, Score]:
    found = [score for one in card.cards for group in one.groups for score in group.scores]
    return {score.measure.indicator.entry.id: score for score in found}


def test_every_indicator_stands_once_by_what_it_measures(card: ScorecardView) -> None:
    told = [
        (one.title, group.what.words, [score.measure.indicator.entry.heading for score in group.scores])
        for one in card.cards
        for group in one.groups
    ]
    assert told == [
        ("Homes", "Far", ["Both", "More"]),
        ("Homes", "Built", ["Houses"]),
        ("Homes", "Homes", ["Rents"]),
        ("Beside the action lines", "", ["Known"]),
    ]


def test_sums_are_totals(scores: dict[str, Score]) -> None:
    houses = scores["houses"]
    assert (houses.total, houses.counted) == ("70", "Values add up over the cycle")
    assert houses.measure.latest is not None
    assert houses.measure.latest.date == "2022"
    assert [(row.group, row.value) for row in houses.measure.groups] == [("women", "15"), ("men", "25")]


def test_other_ways_to_count(scores: dict[str, Score]) -> None:
    both, more = scores["both"], scores["more"]
    assert (both.counted, both.total, both.measure.stand.percent) == (
        "Each period by itself",
        "",
        "50%",
    )
    assert (more.counted, more.measure.stand.percent) == ("", "150%")


def test_what_is_not_there_is_none(scores: dict[str, Score]) -> None:
    rents = scores["rents"].measure
    assert (rents.indicator.baseline, rents.target, rents.latest, rents.chart) == (None,) * 4
    assert (rents.stand.percent, rents.stand.status.key) == ("", "no_report")


def test_bars_have_one_measure(scores: dict[str, Score]) -> None:
    assert {score.measure.stand.bullet.most for score in scores.values()} == {MOST}


def test_indicators_are_counted_by_status(card: ScorecardView) -> None:
    assert {one.status: one.count for one in card.counts} == {"off_track": 1, "on_track": 2, "no_report": 2}
    assert (card.key.on_track, card.key.at_risk) == ("95%", "85%")


def test_a_plan_without_indicators(plan_of: Callable[..., Workspace]) -> None:
    found = scorecard_view(plan_of("outcomes: [{id: one, title: One}]\n"), Tongue("en"), date.min)
    assert (found.cards, found.counts, found.day) == ((), (), "")
