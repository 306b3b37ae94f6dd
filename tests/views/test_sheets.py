from __future__ import annotations

from collections.abc import Callable

import pytest

from stratkit.load.workspace import Workspace
from stratkit.views.sheets import sheets_view

Opener = Callable[..., Workspace]
BODY = """
stakeholders: [{id: office, name: Office}]
action_lines:
  - id: line
    title: Line
    outcomes:
      - {id: plants, title: Plants run, indicators: [{id: running, title: Running, unit: plants}]}
indicators:
  - id: pay
    title: Pay gap
    unit: percent
    direction: decrease
    groups: {sex: [women, men]}
    source: The office
    cadence: yearly
    lead: office
    measures: [plants]
    reading: [measures]
    scale: [low, high]
  - {id: whole, title: Whole}
updates:
  - id: late
    title: Late report
    period: 2022
    readings:
      - {indicator: pay, value: 7, group: {sex: women}}
      - {indicator: pay, value: 8, date: 2021-05, note: Early}
      - {indicator: running}
"""


def test_every_indicator_has_a_sheet(plan_of: Opener) -> None:
    found = sheets_view(plan_of(BODY))
    assert {(sheet.entry.id, sheet.place) for sheet in found.sheets} == {
        (name, f"Indicator {number} of 3") for number, name in enumerate(("running", "pay", "whole"), 1)
    }
    assert found.printed == {"pay", "whole", "running"}
    assert found.reading


def test_a_sheet_says_what_is_measured_in_plain_words(plan_of: Opener) -> None:
    told = {
        sheet.entry.id: [(link.words, link.target) for link in sheet.measures.items]
        for sheet in sheets_view(plan_of(BODY)).sheets
    }
    assert told == {"pay": [("Plants run", "")], "running": [("Plants run", "")], "whole": []}


def test_a_sheet_says_what_the_plan_does_not_state(plan_of: Opener) -> None:
    sheets = {sheet.entry.id: sheet for sheet in sheets_view(plan_of(BODY)).sheets}
    pay, whole = (
        {fact.label: [item.words for item in fact.items] for fact in sheets[name].facts}
        for name in ("pay", "whole")
    )
    assert pay == {
        "Unit": ["percent"],
        "Better is": ["lower"],
        "Broken down by": ["Sex: women, men"],
        "Scale": ["low", "high"],
        "Source": ["The office"],
        "How often it is measured": ["Every year"],
        "Who measures it": ["Office"],
    }
    assert whole == {}
    assert sheets["pay"].unstated == ""
    assert sheets["running"].unstated.startswith("direction, breakdown, source")
    assert sheets["whole"].unstated == (
        "unit, direction, breakdown, source, how often it is measured, who measures it"
    )


def test_a_sheet_knows_its_own_marks(plan_of: Opener) -> None:
    assert {sheet.entry.id: sheet.reading for sheet in sheets_view(plan_of(BODY)).sheets} == {
        "running": False,
        "pay": True,
        "whole": False,
    }


@pytest.mark.parametrize(
    ("way", "better"), [("increase", "higher"), ("decrease", "lower"), ("maintain", "kept")]
)
def test_which_way_is_better(plan_of: Opener, way: str, better: str) -> None:
    (sheet,) = sheets_view(plan_of(f"indicators: [{{id: i, title: I, direction: {way}}}]\n")).sheets
    assert [(fact.label, [item.words for item in fact.items]) for fact in sheet.facts] == [
        ("Better is", [better])
    ]


def test_readings_have_the_time_of_their_report(plan_of: Opener) -> None:
    sheets = {sheet.entry.id: sheet for sheet in sheets_view(plan_of(BODY)).sheets}
    assert [(one.when, one.read.value, one.report) for one in sheets["pay"].readings] == [
        ("2022", "7%", "Late report"),
        ("May 2021", "8%", "Late report"),
    ]
    assert (sheets["pay"].has_groups, sheets["pay"].has_notes) == (True, True)
    assert [one.read.value for one in sheets["running"].readings] == [""]
    assert sheets["whole"].readings == ()
    assert sheets["pay"].latest is not None
    assert (sheets["pay"].latest.value, sheets["pay"].latest.date) == ("8%", "May 2021")


def test_a_plan_without_indicators(plan_of: Opener) -> None:
    assert sheets_view(plan_of("themes: [{id: t, title: T}]\n")).sheets == ()
