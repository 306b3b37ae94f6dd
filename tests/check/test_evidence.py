"""What rules say that hold words against figures, on which day, and what one slip adds to that."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from stratkit.check.evidence import figure
from stratkit.check.finding import Finding, find
from stratkit.load.workspace import open_workspace

HEAD = """\
format: 1
plan:
  id: quays-2025
  title: Quays
  organization: {id: port, name: Port}
  period: {start: 2025, end: 2028}
  reporting:
    - {title: Yearly report, cadence: yearly}
"""
PLAN = """\
challenges:
  - {id: noise, title: Noise}
stakeholders:
  - {id: guild, name: Crane Guild}
outcomes:
  - id: cranes
    title: Cranes
    lead: port
    challenges: [noise]
    indicators:
      - id: quiet
        title: Quiet cranes
        unit: cranes
        direction: increase
        baseline: {date: 2024, value: 0}
        targets: [{date: 2026, value: 4}, {date: 2028, value: 10}]
    milestones:
      - {id: tender, title: Tender, due: 2026}
  - id: sheds
    title: Sheds
    lead: guild
    challenges: [noise]
    milestones:
      - {id: roofs, title: Roofs, due: 2028}
"""
REPORTS = """\
updates:
  - id: report-2025
    period: 2025
    date: 2026-02
    entries:
      - {about: cranes, text: The order is out.}
      - {about: sheds, text: The roofs are planned.}
    readings:
      - {indicator: quiet, value: 2}
  - id: report-2026
    period: 2026
    date: 2027-02-14
    entries:
      - {about: tender, status: completed, date: 2026-05}
      - {about: cranes, status: on_track, text: Four cranes are quiet.}
      - {about: sheds, status: at_risk, text: One roof has come.}
    readings:
      - {indicator: quiet, value: 4}
"""
CODES = ("status-above-evidence", "completed-below-target", "report-overdue", "expected-to-miss")


def findings(folder: Path, plan: str = HEAD + PLAN + REPORTS, as_of: date | None = None) -> list[Finding]:
    (folder / "plan.yaml").write_text(plan, "utf-8")
    workspace = open_workspace(folder, folder)
    workspace.as_of = as_of
    return find(workspace)


def changed(*changes: tuple[str, str]) -> str:
    plan = HEAD + PLAN + REPORTS
    for right, wrong in changes:
        assert plan.count(right) == 1
        plan = plan.replace(right, wrong)
    return plan


BEHIND = ("{indicator: quiet, value: 4}", "{indicator: quiet, value: 1}")
"""The plan with a reading that its status is better than."""


def test_the_plan_is_sound(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


def test_status_above_evidence(tmp_path: Path) -> None:
    status, target = findings(tmp_path, changed(BEHIND))[::-1]
    assert status.code == "status-above-evidence"
    assert status.message == (
        "`cranes` is reported as `on_track`, and its figures say `off_track`: "
        "55 % of the way, and 71 % was expected by 2027-02-14"
    )
    assert "`stratkit progress PLAN --as-of 2027-02-14 --explain cranes`" in status.help
    assert [(one.span.text, one.note) for one in status.related] == [
        ("cranes", "computed from 2 of its 2 indicators and milestones")
    ]
    assert (target.code, target.span.text) == ("expected-to-miss", "10")
    assert target.message == (
        "`quiet` is at 1 on 2026-12-31; at the pace since 2024-12-31 it will be at 2 on 2028-12-31, "
        "and the target is 10"
    )


def test_a_report_is_judged_by_what_was_known_then(tmp_path: Path) -> None:
    later = "  - id: audit\n    date: 2027-03\n    readings:\n"
    later += "      - {indicator: quiet, date: 2026, value: 1, note: Audited.}\n"
    assert [one.code for one in findings(tmp_path, HEAD + PLAN + REPORTS + later)] == ["expected-to-miss"]


def test_completed_below_target(tmp_path: Path) -> None:
    plan = changed(("{about: cranes, status: on_track, ", "{about: cranes, status: completed, "))
    (finding,) = findings(tmp_path, plan)
    assert finding.code == "completed-below-target"
    assert finding.message == (
        "`cranes` is reported as completed, and its indicator has not reached the target: `quiet` (40 %)"
    )


def test_reports_are_overdue_on_a_day_that_is_named(tmp_path: Path) -> None:
    plan = HEAD + PLAN + REPORTS.partition("  - id: report-2026")[0]
    assert findings(tmp_path, plan) == []
    assert findings(tmp_path, plan, date(2027, 3, 31)) == []
    (finding,) = findings(tmp_path, plan, date(2027, 4, 1))
    assert (finding.code, finding.span.text) == ("report-overdue", "yearly")
    assert finding.message == (
        "no report for 2026 has come on 2 of 2 outcomes; it was due by 2027-03-31, "
        "from Port (1) and Crane Guild (1)"
    )
    assert [one.span.text for one in finding.related] == ["cranes", "sheds"]


def test_a_plan_that_never_reported_owes_on_a_day_that_is_named(tmp_path: Path) -> None:
    assert findings(tmp_path, HEAD + PLAN) == []
    (finding,) = findings(tmp_path, HEAD + PLAN, date(2026, 4, 1))
    assert finding.code == "report-overdue"
    assert finding.message.startswith("no report for 2025 has come on 2 of 2 outcomes; ")


def test_what_nobody_answers_for_is_said(tmp_path: Path) -> None:
    found = findings(tmp_path, HEAD + "outcomes:\n  - {id: cranes, title: Cranes}\n", date(2026, 4, 1))
    (finding,) = [one for one in found if one.code == "report-overdue"]
    assert finding.message == (
        "no report for 2025 has come on 1 of 1 outcome; it was due by 2026-03-31, and none of them has a lead"
    )


def test_a_reading_tells_the_day_too(tmp_path: Path) -> None:
    plan = HEAD + PLAN + "readings:\n  - {indicator: quiet, date: 2026-04-01, value: 3}\n"
    (finding,) = findings(tmp_path, plan)
    assert finding.message.startswith("no report for 2025 has come on 1 of 2 outcomes; ")
    assert finding.message.endswith(", from Crane Guild (1)")


def test_those_who_owe_most_are_named_first(tmp_path: Path) -> None:
    leads = ("guild", "guild", "", "port", "mason", "mason", "mason", "ropers")
    outcomes = "".join(
        f"  - id: shed-{number}\n    title: Shed\n" + (f"    lead: {lead}\n" if lead else "")
        for number, lead in enumerate(leads)
    )
    people = "stakeholders:\n" + "".join(
        f"  - {{id: {who}, name: The {who}}}\n" for who in ("guild", "mason")
    )
    people += "  - {id: ropers, name: The ropers}\n"
    found = findings(tmp_path, f"{HEAD}{people}outcomes:\n{outcomes}", date(2026, 4, 1))
    (finding,) = [one for one in found if one.code == "report-overdue"]
    assert finding.message.endswith(
        ", from The mason (3), The guild (2), Port (1) and 1 other; 1 of them has no lead"
    )
    assert len(finding.related) == 3


@pytest.mark.parametrize(
    ("right", "wrong", "codes"),
    [
        ("value: 10}", "value: 1}", ["target-against-direction"]),
        ("value: 10}", "vaule: 10}", ["unknown-key"]),
        ("{date: 2026, value: 4}", "{date: 2016, value: 4}", ["target-outside-period"]),
        (
            "baseline: {date: 2024",
            "baseline: {date: 2027",
            ["baseline-after-target", "reading-before-baseline"],
        ),
        ("direction: increase", "direction: decrease", ["target-against-direction"]),
        ("2025, end: 2028", "2025, ende: 2028", ["unknown-key"]),
        ("- {indicator: quiet, value: 2}", "- {indicator: quite, value: 2}", ["dangling-reference"]),
        ("- {indicator: quiet, value: 2}", "- {indicator: quiet, value: two}", ["invalid-value"]),
        ("date: 2027-02-14", "date: 2017-02-14", ["report-outside-period"]),
        ("    period: 2026\n", "    period: 2036\n", ["report-outside-period"]),
        ("due: 2026}", "due: someday}", ["invalid-date"]),
    ],
)
def test_a_slip_behind_a_figure_is_told_alone(
    tmp_path: Path, right: str, wrong: str, codes: list[str]
) -> None:
    found = findings(tmp_path, changed(BEHIND, (right, wrong)), date(2027, 2, 20))
    assert sorted({one.code for one in found}.difference(CODES)) == codes
    assert {one.code for one in found}.isdisjoint(CODES)


def test_what_a_lost_milestone_cannot_change_is_told_beside_it(tmp_path: Path) -> None:
    found = findings(tmp_path, changed(BEHIND, ("- {about: tender,", "- {about: tendr,")))
    assert [one.code for one in found] == ["expected-to-miss", "dangling-reference"]


@pytest.mark.parametrize(
    ("value", "other", "digits", "words"),
    [
        ("62", "80", 0, "62"),
        ("62.9", "80", 0, "62"),
        ("99.96", "100", 0, "99"),
        ("1.24", "1.21", 0, "1.24"),
        ("-0.5", "4", 0, "-1"),
        ("0.712", "0.85", 2, "0.71"),
        ("7", "7", 0, "7"),
    ],
)
def test_figures_are_as_exact_as_tells_them_apart(value: str, other: str, digits: int, words: str) -> None:
    assert figure(Fraction(value), Fraction(other), digits) == words
