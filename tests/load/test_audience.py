"""What an audience may not see is gone, and nothing that is left refers to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.load.audience import Unseen, count_restricted, for_audience
from stratkit.load.excerpt import Excerpt
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.element import AUDIENCES
from stratkit.model.plan import Plan

PlanOf = Callable[..., Workspace]

BODY = """
outline: [aims, secret, outcomes]
chapters:
  - {id: aims, title: Aims}
  - {id: secret, title: Secret, audience: [staff]}
  - {id: beside, title: Beside, box_in: secret}
  - {id: next, title: Next, box_in: aims}
stakeholders:
  - {id: boss, name: The boss, audience: [board, staff]}
  - {id: team, name: The team}
themes:
  - {id: open, title: Open, audience: [public, staff]}
  - {id: closed, title: Closed, audience: [staff]}
action_lines:
  - id: merge
    title: Merge
    audience: [board]
    axes: [{id: talks, title: Talks, outcomes: [{id: deal, title: A deal, audience: [public]}]}]
outcomes:
  - {id: adopted, title: Adopted, parent: talks}
  - id: served
    title: Served
    lead: boss
    partners: [boss, team]
    themes: [closed, open]
    depends_on: [deal]
    reading: [lead]
    reading_note: We read it so.
    budget: [{amount: 5 EUR, funder: boss}]
indicators:
  - {id: both, title: Of both, measures: [deal, served]}
  - {id: one, title: Of one, measures: [deal]}
  - {id: all, title: Of all}
risks:
  - {id: leak, title: A leak, threatens: [deal]}
  - {id: echo, title: An echo, threatens: [leak]}
decisions:
  - {id: go, title: Go, by: boss, concerns: [deal, served]}
  - {id: hush, title: Hush, concerns: [adopted]}
work_plans:
  - id: year
    title: The year
    activities:
      - {id: write, title: Write, contributes_to: [deal]}
      - {id: serve, title: Serve, lead: boss}
updates:
  - id: mixed
    entries: [{about: deal, status: on_track}, {about: served, status: at_risk}]
    readings: [{indicator: one, value: 1}, {indicator: all, value: 2}]
  - {id: quiet, entries: [{about: deal, status: on_track}]}
accepted_changes:
  - {change: "removed:deal"}
  - {change: "removed:dealer"}
fields:
  - {id: owner, title: Owner, type: reference}
  - {id: code, title: Code, type: text, audience: [staff]}
"""


@pytest.fixture
def public(plan_of: PlanOf) -> Plan:
    workspace = plan_of(BODY)
    assert not workspace.problems
    return for_audience(workspace, "public").plan


def names(records: object) -> list[str]:
    assert isinstance(records, tuple)
    return [record.id for record in records]


def test_an_element_goes_with_all_that_is_inside_it(public: Plan) -> None:
    assert names(public.action_lines) == []
    assert names(public.outcomes) == ["served"]
    assert names(public.chapters) == ["aims", "next"]
    assert public.outline == ("aims", "outcomes")


def test_references_go(public: Plan) -> None:
    served = public.outcomes[0]
    assert (served.lead, served.partners, served.themes, served.depends_on) == (
        None,
        ("team",),
        ("open",),
        (),
    )
    assert (served.reading, served.reading_note) == ((), None)
    assert served.budget[0].funder is None
    assert public.decisions[0].by is None


def test_what_is_only_about_hidden_things_goes(public: Plan) -> None:
    assert names(public.indicators) == ["both", "all"]
    assert public.indicators[0].measures == ("served",)
    assert public.risks == ()
    assert names(public.decisions) == ["go"]
    assert names(public.work_plans[0].activities) == ["serve"]
    assert names(public.updates) == ["mixed"]
    assert [entry.about for entry in public.updates[0].entries] == ["served"]
    assert [reading.indicator for reading in public.updates[0].readings] == ["all"]
    assert [change.change for change in public.accepted_changes] == ["removed:dealer"]


@pytest.mark.parametrize(
    ("audience", "themes", "lines"),
    [("public", ["open"], []), ("board", [], ["merge"]), ("staff", ["open", "closed"], [])],
)
def test_audiences_are_a_set_and_no_ladder(
    plan_of: PlanOf, audience: str, themes: list[str], lines: list[str]
) -> None:
    plan = for_audience(plan_of(BODY), audience).plan
    assert (names(plan.themes), names(plan.action_lines)) == (themes, lines)


def test_the_public_is_not_told_that_it_may_read(plan_of: PlanOf) -> None:
    workspace = plan_of(BODY)
    assert for_audience(workspace, "public").plan.themes[0].audience == ()
    assert for_audience(workspace, "staff").plan.themes[1].audience == ("staff",)


def test_own_fields(plan_of: PlanOf) -> None:
    own = "values:\n  - {id: v, title: V, fields: {owner: boss, code: X}}\n"
    own += "  - {id: w, title: W, fields: {owner: team}}\n"
    values = for_audience(plan_of(BODY + own), "public").plan.values
    assert [value.fields for value in values] == [None, {"owner": "team"}]


def test_a_refused_audience_is_nobody(plan_of: PlanOf) -> None:
    workspace = plan_of(
        "themes:\n  - {id: a, title: A, audience: stuff}\n  - {id: b, title: B, audience: []}\n"
    )
    assert for_audience(workspace, "staff").plan.themes == ()


def test_a_part_that_is_empty_now_goes(plan_of: PlanOf) -> None:
    header = "format: 1\nplan:\n  id: p\n  title: P\n  organization: {name: O}\n  approved: {by: boss}\n"
    workspace = plan_of("stakeholders: [{id: boss, name: B, audience: [staff]}]\n", header=header)
    assert for_audience(workspace, "public").plan.plan.approved is None
    assert for_audience(workspace, "staff").plan.plan.approved is not None


@pytest.mark.parametrize(
    ("prose", "left"),
    [
        ("See [the deal](#deal).", "See the deal."),
        ("See [](#deal).", "See …."),
        ("[1. Talk](#deal)", "[1. Talk](#)"),
        ("- [Talk](#deal)", "- Talk"),
        ("[*So* `it` is](#deal)", "[*So* `it` is](#)"),
        ("[so][x]\n\n[x]: #deal", "[so][x]\n\n[x]: #"),
        ('[](#deal "A deal")', '[](# "A deal")'),
        ("[](<#deal>)", "[](<#>)"),
        ("[](#%64eal)", "[](#)"),
        ("[ideal](#dealer) and https://a.org/#deal", "[ideal](#dealer) and https://a.org/#deal"),
        ("![deal](#deal)", "![deal](#)"),
        ("The deal # deal", "The deal # deal"),
    ],
)
def test_links_in_prose(plan_of: PlanOf, prose: str, left: str) -> None:
    written = "themes:\n  - id: t\n    title: T\n    text: |\n"
    written += "".join(f"      {line}\n" for line in prose.splitlines())
    written += "    summary: {en: '[a](#deal)', fr: '[b](#deal)'}\n"
    theme = for_audience(plan_of(BODY.replace("themes:\n", written)), "public").plan.themes[0]
    assert theme.text == left
    assert (theme.summary, getattr(theme.summary, "translations", None)) == ("a", {"en": "a", "fr": "b"})


def test_the_author_is_told_where_prose_names_what_is_hidden(plan_of: PlanOf, tmp_path: Path) -> None:
    workspace = plan_of("""\
values:
  - {id: v, title: V, text: "[](#x) and [it](#x)"}
  - {id: x, title: X, audience: [staff], text: "[](#x)"}
  - id: f
    title: F
    text: {file: f.md}
""")
    (tmp_path / "plan/f.md").write_text("One\n\n*[](#x)*\n", encoding="utf-8")
    workspace = open_workspace(tmp_path / "plan", tmp_path)
    assert not workspace.problems
    assert list(for_audience(workspace, "public").remarks()) == [
        "plan/plan.yaml:8:34: `public` may not see `x`: `…` stands for its title",
        "plan/plan.yaml:8:47: `public` may not see `x`: the words of this link are left",
        "plan/f.md:3:6: `public` may not see `x`: `…` stands for its title",
    ]
    assert list(for_audience(workspace, "staff").remarks()) == []


def test_the_previous_plan_has_its_own_audiences(tmp_path: Path) -> None:
    head = "format: 1\nplan: {id: p, title: P, organization: {name: O}"
    for name, text in {
        "old": head + "}\nthemes:\n  - {id: a, title: A}\n  - {id: b, title: B, audience: [staff]}\n",
        "new": head
        + ", previous: ../old}\nthemes:\n  - {id: c, title: C, succeeds: [a, b]}\n"
        + "  - {id: d, title: D, succeeds: [b]}\nretired:\n  - {element: b, fate: dropped}\n",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.yaml").write_text(text, encoding="utf-8")
    workspace = open_workspace(tmp_path / "new", tmp_path)
    assert not workspace.problems
    excerpt = for_audience(workspace, "public")
    assert [theme.succeeds for theme in excerpt.plan.themes] == [("a",), None]
    assert excerpt.plan.retired == ()
    assert isinstance(excerpt.previous, Excerpt)
    assert names(excerpt.previous.plan.themes) == ["a"]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_excerpt_is_a_sound_plan_of_its_own(plan_of: PlanOf, tmp_path: Path, audience: str) -> None:
    excerpt = for_audience(plan_of(BODY), audience)
    (tmp_path / "plan.yaml").write_text(excerpt.source.text, encoding="utf-8")
    read = open_workspace(tmp_path / "plan.yaml", tmp_path)
    assert read.problems == []
    assert read.plan == excerpt.plan
    assert excerpt.sources == []
    left = {link.target for link in excerpt.index.links}
    assert left <= excerpt.index.elements.keys() | Plan.fields_.keys()


@pytest.mark.parametrize(
    ("header", "body", "what"),
    [
        ("{name: O, audience: [staff]}", "", "plan.yaml:2:49: `public` may not see whose plan it is"),
        (
            "{name: O}",
            BODY.replace("[aims, secret, outcomes]", "[secret]"),
            "anything that its outline names",
        ),
    ],
)
def test_no_edition_without(plan_of: PlanOf, header: str, body: str, what: str) -> None:
    workspace = plan_of(body, header=f"format: 1\nplan: {{id: p, title: P, organization: {header}}}\n")
    with pytest.raises(Unseen, match=what) as caught:
        for_audience(workspace, "public")
    assert "name `public` in the `audience` there" in caught.value.help


def test_restricted_elements_are_counted(plan_of: PlanOf) -> None:
    assert count_restricted(plan_of(BODY)) == 5
    assert count_restricted(plan_of()) == 0


def test_a_decision_on_what_was_hidden_in_the_plan_before_goes_too(plan_of: PlanOf, tmp_path: Path) -> None:
    before = tmp_path / "before"
    before.mkdir()
    organization = "organization: {name: A network}"
    head = f"format: 1\nplan: {{id: before, title: Before, {organization}}}\n"
    (before / "plan.yaml").write_text(head + BODY, encoding="utf-8")
    decided = "accepted_changes: [{change: 'removed:deal', reason: Why}, {change: 'removed:dealer'}]\n"
    header = f"format: 1\nplan: {{id: next, title: Next, previous: ../before, {organization}}}\n"
    workspace = plan_of(decided, header=header)
    assert len(workspace.plan.accepted_changes) == 2
    kept = for_audience(workspace, "public").plan.accepted_changes
    assert [change.change for change in kept] == ["removed:dealer"]
