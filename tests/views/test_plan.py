from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit import shipped
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.views.contents import Item
from stratkit.views.lines import Lines
from stratkit.views.plan import plan_view
from stratkit.views.reports import Reports
from stratkit.views.timeline import Timeline

Opener = Callable[..., Workspace]
BOTH = """
themes: [{id: t, title: T}]
challenges: [{id: c, title: C}]
outcomes: [{id: o, title: O, challenges: [c], themes: [t]}]
risks: [{id: r, title: R}]
"""


def parts(workspace: Workspace) -> list[str]:
    return [section.anchor for section in plan_view(workspace).sections]


def test_the_matrix_follows_the_later_of_challenges_and_themes(plan_of: Opener) -> None:
    assert parts(plan_of(BOTH)) == ["themes", "challenges", "_matrix", "outcomes", "risks"]
    turned = plan_of(BOTH + "outline: [challenges, outcomes, themes]\n")
    assert parts(turned) == ["challenges", "outcomes", "themes", "_matrix"]


def test_reports_promised_follow_the_promises(plan_of: Opener) -> None:
    header = (
        "format: 1\nplan:\n  id: p\n  title: P\n  organization: {name: N}\n  reporting: [{title: Yearly}]\n"
    )
    assert parts(plan_of(BOTH, header=header))[-2:] == ["_reporting", "risks"]
    assert parts(plan_of("", header=header)) == ["_reporting"]


def test_a_plan_of_nothing_is_a_plan(plan_of: Opener) -> None:
    view = plan_view(plan_of())
    assert (view.sections, view.contents, view.period) == ((), (), "")
    assert view.imprint.title == "A small plan"


def test_outcomes_of_a_line_that_is_not_printed_stand_with_the_plans_own(plan_of: Opener) -> None:
    body = "action_lines: [{id: a, title: A}]\noutcomes: [{id: o, title: O, parent: a}]\n"
    assert parts(plan_of(body)) == ["action_lines"]
    assert parts(plan_of(body + "outline: [outcomes]\n")) == ["outcomes"]


def test_dates_of_one_day_are_one_moment(plan_of: Opener) -> None:
    body = "history: [{date: 1984, title: A}, {date: 1985, title: B}, {date: 1985, title: C}]\n"
    (section,) = plan_view(plan_of(body)).sections
    assert isinstance(section, Timeline)
    assert [(moment.date, len(moment.entries)) for moment in section.moments] == [("1984", 1), ("1985", 2)]


def test_a_report_without_a_title_is_called_by_its_kind(plan_of: Opener) -> None:
    (section,) = plan_view(plan_of("updates: [{id: u, kind: mid_term}]\n")).sections
    assert isinstance(section, Reports)
    assert section.reports[0].entry.heading == "Mid-term report"


def test_sections_say_what_is_not_the_organizations_own(plan_of: Opener) -> None:
    body = (
        "values:\n"
        "  - {id: a, title: A, basis: illustrative}\n"
        "  - {id: b, title: B, reading: [title], reading_note: Why.}\n"
        "glossary: [{id: c, title: C}]\n"
    )
    view = plan_view(plan_of(body))
    assert [(one.reading, one.illustrative) for one in view.sections] == [(True, True), (False, False)]
    found = [(one.kind, one.fields, one.basis) for one in view.imprint.interpretations]
    assert found == [("Values", (), "illustrative"), ("Values", ("Title",), "reading")]


def test_lineage_names_the_plan_before() -> None:
    workspace = open_workspace(shipped.plans() / "cities-alliance-2018-2021", Path.cwd())
    entry = next(
        entry
        for section in plan_view(workspace).sections
        for group in getattr(section, "groups", ())
        for entry in getattr(group, "entries", ())
        if entry.id == "equitable-economic-growth"
    )
    continues = next(fact for fact in entry.facts if fact.label == "Continues")
    assert [link.words for link in continues.items] == ["Equitable economic growth (2014–2017)"]
    assert continues.reading


def test_contents_name_axes_unless_an_opening_page_does(plan_of: Opener) -> None:
    def items(outcomes: int) -> tuple[Item, ...]:
        lines = "".join(f"          - {{id: o{n}, title: O{n}}}\n" for n in range(outcomes))
        axis = f"      - id: x\n        title: X\n        outcomes:\n{lines}"
        view = plan_view(plan_of(f"action_lines:\n  - id: a\n    title: A\n    axes:\n{axis}"))
        section = view.sections[-1]
        assert isinstance(section, Lines)
        assert section.lines[0].outcome_count == outcomes
        return view.contents[-1].items[0].items

    assert [item.words for item in items(1)] == ["X"]
    assert items(6) == ()


@pytest.mark.parametrize("plan", sorted(path.parent for path in shipped.plans().glob("*/plan.yaml")))
def test_views_are_plain(plan: Path) -> None:
    """No HTML, no records of the model."""

    def walk(value: object) -> None:
        if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                walk(getattr(value, field.name))
        elif isinstance(value, tuple | frozenset):
            for item in value:
                walk(item)
        elif isinstance(value, dict):
            walk((*value, *value.values()))
        else:
            assert isinstance(value, str | int | None)
            assert not (isinstance(value, str) and "</" in value)

    walk(plan_view(open_workspace(plan, Path.cwd())))
