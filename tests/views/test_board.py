from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from stratkit.load.workspace import Workspace
from stratkit.views.board import BoardView, board_view
from stratkit.views.tongue import Tongue

Opener = Callable[..., Workspace]
HEADER = """\
format: 1
plan:
  id: small
  title: A small plan
  organization: {name: A network}
  period: {start: 2021, end: 2024}
  reporting: [{title: Yearly report, cadence: yearly}]
"""
BODY = """
stakeholders: [{id: office, name: Office}]
action_lines:
  - id: homes
    title: Homes
    outcomes:
      - id: red
        title: Red
        lead: office
        milestones: [{id: stone, title: Stone, due: 2022-06}]
      - {id: green, title: Green, lead: office, due: 2022}
      - {id: orphan, title: Orphan}
      - id: rosy
        title: Rosy
        lead: office
        indicators:
          - id: reached
            title: Reached
            direction: increase
            baseline: {date: 2020, value: 0}
            targets: [{date: 2022, value: 100}]
outcomes: [{id: silent, title: Silent, lead: office}]
decisions:
  - id: first
    title: First decision
    date: 2022-05
    by: office
    follow_up:
      - {text: Long past, due: 2021-06}
      - {text: Past, due: 2022-12, lead: office}
      - {text: Soon, due: 2023-04}
      - {text: Far off, due: 2023-12}
      - {text: Some day}
  - {id: later, title: Later decision, date: 2023-05, follow_up: [{text: Not asked yet, due: 2023-03}]}
updates:
  - id: one
    period: 2021
    date: 2022-02
    entries:
      - {about: red, status: on_track}
      - {about: green, status: at_risk}
      - {about: orphan, status: on_track}
      - {about: silent, status: on_track}
  - id: two
    period: 2022
    date: 2023-02-10
    entries:
      - {about: red, status: off_track}
      - {about: green, status: completed}
      - {about: orphan, status: at_risk}
      - {about: rosy, status: on_track}
    readings: [{indicator: reached, value: 20}]
"""
RISK = "risks: [{id: risk, title: Risk, threatens: [homes], response: We act., likelihood: high}]\n"
DAY = date(2023, 3, 1)


@pytest.fixture
def board_of(plan_of: Opener) -> Callable[..., BoardView]:
    def see(body: str = BODY, day: date = DAY, *, header: str = HEADER) -> BoardView:
        workspace = plan_of(body, header=header)
        assert not workspace.problems
        return board_view(workspace, Tongue("en"), day)

    return see


def test_concerns_are_told_by_their_gravity(board_of: Callable[..., BoardView]) -> None:
    found = board_of().front.concerns
    assert [one.link.words for one in found.items] == ["Red", "Rosy", "Orphan", "Silent"]
    assert found.more == ()
    rosy, silent = found.items[1], found.items[3]
    assert rosy.stand.computed is not None
    assert (rosy.stand.status.key, rosy.stand.computed.key) == ("on_track", "off_track")
    assert (rosy.stand.percent, rosy.stand.expected, rosy.owed) == ("20%", "100%", None)
    assert silent.owed is not None
    assert (silent.stand.status.key, silent.owed.words, silent.stand.age) == (
        "on_track",
        "No report",
        "12 months",
    )


def test_what_the_figures_bear_out_is_no_concern(board_of: Callable[..., BoardView]) -> None:
    found = board_of(BODY.replace("value: 20}", "value: 100}")).front.concerns
    assert [one.link.words for one in found.items] == ["Red", "Orphan", "Silent"]


def test_decisions_are_asked_for(board_of: Callable[..., BoardView]) -> None:
    found = board_of().front.asks
    told = [(one.link.words, one.why, one.due, one.past) for one in found.items]
    unanswered = "off track, and no response to a risk is for it"
    assert told == [
        ("Past", "First decision", "December 2022", True),
        ("Soon", "First decision", "April 2023", False),
        ("Red", unanswered, "", False),
        ("Rosy", unanswered, "", False),
        ("Orphan", "nobody answers for it", "", False),
    ]
    assert [one.link.target for one in found.items[:3]] == ["first", "first", "red"]
    assert found.note == "Plans do not record whether what was decided has been done."


def test_a_risk_with_a_response_answers_for_all_below_it(board_of: Callable[..., BoardView]) -> None:
    assert [one.link.words for one in board_of(BODY + RISK).front.asks.items] == ["Past", "Soon", "Orphan"]
    unanswered = RISK.replace("response: We act., ", "")
    assert "Red" in [one.link.words for one in board_of(BODY + unanswered).front.asks.items]


def test_what_is_past_its_date_asks_for_a_decision(board_of: Callable[..., BoardView]) -> None:
    found = board_of(BODY.replace("about: green, status: completed", "about: green, status: on_track"))
    (green,) = [one for one in found.front.asks.items if one.link.words == "Green"]
    assert (green.why, green.due, green.past) == (
        "past its date, neither completed nor given up",
        "2022",
        True,
    )


def test_what_has_moved_since_the_last_report(board_of: Callable[..., BoardView]) -> None:
    found = board_of().front.moves
    assert found.title == "Changed since 9 February 2023"
    told = [(one.link.words, one.way, one.before and one.before.key, one.now.key) for one in found.items]
    assert told == [
        ("Red", "Slipped", "on_track", "off_track"),
        ("Orphan", "Slipped", "on_track", "at_risk"),
        ("Stone", "Late", None, "no_report"),
        ("Green", "Finished", "at_risk", "completed"),
    ]
    assert found.items[2].due == "June 2022"


def test_a_plan_that_nobody_reports_on_says_so(board_of: Callable[..., BoardView]) -> None:
    found = board_of(BODY.partition("decisions:")[0]).front
    assert (found.concerns.items, found.asks.items) == ((), ())
    assert [(one.link.words, one.way) for one in found.moves.items] == [("Stone", "Late")]
    assert found.concerns.empty == "Nothing has been reported on this plan yet."
    assert found.asks.empty == "The plan and its reports ask for no decision."
    assert found.ample
    found = board_of("outcomes: [{id: one, title: One}]\n", header=HEADER.partition("  period:")[0]).front
    assert (found.moves.title, found.moves.items) == ("What has changed", ())
    assert found.moves.empty == "There is no earlier report to compare with."


def test_a_calm_plan_says_so(board_of: Callable[..., BoardView]) -> None:
    body = "outcomes: [{id: one, title: One}]\nupdates:\n"
    body += "".join(
        f"  - {{id: u{year}, period: {year - 1}, date: {year}-02, "
        "entries: [{about: one, status: on_track}]}\n"
        for year in (2022, 2023)
    )
    found = board_of(body).front
    assert found.concerns.empty == "Nothing is off track, at risk or without its report."
    assert found.moves.empty == "No status has changed."


def test_what_has_no_room_is_counted(board_of: Callable[..., BoardView]) -> None:
    body = "outcomes:\n" + "".join(f"  - {{id: o{n}, title: Outcome {n}}}\n" for n in range(100))
    entries = "".join(f"      - {{about: o{n}, status: off_track}}\n" for n in range(100))
    found = board_of(
        f"{body}updates:\n  - id: u\n    period: 2022\n    date: 2023-02\n    entries:\n{entries}"
    )
    front = found.front
    (more,) = front.concerns.more
    assert len(front.concerns.items) > 5
    assert (more.words, more.target) == (f"and {100 - len(front.concerns.items)} more", "_outcomes")
    (asked,) = front.asks.more
    assert asked.words == f"and {100 - len(front.asks.items)} more"


def test_the_tables_hold_everything(board_of: Callable[..., BoardView]) -> None:
    tables = board_of(BODY + RISK).tables
    homes, outside = tables.outcomes
    assert homes.head is not None
    assert (homes.title, homes.head.number, homes.tone) == ("Homes", "1", 1)
    assert [(row.id, row.number, row.axis) for row in homes.rows] == [
        ("red", "1.1", False),
        ("green", "1.2", False),
        ("orphan", "1.3", False),
        ("rosy", "1.4", False),
    ]
    assert homes.rows[2].asks == "nobody answers for it"
    assert (outside.head, outside.title, [row.id for row in outside.rows]) == (None, "Outcomes", ["silent"])
    (stone,) = tables.milestones
    assert (stone.row.title, stone.outcome.words, stone.due, stone.late) == (
        "Stone",
        "Red",
        "June 2022",
        True,
    )
    (risk,) = tables.risks
    assert (risk.likelihood, risk.impact, risk.response) == ("High", "", "We act.")
    assert [one.words for one in risk.threatens] == ["Homes"]


def test_decisions_of_a_later_day_are_not_known(board_of: Callable[..., BoardView]) -> None:
    (first,) = board_of().tables.decisions
    assert [(step.words, step.past) for step in first.steps] == [
        ("Long past", True),
        ("Past", True),
        ("Soon", False),
        ("Far off", False),
        ("Some day", False),
    ]
    later, _ = board_of(day=date(2023, 6, 1)).tables.decisions
    assert later.title == "Later decision"


def test_what_is_said_of_a_risk_is_told(board_of: Callable[..., BoardView]) -> None:
    said = "      - {about: risk, text: It has come true. We act.}\n"
    body = BODY.replace("    readings:", f"{said}    readings:") + RISK
    (risk,) = board_of(body).tables.risks
    assert (risk.said, risk.when) == ("It has come true. We act.", "10 February 2023")
