"""Readings in CSV beside the YAML."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from stratkit.check.finding import find
from stratkit.load.audience import for_audience
from stratkit.load.moment import as_of
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.source.door import MAX_FILE

PLAN = """\
format: 1
plan: {id: p, title: P, organization: {name: O}, period: {start: 2021, end: 2023}}
indicators:
  - id: clients
    title: Clients
    unit: clients
    groups: {sex: [women, men], age: [young, old]}
    baseline: {date: 2020, value: 0}
    targets: [{date: 2023, value: 9}]
"""
HEAD = "indicator,date,value,group,note\n"


def opened(folder: Path, table: str | bytes, name: str = "readings/a.csv") -> Workspace:
    (folder / "plan.yaml").write_text(PLAN)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(table.encode() if isinstance(table, str) else table)
    return open_workspace(folder, folder)


def told(workspace: Workspace) -> list[tuple[str, str, str]]:
    """The code, place and words of each finding in the table."""
    found = [finding for finding in find(workspace) if finding.span.path.endswith(".csv")]
    return [(finding.code, finding.span.place.partition(":")[2], finding.span.text) for finding in found]


@pytest.mark.parametrize(
    "table",
    [
        'indicator,date,value,group,note\nclients,2021-06,3,sex=women;age=young,"a, ""b"""\n',
        '\ufeffindicator;date;value;group;note\r\nclients;2021-06;3;"sex: women; age: young";"a, ""b"""\r\n',
        'note\tValue\tDate\tIndicator\tGroup\n"a, ""b"""\t3\t2021-06\tclients\tsex=women;age=young',
        'indicator,date,value,group,note,\n\nclients, 2021-06 ,3,"sex=women;age=young","a, ""b""",,\n,,,,\n',
    ],
)
def test_row_is_a_reading_however_a_spreadsheet_writes_it(tmp_path: Path, table: str) -> None:
    workspace = opened(tmp_path, table)
    assert not workspace.problems
    (reading,) = workspace.plan.readings
    assert (reading.indicator, str(reading.date)) == ("clients", "2021-06")
    assert reading.value == Decimal(3)
    assert (reading.group, reading.note) == ({"sex": "women", "age": "young"}, 'a, "b"')
    assert reading.origin.value("value").text == "3"
    assert reading.origin.value("note").text == '"a, ""b"""'
    assert reading.origin.entry("group", "age")[1].text == "young"


def test_row_over_several_lines_has_its_place(tmp_path: Path) -> None:
    workspace = opened(tmp_path, HEAD + 'clients,2021,3,,"one\ntwo"\nclients,2022,x,,\n')
    assert workspace.plan.readings[0].note == "one\ntwo"
    assert told(workspace) == [("invalid-value", "4:14", "x")]


def test_no_value_is_a_value_asked_for(tmp_path: Path) -> None:
    workspace = opened(tmp_path, HEAD + "clients,2021,,,not before July\n")
    (reading,) = workspace.plan.readings
    assert (reading.value, reading.note) == (None, "not before July")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("", ("missing-key", "1:1", "")),
        ("clients,2021,3\n", ("missing-key", "1:1", "clients,2021,3")),
        ("indicator,value\nclients,3\n", ("missing-key", "1:1", "indicator,value")),
        ("indicator,date,valeu\nclients,2021,3\n", ("unknown-key", "1:16", "valeu")),
        ("indicator,date,value,date\nclients,2021,3,\n", ("duplicate-key", "1:22", "date")),
        (HEAD + ",2021,3,,\n", ("missing-key", "2:1", ",2021,3,,")),
        (HEAD + "clients,,3,,\n", ("missing-key", "2:1", "clients,,3,,")),
        (HEAD + "clients,2021,3,,,x\n", ("wrong-type", "2:18", "x")),
        (HEAD + "clients,2021,3,women,\n", ("invalid-value", "2:16", "women")),
        (HEAD + "clients,2021,3,sex=women;sex=men,\n", ("invalid-value", "2:16", "sex=women;sex=men")),
        (HEAD + 'clients,2021,"3\n', ("invalid-value", "2:1", 'clients,2021,"3')),
        (HEAD + 'clients,2021,"3"x,,\n', ("invalid-value", "2:1", 'clients,2021,"3"x,,')),
        (HEAD + "client,2021,3,,\n", ("dangling-reference", "2:1", "client")),
        (HEAD + "clients,30.6.2021,3,,\n", ("invalid-date", "2:9", "30.6.2021")),
        (HEAD + 'clients,2021,"1,234",,\n', ("invalid-value", "2:14", '"1,234"')),
        (HEAD + "clients,2021,null,,\n", ("invalid-value", "2:14", "null")),
        (HEAD + "clients,2021,=1+1,,\n", ("invalid-value", "2:14", "=1+1")),
        (HEAD + "clients,2021,3,sex=girls,\n", ("reading-of-undeclared-group", "2:20", "girls")),
        (HEAD + "clients,2021,3,,\nclients,2021-12,4,,\n", ("duplicate-reading", "3:1", "clients")),
        (HEAD + "clients,2018,3,,\n", ("reading-before-baseline", "2:9", "2018")),
    ],
)
def test_fault_of_a_row_has_its_place(tmp_path: Path, table: str, expected: tuple[str, str, str]) -> None:
    assert told(opened(tmp_path, table)) == [expected]


def test_table_that_is_no_text_is_one_finding(tmp_path: Path) -> None:
    found = told(opened(tmp_path, HEAD.encode() + "clients,2021,3,,Québec\n".encode("latin-1")))
    assert [code for code, _, _ in found] == ["invalid-yaml"]


@pytest.mark.parametrize(
    ("target", "rows", "code", "more"),
    [
        ("client", 1, "dangling-reference", "the id `client`"),
        ("client", 2, "dangling-reference", ", which 1 more row of this table names too"),
        ("client", 9, "dangling-reference", ", which 8 more rows of this table name too"),
        ("p", 3, "wrong-kind-reference", "`p` is a plan, which 2 more rows of this table name too"),
    ],
)
def test_id_that_many_rows_name_is_told_once(
    tmp_path: Path, target: str, rows: int, code: str, more: str
) -> None:
    table = HEAD + "clients,2021,3,,\n" + "".join(f"{target},{2001 + row},3,,\n" for row in range(rows))
    (finding,) = find(opened(tmp_path, table))
    assert (finding.code, finding.span.line, finding.span.text) == (code, 3, target)
    assert finding.message.endswith(more)


def test_each_table_and_each_id_is_told(tmp_path: Path) -> None:
    opened(tmp_path, HEAD + "a,2021,3,,\nb,2021,3,,\na,2022,3,,\n")
    assert len(told(opened(tmp_path, HEAD + "a,2021,3,,\na,2022,3,,\n", "readings/b.csv"))) == 3


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("indicator,date,value,grop,note", "clients,2021,3,sex=women,", ("unknown-key", "1:22", "grop")),
        ("indicator,date,value,value,note", "clients,2021,3,3,", ("duplicate-key", "1:22", "value")),
    ],
)
def test_column_with_a_fault_is_told_once(
    tmp_path: Path, head: str, row: str, expected: tuple[str, str, str]
) -> None:
    workspace = opened(tmp_path, f"{head}\n{row}\n{row}\nclients,2022,,,not yet\n")
    assert told(workspace) == [expected]
    assert [reading.note for reading in workspace.plan.readings] == ["not yet"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("clients2021-06,3,,", "wrong-type"),
        ("clients,2021-063,,", "wrong-type"),
        ("clients2021-06,,,not yet", "wrong-type"),
        ("clients2021-06,,sex=women,not yet", "wrong-type"),
        ("clients,30.6.2021,3", "invalid-date"),
        ("clients,2021-06,=1", "invalid-value"),
    ],
)
def test_row_with_a_comma_too_few(tmp_path: Path, row: str, code: str) -> None:
    assert [finding[0] for finding in told(opened(tmp_path, f"{HEAD}{row}\n"))] == [code]


def test_cells_may_be_left_out_at_the_end(tmp_path: Path) -> None:
    workspace = opened(tmp_path, HEAD + "clients,2021,3\nclients,2022\n")
    assert not told(workspace)
    assert [reading.value for reading in workspace.plan.readings] == [3, None]


def test_many_broken_rows_are_told_once(tmp_path: Path) -> None:
    found = told(opened(tmp_path, HEAD + "clients,2021,3,,,x\n" * 5000))
    assert len(found) == 101
    assert found[-1][0] == "wrong-type"


def test_table_larger_than_a_file_may_be(tmp_path: Path) -> None:
    found = told(opened(tmp_path, HEAD + "#" * MAX_FILE))
    assert [code for code, _, _ in found] == ["unsafe-path"]


@pytest.mark.parametrize("name", ["readings/more/B.CSV", "readings/a.csv"])
def test_tables_of_the_readings_folder_are_read(tmp_path: Path, name: str) -> None:
    assert len(opened(tmp_path, HEAD + "clients,2021,3,,\n", name).plan.readings) == 1


@pytest.mark.parametrize("name", ["data/a.csv", "readings/.hidden.csv"])
def test_other_tables_are_not(tmp_path: Path, name: str) -> None:
    assert opened(tmp_path, "anything", name).plan.readings == ()


def test_report_later_than_a_table_restates_it(tmp_path: Path) -> None:
    table = HEAD + "clients,2021,3,,\n"
    report = "updates: [{id: u, period: 2021, date: 2022-02, readings: [{indicator: clients, value: 4}]}]\n"
    opened(tmp_path, table)
    (tmp_path / "plan.yaml").write_text(PLAN + report)
    found = find(open_workspace(tmp_path, tmp_path))
    assert "restated-without-note" in [finding.code for finding in found]


def test_day_and_audience_leave_rows_out(tmp_path: Path) -> None:
    workspace = opened(tmp_path, HEAD + "clients,2021,3,,\nclients,2022,4,,\nsecret,2021,5,,\n")
    more = "  - {id: secret, title: Secret, audience: [board]}\n"
    (tmp_path / "plan.yaml").write_text(PLAN + more)
    workspace = open_workspace(tmp_path, tmp_path)
    assert not workspace.problems
    early = as_of(workspace, date(2021, 12, 31))
    assert [str(one.value) for one in early.plan.readings] == ["3", "5"]
    public = for_audience(early, "public")
    assert [str(one.value) for one in public.plan.readings] == ["3"]
    assert [one.readings for one in public.reports] == [public.plan.readings]
    assert "secret" not in public.source.text
