"""A plan as of a day: who has reported, who owes a report, what has changed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from stratkit.load.workspace import open_workspace
from stratkit.progress.overview import Line, Overview, last_known

PLAN = """\
format: 1
plan:
  id: p
  title: P
  organization: {id: o, name: O}
  period: {start: 2021, end: 2023}
  reporting: [{title: Yearly report, cadence: yearly}]
stakeholders:
  - {id: ann, name: Ann}
  - {id: bob, name: Bob}
action_lines:
  - id: line
    title: Line
    lead: ann
    outcomes:
      - id: trained
        title: People are trained
        indicators:
          - id: people
            title: People
            direction: increase
            baseline: {date: 2020, value: 0}
            targets: [{date: 2023, value: 90}]
      - id: code
        title: A code is adopted
        lead: bob
        milestones: [{id: adopted, title: Adopted, due: 2022}]
      - {id: closed, title: Done in the first year}
      - {id: later, title: Begins in the last year, start: 2023}
  - {id: other, title: Other line}
indicators:
  - {id: fame, title: Fame, measures: [other]}
  - {id: trust, title: Trust}
updates:
  - id: report-2021
    period: 2021
    date: 2022-02-15
    entries:
      - {about: trained, status: on_track}
      - {about: closed, status: completed}
    readings: [{indicator: people, value: 30}]
  - id: report-2022
    period: 2022
    date: 2023-02-15
    entries: [{about: trained, status: at_risk}]
    readings: [{indicator: people, value: 45}]
"""


def on(folder: Path, day: str, text: str = PLAN) -> Overview:
    (folder / "plan.yaml").write_text(text)
    workspace = open_workspace(folder, folder)
    assert not workspace.problems
    return Overview(workspace, date.fromisoformat(day))


def line(overview: Overview, target: str) -> Line:
    return next(line for line in overview.lines if line.record.id == target)


def test_lines_are_the_tree_of_the_plan(tmp_path: Path) -> None:
    found = [(line.depth, line.record.id) for line in on(tmp_path, "2023-03-01").lines]
    assert found == [
        (0, "line"),
        (1, "trained"),
        (2, "people"),
        (1, "code"),
        (2, "adopted"),
        (1, "closed"),
        (1, "later"),
        (0, "other"),
        (1, "fame"),
        (0, "trust"),
    ]


@pytest.mark.parametrize(
    ("day", "term", "asked", "missing", "overdue"),
    [
        ("2021-06-30", None, "trained code closed later", "trained code closed later", False),
        # 2021 is over; its report is due by the end of March 2022
        ("2022-01-31", "2021", "trained code closed", "trained code closed", False),
        ("2022-03-31", "2021", "trained code closed", "code", False),
        ("2022-04-01", "2021", "trained code closed", "code", True),
        # what was completed in 2021 owes nothing for 2022; what begins in 2023 not yet
        ("2023-01-31", "2022", "trained code", "trained code", False),
        ("2023-04-01", "2022", "trained code", "code", True),
        ("2024-04-01", "2023", "trained code later", "trained code later", True),
    ],
)
def test_who_owes_a_report(  # noqa: PLR0917 — a row of the table above
    tmp_path: Path, day: str, term: str | None, asked: str, missing: str, overdue: bool
) -> None:
    reporting = on(tmp_path, day).reporting
    assert (reporting.term and reporting.term.name) == term
    assert [outcome.id for outcome in reporting.outcomes] == asked.split()
    assert [outcome.id for outcome in reporting.missing] == missing.split()
    assert reporting.overdue is overdue


def test_what_is_missing_by_its_lead(tmp_path: Path) -> None:
    owing = on(tmp_path, "2023-01-31").reporting.owing()
    assert {lead: [outcome.id for outcome in found] for lead, found in owing.items()} == {
        "ann": ["trained"],
        "bob": ["code"],
    }


def test_a_closed_plan_owes_nothing_after_its_end(tmp_path: Path) -> None:
    closed = PLAN.replace("  id: p\n", "  id: p\n  status: closed\n")
    assert not on(tmp_path, "2024-04-01", closed).reporting.overdue
    assert on(tmp_path, "2022-04-01", closed).reporting.overdue


def test_reading_counts_as_a_report(tmp_path: Path) -> None:
    text = PLAN.replace("    entries: [{about: trained, status: at_risk}]\n", "")
    overview = on(tmp_path, "2023-03-01", text)
    report = overview.reporting.last(overview.progress.outcomes["trained"].outcome)
    assert report is not None
    assert (report.known, report.about) == (date(2023, 2, 15), date(2022, 12, 31))


def test_change_is_counted_from_the_report_before(tmp_path: Path) -> None:
    overview = on(tmp_path, "2023-03-01")
    assert overview.before is not None
    assert overview.before.known.day == date(2023, 2, 14)
    people = line(overview, "people")
    assert people.standing.percent == 50
    assert people.before is not None
    assert people.before.percent == Fraction(100, 3)
    trained = line(overview, "trained")
    assert (trained.status_before, trained.status) == ("on_track", "at_risk")
    assert line(overview, "code").before is None
    assert line(overview, "code").status == "no_report"


def test_first_report_has_nothing_before_it(tmp_path: Path) -> None:
    assert on(tmp_path, "2022-03-01").before is None


def test_without_dated_reports_change_is_counted_over_the_last_term(tmp_path: Path) -> None:
    text = PLAN.replace("    date: 2022-02-15\n", "").replace("    date: 2023-02-15\n", "")
    before = on(tmp_path, "2023-03-01", text).before
    assert before is not None
    assert before.known.day == date(2021, 12, 31)


def test_outcomes_are_counted_by_what_was_said_first(tmp_path: Path) -> None:
    assert on(tmp_path, "2023-03-01").statuses == {"at_risk": 1, "completed": 1, "no_report": 2}


def test_the_last_day_on_which_anything_became_known(tmp_path: Path) -> None:
    (tmp_path / "readings").mkdir()
    assert last_known(on(tmp_path, "2021-01-01").workspace) == date(2023, 2, 15)
    (tmp_path / "readings/a.csv").write_text("indicator,date,value\ntrust,2023-09,3\n")
    assert last_known(on(tmp_path, "2021-01-01").workspace) == date(2023, 9, 30)
    bare = PLAN.partition("updates:")[0]
    (tmp_path / "readings/a.csv").unlink()
    assert last_known(on(tmp_path, "2021-01-01", bare).workspace) is None


def test_themes_and_challenges_stand_by_their_outcomes(tmp_path: Path) -> None:
    more = "themes: [{id: equity, title: Equity}]\nchallenges: [{id: heat, title: Heat}]\n"
    tags = "      - id: trained\n        themes: [equity]\n        challenges: [heat]\n"
    overview = on(tmp_path, "2023-03-01", more + PLAN.replace("      - id: trained\n", tags))
    (theme,), (challenge,) = overview.themes, overview.challenges
    assert (theme.record.id, challenge.record.id) == ("equity", "heat")
    assert theme.standing.percent == challenge.standing.percent == 50
    assert theme.before is not None
    assert theme.before.percent == Fraction(100, 3)
