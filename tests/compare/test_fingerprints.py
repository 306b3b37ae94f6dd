"""What names a change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from stratkit.compare.difference import Difference, difference
from stratkit.compare.fingerprints import accept, decisions, fingerprints
from stratkit.load.workspace import Workspace, open_workspace

PlanOf = Callable[..., Workspace]
NEXT = "format: 1\nplan: {id: next, title: Next, organization: {name: A network}}\n"
TABLE = Path(__file__).with_name("cases.yaml")
CASES: list[dict[str, Any]] = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 # all is text
PLAN = """\
themes: [{id: quiet, title: Quiet}, {id: clean, title: Clean}]
outcomes:
  - id: deep-quays
    title: Quays are deep
    themes: [quiet]
    lead: office
    due: 2022
    budget: [{amount: 5 EUR, date: 2021}]
    indicators:
      - id: depth
        title: Depth
        unit: m
        direction: increase
        baseline: {value: 2}
        targets: [{date: 2022, value: 9}]
action_lines: [{id: harbours, title: Harbours, key_ideas: ["Dredge early, and often.", Train pilots.]}]
stakeholders: [{id: office, name: Office}, {id: port, name: Port}]
"""


def named(found: Difference) -> tuple[str, ...]:
    return fingerprints(found.changes)


def revised(plan_of: PlanOf, *edits: tuple[str, str], old: str = PLAN) -> tuple[str, ...]:
    new = old
    for before, after in edits:
        assert new.count(before) == 1
        new = new.replace(before, after)
    return named(difference(plan_of(old), plan_of(new)))


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        ("value: 9", "value: 8", ["target-lowered:depth:2022"]),
        ("date: 2022, value: 9", "date: 2023, value: 9", ["target-postponed:depth:2022"]),
        ("[{date: 2022, value: 9}]", "[]", ["target-dropped:depth:2022"]),
        ("{value: 2}", "{value: 3}", ["baseline-restated:depth:baseline.value"]),
        ("        baseline: {value: 2}\n", "", ["baseline-dropped:depth"]),
        ("unit: m", "unit: feet", ["unit-changed:depth"]),
        ("due: 2022", "due: 2023", ["postponed:deep-quays:due"]),
        ("title: Quays are deep", "title: Deep quays", ["reworded:deep-quays:title"]),
        ("lead: office", "lead: port", ["changed:deep-quays:lead"]),
        (
            "themes: [quiet]",
            "themes: [clean]",
            ["unlinked:deep-quays:themes:quiet", "linked:deep-quays:themes:clean"],
        ),
        ("    budget: [{amount: 5 EUR, date: 2021}]\n", "", ["unlisted:deep-quays:budget:2021"]),
        ('"Dredge early, and often.", ', "", ["unlisted:harbours:key_ideas:dredge-early-and-often"]),
        (", {id: port, name: Port}", "", ["removed:port"]),
        ("id: harbours", "id: ports, was: [harbours]", ["renamed:harbours:ports"]),
    ],
)
def test_names_can_be_read(plan_of: PlanOf, before: str, after: str, names: list[str]) -> None:
    assert sorted(revised(plan_of, (before, after))) == sorted(names)


def test_names_do_not_depend_on_words_and_lines(plan_of: PlanOf) -> None:
    lowered = revised(plan_of, ("value: 9", "value: 8"), ("Quays are deep", "Deep quays"))
    again = revised(
        plan_of, ("themes: [{", "\n# moved\nthemes: [{"), ("value: 9", "value: 7"), ("Quays are", "A")
    )
    assert lowered == again == ("reworded:deep-quays:title", "target-lowered:depth:2022")


def test_parts_of_a_split_and_a_merger_are_told_apart(plan_of: PlanOf) -> None:
    old = plan_of(PLAN)
    new = plan_of(
        "themes:\n  - {id: calm, title: Calm, succeeds: [quiet, clean]}\n"
        "programmes:\n  - {id: a, title: A, succeeds: [harbours]}\n"
        "  - {id: b, title: B, succeeds: [harbours]}\n",
        header=NEXT,
    )
    found = named(difference(old, new))
    wanted = {"merged:quiet:calm", "merged:clean:calm", "split:harbours:a", "shifted:harbours:b"}
    assert wanted <= set(found)


def test_those_named_alike_are_numbered_each(plan_of: PlanOf) -> None:
    old = "outcomes: [{id: o, title: O, budget: [{amount: 5 EUR, funder: a}, {amount: 6 EUR, funder: b}]}]\n"
    old += "members: [{id: a, name: A}, {id: b, name: B}]\n"
    edit = ("budget: [{amount: 5 EUR, funder: a}, {amount: 6 EUR, funder: b}]", "partners: [a]")
    found = revised(plan_of, edit, old=old)
    assert {"unlisted:o:budget#1", "unlisted:o:budget#2"} <= set(found)
    assert "unlisted:o:budget" not in found


def test_those_named_alike_say_the_items_they_lie_in(plan_of: PlanOf) -> None:
    entries = "{about: deep-quays, status: on_track}, {about: harbours, status: on_track}"
    old = PLAN + f"updates: [{{id: report, date: 2022, entries: [{entries}]}}]\n"
    later = entries.replace("on_track", "off_track")
    assert revised(plan_of, (entries, later), old=old) == (
        "changed:report:entries.status:deep-quays",
        "changed:report:entries.status:harbours",
    )
    one = entries.replace("on_track", "off_track", 1)
    assert revised(plan_of, (entries, one), old=old) == ("changed:report:entries.status",)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_names_are_unlike_and_hold_the_ids(case: dict[str, Any], tmp_path: Path) -> None:
    changes = difference(*(_side(case, side, tmp_path) for side in ("old", "new"))).changes
    found = fingerprints(changes)
    assert len(set(found)) == len(changes)
    assert all("\n" not in name and " " not in name for name in found)
    for change, name in zip(changes, found, strict=True):
        record = change.new or change.old
        held = record.__dict__.get("id") if record else None
        assert held is None or held in re.findall(r"[a-z0-9-]+", name)


def _side(case: dict[str, Any], side: str, folder: Path) -> Workspace:
    head = {
        "id": "p",
        "title": "P",
        "organization": {"name": "O"},
        "period": {"start": "2021", "end": "2023"},
    }
    if "cycle" in case:
        head |= {"id": side}
    head |= case.get(f"{side}_plan", {})
    text = "format: 1\n" + yaml.safe_dump({"plan": head}, allow_unicode=True) + case[side]
    for name, body in {"plan.yaml": text, **case.get(f"{side}_files", {})}.items():
        path = folder / side / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return open_workspace(folder / side, folder)


ACCEPTED = PLAN + "accepted_changes: [{change: 'target-lowered:depth:2022', reason: The board said so.}]\n"


def test_a_decision_accepts_its_change_and_no_other(plan_of: PlanOf) -> None:
    wrong = "accepted_changes:\n  - {change: 'target-lowered:depth:2022'}\n  - {change: 'removed:ships'}\n"
    old, new = (
        plan_of(PLAN),
        plan_of(PLAN.replace("value: 9", "value: 8").replace("due: 2022", "due: 2023") + wrong),
    )
    found = difference(old, new)
    names = fingerprints(found.changes)
    acceptance = accept(names, decisions(found))
    accepted = [name for name, one in zip(names, acceptance.decisions, strict=True) if one]
    assert accepted == ["target-lowered:depth:2022"]
    assert [one.change for one in acceptance.unmatched] == ["removed:ships"]


def test_a_decision_holds_once(plan_of: PlanOf) -> None:
    old = plan_of(ACCEPTED)
    lower = ACCEPTED.replace("value: 9", "value: 8")
    assert decisions(difference(old, plan_of(lower))) == ()
    again = lower + "  \n"
    again = again.replace("so.}]", "so.}, {change: 'target-lowered:depth:2022', reason: Again.}]")
    assert [one.reason for one in decisions(difference(old, plan_of(again)))] == ["Again."]


def test_of_the_next_cycle_all_decisions_count(plan_of: PlanOf) -> None:
    found = difference(plan_of(ACCEPTED), plan_of(ACCEPTED, header=NEXT))
    assert [one.change for one in decisions(found)] == ["target-lowered:depth:2022"]
