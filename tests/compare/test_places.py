"""Where a change stands."""

from collections.abc import Callable
from pathlib import Path

from stratkit.compare.difference import difference
from stratkit.load.workspace import Workspace, open_workspace

PlanOf = Callable[..., Workspace]
INDICATOR = "indicators: [{id: ships, title: Ships}]\n"
BUDGET = "outcomes:\n  - id: deep\n    title: Deep\n    budget:\n      - {amount: 3 EUR, date: 2020}\n"


def test_an_item_of_a_list_stands_where_it_is_written(plan_of: PlanOf) -> None:
    more = "      - {amount: 4 EUR, date: 2021}\n"
    (listed,) = difference(plan_of(BUDGET), plan_of(BUDGET + more)).changes
    assert listed.to
    assert listed.to.text == "{amount: 4 EUR, date: 2021}"


def test_a_row_of_a_table_stands_in_its_line(plan_of: PlanOf, tmp_path: Path) -> None:
    plan = plan_of(INDICATOR).path
    table = plan / "readings/ships.csv"
    table.parent.mkdir()
    sides = []
    for rows in ("ships,2021,3\n", "ships,2021,\nships,2022,4\n"):
        table.write_text(f"indicator,date,value\n{rows}")
        sides.append(open_workspace(plan, tmp_path))
    unset, listed = difference(*sides).changes
    assert (unset.kind, listed.kind) == ("unset", "listed")
    assert [one.to.place for one in (unset, listed) if one.to] == [
        "plan/readings/ships.csv:2:1",
        "plan/readings/ships.csv:3:1",
    ]
