"""When plans run, where that can be read."""

from pathlib import Path

import pytest

from stratkit.check.calendar import calendar
from stratkit.check.finding import find
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.date import PartialDate

HEAD = "format: 1\nplan:\n  id: {id}\n  title: Quays\n  organization: {{name: Harbour}}\n{rest}"


def plan(folder: Path, rest: str, name: str = "quays") -> Workspace:
    folder.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(HEAD.format(id=name, rest=rest), "utf-8")
    return open_workspace(folder, folder)


@pytest.mark.parametrize(
    ("period", "words", "inside", "outside"),
    [
        ("{start: 2021, end: 2023}", "2021–2023", "2023-12-31", "2024"),
        ("2021", "in 2021", "2021-06", "2020-12-31"),
        ("{start: 2021}", "from 2021", "2099", "2020"),
        ("{end: FY2021}", "until FY2021", "2021-06", "2021-07"),
    ],
)
def test_a_date_is_inside_if_any_day_of_it_is(
    tmp_path: Path, period: str, words: str, inside: str, outside: str
) -> None:
    run = calendar(plan(tmp_path, f"  fiscal_year: {{starts: 7}}\n  period: {period}\n"))
    assert run is not None
    assert run.words == words
    assert not run.excludes(PartialDate(inside))
    assert run.excludes(PartialDate(outside))


def test_a_period_that_ends_before_it_starts_excludes_nothing(tmp_path: Path) -> None:
    run = calendar(plan(tmp_path, "  period: {start: 2023, end: 2021}\n"))
    assert run is not None
    assert not run.excludes(PartialDate("1990"))


@pytest.mark.parametrize("year", ["{starts: 13}", "{named_for: start}", "July"])
def test_without_its_year_no_plan_has_a_calendar(tmp_path: Path, year: str) -> None:
    rest = f"  fiscal_year: {year}\n  period: FY2021\n"
    assert calendar(plan(tmp_path, rest)) is None


def test_where_the_year_cannot_be_read_no_gap_between_cycles_is_found(tmp_path: Path) -> None:
    plan(tmp_path / "before", "  period: 2016\n", "piers")
    later = plan(tmp_path, "  previous: before\n  fiscal_year: {starts: 13}\n  period: FY2021\n")
    assert [finding.code for finding in find(later)] == ["invalid-value"]
