from datetime import date
from pathlib import Path

from stratkit.load.moment import as_of
from stratkit.load.workspace import Workspace, open_workspace

PLAN = """\
format: 1
plan: {id: example, title: Example, organization: {name: Example}}
outcomes: [{id: one, title: One}]
updates:
  - {id: early, title: Early, date: 2021-06-30, entries: [{about: one}]}
  - {id: late, title: Late, date: 2022-01-15, entries: [{about: one}]}
  - {id: undated, title: Undated, entries: [{about: one}]}
decisions:
  - {id: decided, title: Decided, date: 2022-03, concerns: [one]}
chapters:
  - {id: story, title: Story, text: "As [reported](#late)."}
"""

NEXT = """\
format: 1
plan: {id: next, title: Next, previous: ../before, organization: {name: Example}}
updates: [{id: first, date: 2023-01, entries: []}]
"""


def known(folder: Path, day: date) -> Workspace:
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return as_of(open_workspace(folder, folder), day)


def test_what_is_of_later_is_not_there(tmp_path: Path) -> None:
    plan = known(tmp_path, date(2022, 1, 14)).plan
    assert [update.id for update in plan.updates] == ["early", "undated"]
    assert plan.decisions == ()
    assert plan.chapters[0].text == "As reported."


def test_a_report_is_known_from_its_day(tmp_path: Path) -> None:
    plan = known(tmp_path, date(2022, 1, 15)).plan
    assert [update.id for update in plan.updates] == ["early", "late", "undated"]
    assert plan.decisions == ()
    assert known(tmp_path, date(2022, 3, 30)).plan.decisions == ()
    assert len(known(tmp_path, date(2022, 3, 31)).plan.decisions) == 1


def test_where_nothing_is_of_later_it_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    whole = open_workspace(tmp_path, tmp_path)
    assert as_of(whole, date(2030, 1, 1)) is whole


def beside(folder: Path, day: date) -> Workspace:
    """A plan that says nothing itself, beside the one before it."""
    for name, text in (("before", PLAN), ("after", NEXT)):
        (folder / name).mkdir()
        (folder / name / "plan.yaml").write_text(text, encoding="utf-8")
    return as_of(open_workspace(folder / "after", folder), day)


def test_the_plan_before_is_as_it_was_known_too(tmp_path: Path) -> None:
    workspace = beside(tmp_path, date(2022, 1, 14))
    assert workspace.previous is not None
    assert [update.id for update in workspace.previous.plan.updates] == ["early", "undated"]
    assert [update.id for update in workspace.plan.updates] == []


def test_a_plan_given_to_stand_beside_another_is_cut_like_it(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    whole = open_workspace(tmp_path, tmp_path)
    known_then = as_of(whole.after(whole), date(2021, 12, 31))
    assert known_then.previous is not None
    for workspace in (known_then, known_then.previous):
        assert [update.id for update in workspace.plan.updates] == ["early", "undated"]


def test_where_nothing_of_either_is_of_later_it_is_the_same(tmp_path: Path) -> None:
    whole = beside(tmp_path, date(2030, 1, 1))
    assert as_of(whole, date(2030, 1, 1)) is whole
    assert whole.previous is not None
    assert len(whole.previous.plan.updates) == 3
