from __future__ import annotations

from pathlib import Path

import pytest

from stratkit.load.draft import Draft, draft_of
from stratkit.load.workspace import open_workspace
from stratkit.render.page import page_for_screen

HEAD = "format: 1\nplan: {id: example, title: Example, organization: {name: Example}}\n"


def sketch(folder: Path, text: str) -> Draft:
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    made = draft_of(open_workspace(folder, folder))
    assert made
    return made


def test_what_is_missing_is_shown_so(tmp_path: Path) -> None:
    plan = sketch(tmp_path, HEAD + "outcomes:\n  - id: one\n  - title: Two\n").plan
    assert [(outcome.id, outcome.title) for outcome in plan.outcomes] == [("one", "…"), ("unnamed-1", "Two")]


def test_references_to_nothing_go(tmp_path: Path) -> None:
    text = HEAD + (
        "outline: [outcomes, nowhere]\n"
        "themes: [{id: trees, title: Trees}]\n"
        "outcomes:\n"
        "  - id: one\n    title: One\n    challenges: [gone]\n    themes: [trees, gone]\n    parent: gone\n"
        "    lead: trees\n    text: See [that](#gone) and [these](#trees).\n"
    )
    made = sketch(tmp_path, text)
    (outcome,) = made.plan.outcomes
    assert (outcome.challenges, outcome.themes, outcome.parent, outcome.lead) == ((), ("trees",), None, None)
    assert outcome.text == "See that and [these](#trees)."
    assert made.plan.outline == ("outcomes",)
    assert {link.target for link in made.index.links} == {"trees"}


def test_the_second_of_two_with_one_id_has_another(tmp_path: Path) -> None:
    plan = sketch(tmp_path, HEAD + "themes: [{id: a, title: A}, {id: a, title: B}]\n").plan
    assert [theme.id for theme in plan.themes] == ["a", "unnamed-1"]


def test_an_entry_about_nothing_goes(tmp_path: Path) -> None:
    text = HEAD + (
        "outcomes: [{id: one, title: One}]\n"
        "updates:\n  - id: report\n    entries: [{about: gone, status: completed}, {about: one}]\n"
    )
    (update,) = sketch(tmp_path, text).plan.updates
    assert [entry.about for entry in update.entries] == ["one"]


def test_boxes_within_each_other_come_out(tmp_path: Path) -> None:
    text = HEAD + (
        "chapters:\n"
        "  - {id: a, title: A, box_in: b}\n"
        "  - {id: b, title: B, box_in: a}\n"
        "  - {id: c, title: C, box_in: a}\n"
    )
    made = sketch(tmp_path, text)
    assert "C" in page_for_screen(made, "plan")
    assert [chapter.box_in for chapter in made.plan.chapters] == [None, None, "a"]


def test_an_organization_without_a_name_is_none_the_less_one(tmp_path: Path) -> None:
    made = sketch(tmp_path, "plan: {title: Example}\n")
    assert (made.plan.plan.id, made.plan.plan.organization.name) == ("unnamed-1", "…")
    assert "Example" in page_for_screen(made, "plan")


@pytest.mark.parametrize("text", ["outcomes: [{id: one, title: One}]\n", "plan: [\n", "plan: nothing\n"])
def test_without_a_header_there_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(text)
    assert draft_of(open_workspace(tmp_path, tmp_path)) is None


def test_a_sound_plan_is_its_own_draft(root: Path) -> None:
    whole = open_workspace(root / "plans/metropolis-2021-2023", root)
    made = draft_of(whole)
    assert made
    assert made.plan == whole.plan
    assert page_for_screen(made, "plan") == page_for_screen(whole, "plan")
