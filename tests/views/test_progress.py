from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.progress.lateness import Lateness
from stratkit.progress.rollup import Progress
from stratkit.views.progress import ProgressView, progress_view
from stratkit.views.tongue import Tongue

Opener = Callable[..., Workspace]
HEADER = """
format: 1
plan:
  id: small
  title: A small plan
  organization: {name: A network}
  period: {start: 2021, end: 2023}
  reporting: [{title: Yearly report, cadence: yearly}]
"""
BODY = """
stakeholders: [{id: office, name: Office}, {id: desk, name: Desk}]
action_lines:
  - id: water
    title: Water
    lead: office
    axes:
      - id: pipes
        title: Pipes
        outcomes:
          - id: mended
            title: Pipes are mended
            due: 2023
            indicators:
              - id: loss
                title: Water lost
                unit: percent
                direction: decrease
                cadence: yearly
                groups: {place: [north, south]}
                baseline: {date: 2020, value: 40}
                targets: [{date: 2023, value: 10}]
            milestones: [{id: survey, title: The survey is done, due: 2021-06}]
          - {id: metered, title: All are metered, due: 2022-06, lead: desk}
          - {id: fund, title: A fund lends, due: 2022}
      - {id: empty, title: Wells}
outcomes: [{id: heard, title: All are heard}]
indicators:
  - {id: trust, title: Trust, measures: [mended, metered], targets: [{value: 5}]}
programmes: [{id: school, title: A school}]
work_plans:
  - id: work
    title: Work
    activities: [{id: digging, title: Digging, due: 2022-10}, {id: old, title: Old, due: 2021-05}]
decisions:
  - {id: early, title: Early, date: 2021-05}
  - {id: later, title: Later, date: 2022-05, follow_up: [{text: Dig on, lead: desk}]}
updates:
  - id: first
    title: Report of 2021
    period: 2021
    date: 2022-02-01
    by: office
    entries:
      - {about: mended, status: at_risk, text: The first words.}
      - {about: metered, status: on_track, text: Half are metered.}
      - {about: fund, status: at_risk}
    readings: [{indicator: loss, value: 35}, {indicator: trust, value: 2}]
  - id: second
    title: Report of 2022
    period: 2022
    date: 2023-02-01
    by: office
    url: https://example.org/2022
    text: Much was done.
    entries:
      - {about: mended, status: on_track, text: The second words., evidence: [A list of pipes]}
      - {about: survey, status: completed, date: 2021-07-03}
      - {about: fund, status: discontinued}
      - {about: school, text: It has opened.}
    readings:
      - {indicator: loss, value: 20}
      - {indicator: loss, value: 18, group: {place: north}}
      - {indicator: loss, value: 30, date: 2021, note: Counted twice.}
"""
DAY = date(2023, 5, 1)


def view_of(plan_of: Opener, body: str = BODY, day: date = DAY) -> ProgressView:
    workspace = plan_of(body, header=HEADER)
    assert not workspace.problems
    return progress_view(workspace, Tongue("en"), day)


@pytest.fixture
def view(plan_of: Opener) -> ProgressView:
    """The report on 2022, when reports are overdue."""
    return view_of(plan_of)


def test_it_tells_of_the_term_and_the_day(view: ProgressView) -> None:
    assert (view.heading, view.term, view.day) == ("Progress in 2022", "2022", "1 May 2023")
    assert not view.silent
    assert (view.method.on_track, view.method.at_risk) == ("95%", "85%")


def test_the_answer_comes_first(view: ProgressView) -> None:
    # of mended, metered, fund and heard: two were reported for 2022, and metered and heard were not
    assert [(sum_.value, sum_.caption) for sum_ in view.answer.sums[:3]] == [
        ("2 of 4", "Outcomes: completed or on track"),
        ("2 of 4", "reported for 2022"),
        ("2", "reports overdue since 31 March 2023"),
    ]
    assert [(one.lead and one.lead.words, one.count) for one in view.answer.owing] == [
        ("Desk", "1"),
        (None, "1"),
    ]
    assert [(place.link.target, place.count) for place in view.answer.places] == [("water", "3")]


def test_what_changed_is_named(view: ProgressView) -> None:
    assert view.answer.changes is not None
    assert view.answer.changes.since == "31 January 2023"
    assert {kind.key: [one.link.target for one in kind.changes] for kind in view.answer.changes.kinds} == {
        "better": ["mended"],
        "discontinued": ["fund"],
    }
    assert not view.answer.changes.cut


def test_a_first_report_has_nothing_to_compare_with(plan_of: Opener) -> None:
    assert view_of(plan_of, day=date(2022, 3, 1)).answer.changes is None


def test_the_tree_says_what_happened_in_the_term(view: ProgressView) -> None:
    water = view.tree.branches[0]
    assert (water.count, [axis.entry.id for axis in water.branches]) == (3, ["pipes", "empty"])
    mended, metered, fund = water.branches[0].results
    assert [one.said.entry.text for one in mended.accounts] == ["The second words."]
    account = mended.accounts[0]
    assert (account.when, account.by and account.by.words) == ("1 February 2023", "Office")
    assert (account.report.words, account.report.url) == ("Report of 2022", "https://example.org/2022")
    assert account.said.evidence == ("A list of pipes",)
    assert not account.older
    assert [(one.said.entry.text, one.older) for one in metered.accounts] == [("Half are metered.", True)]
    assert (metered.stand.missing, mended.stand.missing) == (True, False)
    assert fund.stand.status.key == "discontinued"
    assert [result.entry.id for result in view.tree.results] == ["heard"]


def test_milestones_say_when_they_were_reached(view: ProgressView) -> None:
    step = view.tree.branches[0].branches[0].results[0].steps[0]
    assert (step.stand.status.key, step.accounts[0].said.date) == ("completed", "3 July 2021")


def test_indicators_have_all_their_values(view: ProgressView) -> None:
    loss, trust = view.tree.branches[0].branches[0].results[0].measures
    assert loss.indicator.baseline is not None
    assert loss.latest is not None
    assert loss.target is not None
    assert loss.expected is not None
    assert (loss.indicator.baseline.value, loss.latest.value, loss.target.value) == ("40%", "20%", "10%")
    # (40 − 20) / (40 − 10) of the way; 851 of 1,095 days are gone, and 40 − 30 · 851 / 1,095 = 16.68
    assert (loss.stand.percent, loss.expected.value, loss.expected.date) == ("66%", "16.7%", "1 May 2023")
    assert [(row.group, row.value) for row in loss.groups] == [("north", "18%")]
    assert loss.groups_when == "2022"
    assert loss.chart is not None
    assert not trust.again


def test_an_indicator_of_two_outcomes_is_told_once(view: ProgressView) -> None:
    mended, metered, _ = view.tree.branches[0].branches[0].results
    again = metered.measures[0]
    assert (again.indicator.entry.id, again.again, again.chart) == ("trust", True, None)
    assert again.stand == mended.measures[1].stand


def test_large_values_have_no_tenths(plan_of: Opener) -> None:
    outcome = "outcomes: [{id: a, title: A, indicators: [{id: b, title: B, baseline: {date: 2020, value: 0}, "
    body = outcome + "targets: [{date: 2023, value: 1000}], direction: increase, unit: homes}]}]"
    measure = view_of(plan_of, body).tree.results[0].measures[0]
    assert measure.expected is not None
    assert measure.expected.value == "777"


def test_what_else_was_reported_is_there(view: ProgressView) -> None:
    assert [(one.entry.id, one.entry.text) for one in view.overalls] == [("second", "Much was done.")]
    assert [(kind.title, [one.entry.id for one in kind.reported]) for kind in view.others] == [
        ("Programmes", ["school"])
    ]
    assert view.decisions is not None
    assert [group.entry.id for group in view.decisions.groups] == ["later"]
    assert [step.heading for step in view.decisions.groups[0].entries] == ["Dig on"]


def test_what_is_late_has_who_answers_for_it(view: ProgressView) -> None:
    found = {
        kind.key: [(row.what.target or row.what.words, row.due) for row in kind.rows] for kind in view.late
    }
    assert found == {
        "reports": [("metered", "31 March 2023"), ("heard", "31 March 2023")],
        "outcome": [("metered", "30 June 2022")],
        "activity": [("Digging", "31 October 2022")],
    }
    row = next(kind for kind in view.late if kind.key == "reports").rows[0]
    assert (row.lead and row.lead.words, row.last) == ("Desk", "1 February 2022")


def test_a_reading_that_is_missing_is_late(plan_of: Opener) -> None:
    view = view_of(plan_of, day=date(2023, 1, 15))
    assert "indicator" not in [kind.key for kind in view.late]
    without = BODY.replace("readings:\n      - {indicator: loss, value: 20}\n", "readings:\n").replace(
        "      - {indicator: loss, value: 18, group: {place: north}}\n", ""
    )
    (missing,) = (kind for kind in view_of(plan_of, without).late if kind.key == "indicator")
    assert [(row.what.target, row.due, row.last) for row in missing.rows] == [
        ("loss", "31 March 2023", "31 December 2021")
    ]


def test_of_what_was_given_up_nothing_is_late(plan_of: Opener) -> None:
    body = BODY.replace(
        "{id: fund, title: A fund lends, due: 2022}",
        "{id: fund, title: A fund lends, due: 2022, milestones: [{id: bank, title: B, due: 2022}]}",
    )
    lateness = Lateness(Progress(plan_of(body, header=HEADER), DAY))
    assert ids(late.record for late in lateness.milestones()) == []
    assert ids(late.record for late in lateness.outcomes()) == ["metered"]


def ids(records: object) -> list[str]:
    return [one.id for one in records if isinstance(one, Element)]  # type: ignore[attr-defined]


def test_restatements_are_listed(view: ProgressView) -> None:
    (one,) = view.restated
    assert (one.indicator.target, one.when, one.before, one.now) == ("loss", "2021", "35%", "30%")
    assert (one.why, one.report.words) == ("Counted twice.", "Report of 2022")


def test_outcomes_can_be_chosen_by_line_and_status(view: ProgressView) -> None:
    assert view.filter is not None
    assert [facet.key for facet in view.filter.facets] == ["line", "lead", "status"]
    assert view.filter.tagged["mended"]["line"] == ("water",)
    assert view.filter.tagged["heard"]["status"] == ("no_report",)
    statuses = next(facet for facet in view.filter.facets if facet.key == "status")
    assert [option.value for option in statuses.options] == ["on_track", "discontinued", "no_report"]


def test_a_plan_without_reports_is_silent(plan_of: Opener) -> None:
    view = view_of(plan_of, BODY.partition("updates:")[0])
    assert view.silent
    assert [sum_.value for sum_ in view.answer.sums if sum_.key in ("reported", "missing")] == ["0 of 4", "4"]
    assert not view.overalls
    assert not view.restated


def test_a_plan_of_nothing_has_a_report(plan_of: Opener) -> None:
    view = view_of(plan_of, "", date.min)
    assert (view.day, view.answer.sums, view.answer.donut, view.filter) == ("", (), None, None)
