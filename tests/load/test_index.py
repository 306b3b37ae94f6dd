from collections.abc import Callable

import pytest

from stratkit.load.index import Index
from stratkit.load.workspace import Workspace
from stratkit.model.actor import Member, Organization, Stakeholder
from stratkit.model.promise import ActionLine, Axis, Outcome

PlanOf = Callable[..., Workspace]

BODY = """\
    id: association
outline: [tides, vision]
chapters:
  - {id: tides, title: Tides}
themes:
  - {id: quiet, title: Quiet quays, was: [silence]}
action_lines:
  - id: water
    title: Water
    lead: association
    axes:
      - id: reeds
        title: Reeds
        outcomes:
          - id: planted
            title: Planted
            themes: [quiet]
            indicators:
              - {id: area, title: Area}
outcomes:
  - {id: clean, title: Clean, parent: reeds, themes: [quiet], depends_on: [planted]}
  - {id: alone, title: Alone}
updates:
  - id: report
    readings:
      - {indicator: area, value: 3}
"""


@pytest.fixture
def index(plan_of: PlanOf) -> Index:
    return plan_of(BODY).index


def test_every_id_and_its_kind(index: Index) -> None:
    kinds = {name: index.kind(name) for name in index.elements}
    assert kinds == {
        "small": "plan",
        "association": "organization",
        "tides": "chapter",
        "quiet": "theme",
        "water": "action_line",
        "reeds": "axis",
        "planted": "outcome",
        "area": "indicator",
        "clean": "outcome",
        "alone": "outcome",
        "report": "update",
    }
    assert index.kind("none") == ""
    assert index.get("none") is None


def test_every_reference_and_where_it_is_written(index: Index) -> None:
    links = [(link.owner.__dict__.get("id"), link.field, link.target, link.span.line) for link in index.links]
    assert sorted(links, key=lambda link: link[3]) == [
        (None, "outline", "tides", 8),
        (None, "outline", "vision", 8),
        ("quiet", "was", "silence", 12),
        ("water", "lead", "association", 16),
        ("planted", "themes", "quiet", 23),
        ("clean", "parent", "reeds", 27),
        ("clean", "themes", "quiet", 27),
        ("clean", "depends_on", "planted", 27),
        ("report", "indicator", "area", 32),
    ]


def test_who_names_whom(index: Index) -> None:
    assert [link.owner.__dict__["id"] for link in index.referrers["quiet"]] == ["planted", "clean"]
    assert "silence" not in index.referrers


def test_what_lies_in_what(index: Index) -> None:
    def inside(name: str) -> str:
        record = index.get(name)
        assert record is not None
        parent = index.parent(record)
        assert parent is not None
        return str(parent.__dict__.get("id") or type(parent).__name__)

    assert {name: inside(name) for name in ("reeds", "planted", "area", "clean", "alone", "association")} == {
        "reeds": "water",
        "planted": "reeds",
        "area": "planted",
        "clean": "reeds",
        "alone": "Plan",
        "association": "small",
    }


def test_outcomes_inside_come_before_those_that_name_their_parent(index: Index) -> None:
    reeds = index.get("reeds")
    assert isinstance(reeds, Axis)
    assert [outcome.id for outcome in index.outcomes_in(reeds)] == ["planted", "clean"]


def test_elements_of_a_class(index: Index) -> None:
    assert [outcome.id for outcome in index.of_kind(Outcome)] == ["planted", "clean", "alone"]
    assert [line.id for line in index.of_kind(ActionLine)] == ["water"]
    assert [found.id for found in index.of_kind(Organization)] == ["association"]
    assert index.of_kind(Member) == []
    assert index.of_kind(Stakeholder) == []


def test_earlier_ids(index: Index) -> None:
    assert {old: element.id for old, element in index.renamed.items()} == {"silence": "quiet"}


@pytest.mark.parametrize(
    ("word", "kinds", "guess"),
    [
        ("quite", (), "quiet"),
        ("quite", ("theme",), "quiet"),
        ("quite", ("outcome",), None),
        ("Planted", ("outcome",), "planted"),
        ("harbourmaster", (), None),
    ],
)
def test_what_was_probably_meant(index: Index, word: str, kinds: tuple[str, ...], guess: str | None) -> None:
    assert index.closest(word, kinds) == guess


def test_id_that_is_taken(plan_of: PlanOf) -> None:
    index = plan_of("themes:\n  - {id: a, title: A}\n  - {id: a, title: B}\n").index
    ((first, second),) = index.doubles
    assert (first.origin.whole().line, second.origin.whole().line) == (8, 9)
    assert index.get("a") is first


@pytest.mark.parametrize(
    ("body", "target", "kinds", "missed"),
    [
        ("themes: [{id: a, title: A}]", "b", (), True),
        ("themes: [{id: a, title: A}]", "a", (), False),
        ("themes: [{id: A, title: A}]", "b", ("theme",), False),
        ("themes: [{id: A, title: A}]", "b", ("outcome", "theme"), False),
        ("themes: [{id: A, title: A}]", "b", ("outcome",), True),
        ("themes: [{id: A, title: A}]", "b", (), False),
        ("visoin: [{id: b}]", "b", ("outcome",), False),
        ("outcomes: [{id: a, title: A, budget: [5]}]", "b", (), True),
    ],
)
def test_ids_that_nobody_can_mean(
    plan_of: PlanOf, body: str, target: str, kinds: tuple[str, ...], missed: bool
) -> None:
    assert plan_of(body + "\n").index.misses(target, kinds) is missed


@pytest.mark.parametrize("value", ["null", "~", "''", "' '", ""])
def test_empty_value_is_no_reference(plan_of: PlanOf, value: str) -> None:
    assert plan_of(f"outcomes:\n  - id: a\n    title: A\n    lead: {value}\n").index.links == []
