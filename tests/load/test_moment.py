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
