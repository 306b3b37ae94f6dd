"""The fate of every commitment of an earlier plan."""

from collections.abc import Callable
from typing import get_args

import pytest

from stratkit.compare.difference import difference
from stratkit.compare.dispositions import COMMITTED, Disposition, Fate, dispositions, headline
from stratkit.compare.reported import last_reports
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]
NEXT = "format: 1\nplan: {id: next, title: Next, organization: {name: A network}}\n"
EARLIER = """\
themes: [{id: quiet, title: Quiet}, {id: clean, title: Clean}]
challenges: [{id: silt, title: Silt, text: The river brings sand.}]
action_lines:
  - id: harbours
    title: Harbours
    outcomes:
      - id: deep-quays
        title: Quays are deep
        indicators: [{id: depth, title: Depth}]
        milestones: [{id: survey, title: The survey is done}, {id: tender, title: The tender is out}]
      - {id: lamps, title: Every quay is lit at night}
programmes: [{id: school, title: School}, {id: pilots, title: Pilots}, {id: fund, title: Fund}]
updates:
  - id: second
    date: 2020-12
    entries: [{about: survey, status: completed}, {about: school, text: Ten pupils.}]
  - id: first
    date: 2019-12
    entries: [{about: survey, status: at_risk}, {about: school, status: on_track}]
"""
LATER = """\
themes: [{id: green, title: Green, succeeds: [quiet, clean]}]
challenges: [{id: silt, title: Silt, text: The river brings mud.}]
outcomes: [{id: lights, title: Every quay is well lit at night}]
programmes:
  - {id: academy, title: Academy, succeeds: [school]}
  - {id: courses, title: Courses, succeeds: [school]}
  - {id: pilots, title: Pilots}
retired:
  - {element: deep-quays, fate: dropped, reason: Too dear.}
  - {element: survey, fate: completed}
  - {element: fund, fate: transferred, reason: The port runs it.}
"""


def table(plan_of: PlanOf, old: str, new: str, header: str = NEXT) -> dict[str, Disposition]:
    plans = plan_of(old), plan_of(new, header=header) if header else plan_of(new)
    assert [plan.problems for plan in plans] == [[], []]
    found = dispositions(difference(*plans))
    assert [each.element.id for each in found] == [
        record.__dict__["id"]
        for record in plans[0].index.records
        if getattr(record, "kind_", "") in COMMITTED
    ]
    return {each.element.id: each for each in found}


def test_every_commitment_has_its_fate(plan_of: PlanOf) -> None:
    found = table(plan_of, EARLIER, LATER)
    assert {name: each.fate for name, each in found.items()} == {
        "quiet": "merged",
        "clean": "merged",
        "silt": "reworded",
        "harbours": "unsaid",
        "deep-quays": "dropped",
        "depth": "dropped",
        "survey": "completed",
        "tender": "dropped",
        "lamps": "proposed",
        "school": "split",
        "pilots": "continued",
        "fund": "transferred",
    }
    heirs = {name: [heir.new.id for heir in each.heirs] for name, each in found.items() if each.heirs}
    assert heirs == {
        "quiet": ["green"],
        "clean": ["green"],
        "silt": ["silt"],
        "school": ["academy", "courses"],
        "pilots": ["pilots"],
    }


def test_headline_adds_up(plan_of: PlanOf) -> None:
    told = headline(list(table(plan_of, EARLIER, LATER).values()))
    assert told._asdict() == {
        "total": 12,
        "met": 1,
        "carried": 5,
        "transferred": 1,
        "dropped": 3,
        "silent": 1,
        "asked": 1,
        "unread": 0,
    }
    assert told.lost == 4
    assert sum(told[1:]) == told.total


def test_what_lay_in_something_retired_has_its_reason(plan_of: PlanOf) -> None:
    found = table(plan_of, EARLIER, LATER)
    for name in ("depth", "tender"):
        retirement, through = found[name].retirement, found[name].through
        assert retirement
        assert retirement.reason == "Too dear."
        assert through
        assert through.id == "deep-quays"
    assert found["deep-quays"].through is None
    assert found["survey"].through is None


def test_a_question_is_no_fate(plan_of: PlanOf) -> None:
    lamps = table(plan_of, EARLIER, LATER)["lamps"]
    assert lamps.proposal
    assert lamps.proposal.new.id == "lights"
    assert lamps.heirs == ()


def test_last_status_is_that_of_the_last_report_that_has_one(plan_of: PlanOf) -> None:
    reports = last_reports(plan_of(EARLIER))
    said = {name: (report.entry.status, report.update.id) for name, report in reports.items()}
    assert said == {"survey": ("completed", "second"), "school": ("on_track", "first")}
    found = table(plan_of, EARLIER, LATER)
    assert {name: each.status for name, each in found.items() if each.status} == {
        "survey": "completed",
        "school": "on_track",
    }


def test_what_was_reported_as_completed_is_met_though_nobody_says_its_fate(plan_of: PlanOf) -> None:
    found = table(plan_of, EARLIER, "themes: []\n")
    assert (found["survey"].fate, found["survey"].is_met) == ("unsaid", True)
    told = headline(list(found.values()))
    assert (told.met, told.silent) == (1, 11)


def test_in_a_revision_what_is_gone_is_removed(plan_of: PlanOf) -> None:
    found = table(plan_of, EARLIER, "themes: [{id: quiet, title: Quiet}]\n", header="")
    assert {found.pop("quiet").fate} == {"continued"}
    assert {each.fate for each in found.values()} == {"removed"}


def test_what_may_stand_in_an_unreadable_file_is_not_lost(plan_of: PlanOf) -> None:
    old, new = plan_of(EARLIER), plan_of("", header=NEXT, themes="themes: [{id: quiet\n")
    found = dispositions(difference(old, new))
    assert {each.fate for each in found} == {"unread"}
    assert headline(found).unread == len(found)


@pytest.mark.parametrize(
    ("new", "fate"),
    [
        ("quiet, title: Silent nights", "reworded"),
        ("quiet, title: Quiet, kind: orienting", "continued"),
        ("calm, title: Quiet, succeeds: [quiet]", "continued"),
        ("quiet, title: Quiet, summary: No noise.", "continued"),
    ],
)
def test_other_words_are_told_from_other_facts(plan_of: PlanOf, new: str, fate: Fate) -> None:
    found = table(plan_of, "themes: [{id: quiet, title: Quiet}]\n", f"themes: [{{id: {new}}}]\n")
    assert found["quiet"].fate == fate
    assert fate in get_args(Fate)


def test_what_is_continued_retires_nothing_in_it(plan_of: PlanOf) -> None:
    new = "action_lines: [{id: ports, title: Ports, succeeds: [harbours]}]\n"
    new += "retired: [{element: harbours, fate: dropped}]\n"
    found = table(plan_of, EARLIER, new)
    assert (found["harbours"].fate, found["lamps"].fate) == ("reworded", "unsaid")
