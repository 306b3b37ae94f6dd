"""How much the changes between two plans matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from stratkit.check.judgement import Judgement, judge
from stratkit.check.levels import LEVELS, OF_ANY, POLICIES, RENEWED, RULES, Level, level_of
from stratkit.compare.change import Kind
from stratkit.compare.difference import difference
from stratkit.compare.dispositions import COMMITTED
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]
HEAD = """\
format: 1
plan:
  id: {id}
  title: T
  organization: {{name: O}}
  period: {{start: {start}, end: {end}}}
"""
OLD, NEW = HEAD.format(id="old", start=2018, end=2020), HEAD.format(id="new", start=2021, end=2023)
PLAN = """\
vision: Ports for all.
themes: [{id: quiet, title: Quiet, kind: orienting}]
action_lines:
  - id: harbours
    title: Harbours
    axes:
      - id: depth
        title: Depth
        outcomes:
          - id: deep-quays
            title: Quays are deep
            themes: [quiet]
            lead: office
            due: 2020-06
            milestones: [{id: survey, title: The survey is done, due: 2019}]
            indicators:
              - id: ships
                title: Ships that call
                unit: ships
                direction: increase
                baseline: {date: 2017, value: 8}
                targets: [{date: 2019, value: 20}, {date: 2020, value: 40}]
              - id: noise
                title: Noise
                unit: decibel
                direction: maintain
                targets: [{min: 10, max: 40}]
      - {id: light, title: Light}
stakeholders: [{id: office, name: Office}]
"""

Edit = tuple[str, str]


def edited(text: str, *edits: Edit) -> str:
    for before, after in edits:
        assert text.count(before) == 1
        text = text.replace(before, after)
    return text


def revised(
    plan_of: PlanOf, *edits: Edit, old: str = PLAN, more: str = "", policy: str = "accountability"
) -> Judgement:
    plans = plan_of(old, header=OLD), plan_of(edited(old, *edits) + more, header=OLD)
    assert [plan.problems for plan in plans] == [[], []]
    return judge(difference(*plans), policy)


def renewed(plan_of: PlanOf, *edits: Edit, old: str = PLAN) -> Judgement:
    return judge(difference(plan_of(old, header=OLD), plan_of(edited(old, *edits), header=NEW)))


def told(judgement: Judgement) -> dict[str, Level]:
    return {one.fingerprint: one.level for one in judgement.changes}


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_has_a_level_in_every_policy(kind: Kind, policy: str) -> None:
    for element in (*COMMITTED, "plan", "member", ""):
        assert level_of(kind, element, "title", POLICIES[policy]) in LEVELS


def test_tables_name_what_there_is() -> None:
    kinds = set(get_args(Kind))
    rules = [
        *RENEWED,
        *RULES,
        *(rule for each in POLICIES.values() for rule in (*each.instead, *each.at_least)),
    ]
    assert set(OF_ANY) == kinds
    assert kinds.issuperset(kind for rule in rules for kind in rule.changes)
    assert {element for rule in rules for element in rule.of} <= {*COMMITTED, "plan"}


@pytest.mark.parametrize(
    ("before", "after", "name", "level"),
    [
        ("value: 40", "value: 30", "target-lowered:ships:2020", "error"),
        ("value: 40", "value: 50", "target-raised:ships:2020", "info"),
        ("date: 2020, value: 40", "date: 2021, value: 40", "target-postponed:ships:2020", "error"),
        (", {date: 2020, value: 40}", "", "target-dropped:ships:2020", "error"),
        ("max: 40", "max: 60", "target-lowered:noise", "error"),
        ("due: 2020-06", "due: 2020-12", "postponed:deep-quays:due", "error"),
        ("            due: 2020-06\n", "", "unset:deep-quays:due", "warning"),
        ("due: 2019", "due: 2020", "postponed:survey:due", "error"),
        ("due: 2019", "due: 2018", "brought-forward:survey:due", "info"),
        ("value: 8", "value: 12", "baseline-restated:ships:baseline.value", "warning"),
        ("unit: ships", "unit: boats", "unit-changed:ships", "warning"),
        ("direction: increase", "direction: decrease", "direction-changed:ships", "warning"),
        ("title: Quays are deep", "title: Quays are deeper", "reworded:deep-quays:title", "warning"),
        ("vision: Ports for all.", "vision: Ports for many.", "reworded:old:vision.statement", "warning"),
        ("            lead: office\n", "", "unset:deep-quays:lead", "warning"),
        ("kind: orienting", "kind: cross_cutting", "changed:quiet:kind", "info"),
        ("            themes: [quiet]\n", "", "unlinked:deep-quays:themes:quiet", "info"),
        ("name: Office", "name: The office", "reworded:office:name", "info"),
        ("      - {id: light, title: Light}\n", "", "removed:light", "warning"),
    ],
)
def test_levels_of_a_revision(plan_of: PlanOf, before: str, after: str, name: str, level: Level) -> None:
    assert told(revised(plan_of, (before, after))) == {name: level}


def test_a_plan_that_runs_longer_is_a_question(plan_of: PlanOf) -> None:
    longer = plan_of(PLAN, header=OLD), plan_of(PLAN, header=OLD.replace("end: 2020", "end: 2022"))
    assert told(judge(difference(*longer))) == {"postponed:old:period.end": "warning"}


AXIS = PLAN[PLAN.index("      - id: depth\n") : PLAN.index("      - {id: light")]


def test_what_is_removed_weighs_as_much_as_what_goes_with_it(plan_of: PlanOf) -> None:
    assert told(revised(plan_of, (AXIS, ""))) == {"removed:depth": "error"}


def test_a_reason_settles_what_was_dropped(plan_of: PlanOf) -> None:
    judged = {
        reason: judge(
            difference(
                plan_of(PLAN, header=OLD),
                plan_of(
                    edited(PLAN, (AXIS, "")) + f"retired: [{{element: depth, fate: {fate}}}]\n", header=NEW
                ),
            )
        )
        for reason, fate in (("", "dropped"), ("given", "dropped, reason: Too dear."), ("met", "completed"))
    }
    levels = {reason: told(each)["retired:depth"] for reason, each in judged.items()}
    assert levels == {"": "error", "given": "info", "met": "info"}


def test_what_may_go_on_under_another_id_is_a_question(plan_of: PlanOf) -> None:
    before, after = "{id: survey, title: The survey is done", "{id: survey-2, title: The survey is done now"
    assert told(revised(plan_of, (before, after)))["removed:survey"] == "warning"
    outcome = revised(plan_of, ("id: deep-quays", "id: quays"), ("Quays are deep", "The quays are deep"))
    assert told(outcome)["removed:deep-quays"] == "warning"


@pytest.mark.parametrize("basis", ["reading", "illustrative"])
def test_what_our_reading_alone_found_promised_is_no_certain_loss(plan_of: PlanOf, basis: str) -> None:
    outcome = f"    outcomes: [{{id: dry, title: Dry stores, basis: {basis}}}]\n"
    old = PLAN.replace("    title: Harbours\n", f"    title: Harbours\n{outcome}")
    level = "warning" if basis == "reading" else "error"
    assert told(revised(plan_of, (outcome, ""), old=old)) == {"removed:dry": level}
    new = plan_of(PLAN + "retired: [{element: dry, fate: dropped}]\n", header=NEW)
    dropped = judge(difference(plan_of(old, header=OLD), new))
    assert told(dropped) == {"retired:dry": level}


@pytest.mark.parametrize("field", ["summary: Boats moor.", "text: Boats moor.", "key_ideas: [Dig.]"])
def test_the_next_cycle_tells_at_its_own_length(plan_of: PlanOf, field: str) -> None:
    old = PLAN.replace("title: Harbours\n", f"title: Harbours\n    {field}\n")
    lost = (f"    {field}\n", "")
    assert set(told(revised(plan_of, lost, old=old)).values()) == {"warning"}
    assert set(told(renewed(plan_of, lost, old=old)).values()) == {"info"}


def test_dates_of_the_next_cycle_are_no_delay(plan_of: PlanOf) -> None:
    found = renewed(
        plan_of,
        (
            "{date: 2019, value: 20}, {date: 2020, value: 40}",
            "{date: 2022, value: 20}, {date: 2023, value: 40}",
        ),
        ("due: 2020-06", "due: 2023-06"),
        ("{date: 2017, value: 8}", "{date: 2020, value: 9}"),
    )
    levels = told(found)
    assert levels["postponed:deep-quays:due"] == "warning"
    assert levels["target-postponed:ships:2020"] == "warning"
    assert levels["baseline-restated:ships:baseline.value"] == "info"
    assert found.counts["error"] == 0


def test_more_by_a_later_date_is_what_a_next_cycle_is_for(plan_of: PlanOf) -> None:
    old = PLAN.replace("{date: 2019, value: 20}, ", "")
    found = renewed(plan_of, ("{date: 2020, value: 40}", "{date: 2023, value: 60}"), old=old)
    assert told(found) == {"target-raised:ships:2020": "info"}
    less = renewed(plan_of, ("{date: 2020, value: 40}", "{date: 2023, value: 30}"), old=old)
    assert told(less)["target-lowered:ships:2020"] == "error"


def test_what_was_met_is_neither_late_nor_lost(plan_of: PlanOf) -> None:
    said = "updates: [{id: last, date: 2020-12, entries: [{about: deep-quays, status: completed}]}]\n"
    found = renewed(plan_of, ("due: 2020-06", "due: 2023-06"), old=PLAN + said)
    assert told(found)["postponed:deep-quays:due"] == "info"
    lit = "updates: [{id: last, date: 2020-12, entries: [{about: light, status: completed}]}]\n"
    off = renewed(plan_of, ("      - {id: light, title: Light}\n", ""), old=PLAN + lit)
    assert told(off)["removed:light"] == "info"


def test_no_target_any_more_is_certainly_less(plan_of: PlanOf) -> None:
    found = renewed(plan_of, ("[{date: 2019, value: 20}, {date: 2020, value: 40}]", "[]"))
    assert told(found) == {"target-dropped:ships:2019": "error", "target-dropped:ships:2020": "error"}


def test_a_target_beyond_the_old_cycle_is_a_promise_still(plan_of: PlanOf) -> None:
    old = PLAN.replace("date: 2020, value: 40", "date: 2023, value: 40")
    found = renewed(plan_of, ("date: 2023, value: 40", "date: 2025, value: 40"), old=old)
    assert told(found) == {"target-postponed:ships:2023": "error"}


@pytest.mark.parametrize(
    ("policy", "levels"),
    [
        ("editorial", ("info", "error", "info", "warning", "info")),
        ("accountability", ("warning", "error", "info", "warning", "info")),
        ("strict", ("error", "error", "warning", "error", "info")),
    ],
)
def test_policies(plan_of: PlanOf, policy: str, levels: tuple[Level, ...]) -> None:
    found = revised(
        plan_of,
        ("title: Quays are deep", "title: Deep quays"),
        ("value: 40", "value: 30"),
        ("            themes: [quiet]\n", ""),
        ("unit: decibel", "unit: dB"),
        ("kind: orienting", "kind: cross_cutting"),
        policy=policy,
    )
    names = (
        "reworded:deep-quays:title",
        "target-lowered:ships:2020",
        "unlinked:deep-quays:themes:quiet",
        "unit-changed:noise",
        "changed:quiet:kind",
    )
    assert tuple(told(found)[name] for name in names) == levels
    assert len(found.changes) == len(names)


def test_accepted_changes_keep_their_level_and_do_not_count(plan_of: PlanOf) -> None:
    decided = """\
accepted_changes:
  - {change: "target-lowered:ships:2020", reason: The dredger sank., by: office, date: 2019-05}
  - {change: "removed:light"}
"""
    found = revised(plan_of, ("value: 40", "value: 30"), ("unit: decibel", "unit: dB"), more=decided)
    lowered, unit = found.changes
    assert lowered.level == "error"
    assert lowered.accepted
    assert lowered.accepted.reason == "The dredger sank."
    assert unit.accepted is None
    assert found.counts == {"info": 0, "warning": 1, "error": 0}
    assert [found.fails(level) for level in LEVELS] == [True, True, False]
    assert [one.change for one in found.unmatched] == ["removed:light"]


def test_nothing_changed_is_nothing_to_judge(plan_of: PlanOf) -> None:
    found = revised(plan_of)
    assert found.changes == ()
    assert not any(found.fails(level) for level in LEVELS)


def test_an_unknown_policy_is_refused(plan_of: PlanOf) -> None:
    with pytest.raises(KeyError):
        revised(plan_of, policy="lenient")


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("date: 2020-12, entries: [{about: deep-quays, status: off_track}]", "error"),
        ("date: 2019-12, entries: [{about: deep-quays, status: on_track}]", "warning"),
        ("date: 2019-12, entries: [{about: deep-quays, status: completed}]", "info"),
        ("entries: [{about: deep-quays, status: off_track}]", "warning"),
    ],
)
def test_what_was_open_before_its_day_may_have_been_kept(plan_of: PlanOf, said: str, level: Level) -> None:
    old = f"{PLAN}updates: [{{id: last, {said}}}]\n"
    found = renewed(plan_of, ("due: 2020-06", "due: 2023-06"), old=old)
    assert told(found)["postponed:deep-quays:due"] == level


@pytest.mark.parametrize(
    ("read", "level"),
    [
        ("date: 2020, value: 30", "error"),
        ("date: 2019, value: 30", "warning"),
        ("date: 2019, value: 40", "info"),
    ],
)
def test_a_target_that_was_not_read_on_its_day_may_have_been_reached(
    plan_of: PlanOf, read: str, level: Level
) -> None:
    old = f"{PLAN}updates: [{{id: last, date: 2020-12, readings: [{{indicator: ships, {read}}}]}}]\n"
    found = renewed(plan_of, ("date: 2020, value: 40", "date: 2023, value: 40"), old=old)
    assert told(found)["target-postponed:ships:2020"] == level


def test_an_indicator_that_is_gone_is_a_loss_though_its_target_was_reached(plan_of: PlanOf) -> None:
    reading = "{indicator: ships, date: 2020, value: 40}"
    old = f"{PLAN}updates: [{{id: last, date: 2020-12, readings: [{reading}]}}]\n"
    found = renewed(
        plan_of,
        (
            "- id: ships\n                title: Ships that call",
            "- id: planes\n                title: Flights",
        ),
        old=old,
    )
    assert told(found)["removed:ships"] == "error"
