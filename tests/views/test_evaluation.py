from __future__ import annotations

from collections.abc import Callable
from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.views.evaluation import EvaluationView, evaluation_view
from stratkit.views.tongue import Tongue

Opener = Callable[..., Workspace]
AFTER = date(2024, 6, 30)
HEADER = """\
format: 1
plan:
  id: small
  title: A small plan
  organization: {name: A network}
  period: {start: 2021, end: 2023}
"""
BODY = """
stakeholders: [{id: ada, name: Ada}]
chapters:
  - {id: lessons, title: What we learnt, text: Begin earlier.}
  - {id: method, title: How we measure, text: With a ruler.}
action_lines:
  - id: water
    title: Water
    outcomes:
      - id: pipes
        title: Pipes
        indicators: [{id: length, title: Length, baseline: {value: 0}, targets: [{value: 10}]}]
      - {id: meters, title: Meters}
      - {id: fund, title: Fund, milestones: [{id: terms, title: Terms}]}
  - id: trust
    title: Trust
    outcomes: [{id: open, title: Open}, {id: silent, title: Silent, lead: ada}]
outcomes: [{id: own, title: Its own}]
decisions:
  - {id: stop, title: Stop the fund, date: 2022-09-21, concerns: [terms]}
  - {id: later, title: Begin again, date: 2025-01-01, concerns: [fund]}
updates:
  - id: yearly
    title: Yearly report
    period: 2022
    date: 2023-02-01
    url: https://example.org/yearly
    entries:
      - {about: fund, status: discontinued, text: No bank would.}
      - {about: meters, status: on_track, text: Half are in.}
      - {about: open, status: at_risk}
      - {about: own, text: A word on it.}
    readings: [{indicator: length, value: 7}]
  - id: last
    kind: final
    period: {start: 2021, end: 2023}
    date: 2024-05-28
    by: ada
    text: See [](#lessons) and [pipes](#pipes).
    entries:
      - {about: pipes, status: completed, text: Done and more., evidence: [A photograph]}
      - {about: fund, status: discontinued, text: Rightly so.}
      - {about: meters, status: off_track}
    readings: [{indicator: length, value: 12, date: 2023}, {indicator: length, value: 6, date: 2022}]
"""


def view_of(plan_of: Opener, day: date = AFTER, body: str = BODY) -> EvaluationView:
    workspace = plan_of(body, header=HEADER)
    assert not workspace.problems
    return evaluation_view(workspace, Tongue("en"), day)


def fates(view: EvaluationView) -> dict[str, list[str]]:
    return {fate.title: [one.link.words for one in fate.outcomes] for fate in view.fates}


def test_each_outcome_has_a_fate(plan_of: Opener) -> None:
    view = view_of(plan_of)
    assert fates(view) == {
        "Completed": ["Pipes"],
        "Not reached": ["Meters", "Open"],
        "Reported without a status": ["Its own"],
        "Discontinued": ["Fund"],
        "Never reported on": ["Silent"],
    }
    assert [fate.detail for fate in view.fates] == ["", "1 off track, 1 at risk", "", "", ""]
    assert view.sentence == "1 of 6 outcomes were reported as completed."
    assert view.donut is not None
    assert [(one.status, one.count) for one in view.donut.slices] == [
        ("off_track", 1),
        ("at_risk", 1),
        ("completed", 1),
        ("discontinued", 1),
        ("not_computed", 1),
        ("no_report", 1),
    ]


def test_action_lines_count_the_fates_of_their_outcomes(plan_of: Opener) -> None:
    lines = view_of(plan_of).lines
    assert [(line.link.words, line.count, line.counts) for line in lines] == [
        ("Water", "3", ("1", "1", "0", "1", "0")),
        ("Trust", "2", ("0", "1", "0", "0", "1")),
    ]


def test_before_the_end_it_is_no_final_word(plan_of: Opener) -> None:
    view = view_of(plan_of, date(2023, 12, 31))
    assert (view.over, view.ends, view.evaluated) == (False, "31 December 2023", False)
    assert fates(view)["At risk or worse"] == ["Pipes", "Open"]
    assert fates(view)["On track"] == ["Meters"]
    assert view_of(plan_of, date(2024, 1, 1)).over


def test_those_who_looked_back_are_heard_first(plan_of: Opener) -> None:
    branches = view_of(plan_of).tree.branches
    told = {
        result.entry.id: [(one.said.entry.text, one.older) for one in result.accounts]
        for branch in branches
        for result in branch.results
    }
    assert told["pipes"] == [("Done and more.", False)]
    assert told["open"] == [("", True)]
    assert told["silent"] == []
    (measure,) = branches[0].results[0].measures
    assert (measure.stand.percent, measure.latest and measure.latest.value) == ("120%", "12")
    assert measure.chart is not None


def test_why_something_was_given_up_is_told(plan_of: Opener) -> None:
    (one,) = view_of(plan_of).given_up
    assert [told.said.entry.text for told in one.accounts] == ["No bank would.", "Rightly so."]
    assert [link.words for link in one.decisions] == ["Stop the fund"]


def test_lessons_are_what_the_last_report_refers_to(plan_of: Opener) -> None:
    assert [lesson.title for lesson in view_of(plan_of).lessons] == ["What we learnt"]
    assert [one.entry.id for one in view_of(plan_of).overalls] == ["last"]
    assert view_of(plan_of, date(2024, 5, 27)).lessons == ()


def test_reports_and_decisions_of_the_whole_cycle_are_listed(plan_of: Opener) -> None:
    view = view_of(plan_of)
    assert [
        (one.report.words, one.report.url, one.period, one.entries, one.readings) for one in view.reports
    ] == [
        ("Yearly report", "https://example.org/yearly", "2022", "4", "1"),
        ("Final report", "", "2021–2023", "3", "2"),
    ]
    assert view.decisions is not None
    assert [group.entry.id for group in view.decisions.groups] == ["stop"]
    assert [(one.before, one.now) for one in view.restated] == [("7", "6")]


def test_a_plan_without_reports_says_so(plan_of: Opener) -> None:
    silent = view_of(plan_of, body="outcomes: [{id: a, title: A}]\n")
    assert (silent.silent, silent.unspoken, silent.over) == (True, True, True)
    assert fates(silent) == {"Never reported on": ["A"]}
    empty = view_of(plan_of, body="")
    assert (empty.fates, empty.donut, empty.lines) == ((), None, ())
