"""What counts as a change of a published figure, what explains it, and what a fault may hide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.compare.figures import said
from stratkit.compare.published import Published
from stratkit.load.workspace import Workspace, open_workspace

PlanOf = Callable[..., Workspace]
HEADER = "format: 1\nplan: {id: small, title: Small, organization: {name: A network}}\n"
PLAN = """\
indicators:
  - id: trees
    title: Trees
    groups: {kind: [oak, elm]}
    baseline: {date: 2020, value: 8}
    targets:
      - {date: 2024, value: 20, note: As promised.}
      - {date: 2026, min: 30, max: 40}
      - {value: 50}
  - id: rain
    title: Rain
    aggregate: sum
    targets: [{date: 2026, value: 0.50}]
updates:
  - id: report-2021
    title: The first
    period: 2021
    readings:
      - {indicator: trees, value: 12}
      - {indicator: trees, value: 7, group: {kind: oak}}
      - {indicator: trees, date: 2021-H1, value: 9}
      - {indicator: rain, value: 100}
      - {indicator: rain, date: 2021-Q4, value: 30}
      - {indicator: rain, date: 2021-Q3}
  - id: report-2022
    date: 2023-02-01
    readings:
      - {indicator: trees, value: 15}
"""
LATER = "  - id: report-2023\n    period: 2023\n    readings:\n      - "


def compared(plan_of: PlanOf, now: str, then: str = PLAN) -> Published:
    before = plan_of(then)
    assert before.problems == []
    return Published(before, plan_of(now))


def changes(plan_of: PlanOf, now: str, then: str = PLAN) -> list[tuple[str, str, str, bool]]:
    """What changed: the kind and the date, the figure then, the figure now, and whether it is explained."""
    return [
        (
            f"{one.kind} {one.when}",
            said(one.then),
            said(one.now) if one.now else "",
            one.restatement is not None,
        )
        for one in compared(plan_of, now, then).changes()
    ]


def changed(old: str, new: str, plan: str = PLAN) -> str:
    assert plan.count(old) == 1
    return plan.replace(old, new)


def test_a_plan_is_as_it_was(plan_of: PlanOf) -> None:
    assert changes(plan_of, PLAN) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0.50", "0.5"),
        ("value: 12}", "value: 12.0}"),
        ("title: Trees", "title: All trees"),
        ("title: The first", "title: The very first"),
        ("value: 8}", "value: 8, note: Counted by hand.}"),
        (", note: As promised.", ""),
        ("{date: 2020, value: 8}", "{date: 2020-12, value: 8}"),
        ("{value: 50}", "{date: 2030, value: 50}"),
        ("{value: 50}", "{value: 50}\n      - {date: 2028, value: 45}"),
        ("{indicator: trees, value: 12}", "{indicator: trees, date: 2021-12-31, value: 12}"),
        ("{indicator: rain, date: 2021-Q3}", "{indicator: rain, date: 2021-Q3, value: 30}"),
        (
            "{indicator: trees, value: 15}",
            "{indicator: trees, value: 15}\n      - {indicator: rain, value: 1}",
        ),
        ("{indicator: trees, value: 15}", "{indicator: trees, date: 2023-02-01, value: 15}"),
        ("id: report-2021", "id: first-report"),
    ],
)
def test_what_changes_no_figure(old: str, new: str, plan_of: PlanOf) -> None:
    assert changes(plan_of, changed(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("value: 8}", "value: 9}", ("baseline 2020", "8", "9", False)),
        ("{date: 2020, value: 8}", "{date: 2021, value: 8}", ("baseline 2020", "8", "8", False)),
        ("    baseline: {date: 2020, value: 8}\n", "", ("baseline 2020", "8", "", False)),
        ("value: 20,", "value: 21,", ("target 2024", "20", "21", False)),
        ("min: 30, max: 40", "min: 30", ("target 2026", "at least 30 and at most 40", "at least 30", False)),
        ("2024, value: 20, note: As", "2025, value: 20, note: As", ("target 2024", "20", "", False)),
        ("      - {value: 50}\n", "", ("target None", "50", "", False)),
        ("value: 12}", "value: 13}", ("reading 2021", "12", "13", False)),
        ("value: 12}", "min: 12}", ("reading 2021", "12", "at least 12", False)),
        ("value: 12}", "value: 13, note: It was 12.}", ("reading 2021", "12", "13", False)),
        ("value: 7,", "value: 6,", ("reading 2021", "7", "6", False)),
        ("kind: oak", "kind: elm", ("reading 2021", "7", "", False)),
        ("2021-H1, value: 9", "2022-H1, value: 9", ("reading 2021-H1", "9", "", False)),
        ("2021-Q4, value: 30", "2021-H2, value: 30", ("reading 2021-Q4", "30", "", False)),
        ("      - {indicator: trees, value: 12}\n", "", ("reading 2021", "12", "", False)),
        ("{indicator: trees, value: 12}", "{indicator: trees}", ("reading 2021", "12", "", False)),
        ("value: 15}", "value: 16}", ("reading 2023-02-01", "15", "16", False)),
        ("value: 8}", "value: 9, note: Recounted.}", ("baseline 2020", "8", "9", True)),
        ("value: 20, note: As promised.", "value: 18, note: Cut.", ("target 2024", "20", "18", True)),
        ("2024, value: 20, note: As", "2025, value: 20, note: Put off as", ("target 2024", "20", "", True)),
    ],
)  # fmt: skip
def test_what_changes_a_figure(
    old: str, new: str, change: tuple[str, str, str, bool], plan_of: PlanOf
) -> None:
    assert changes(plan_of, changed(old, new)) == [change]


@pytest.mark.parametrize(
    ("reading", "explained"),
    [
        ("{indicator: trees, date: 2021, value: 13, note: One came late.}", True),
        ("{indicator: trees, date: 2021, value: 13}", False),
        ("{indicator: trees, date: 2022, value: 13, note: One came late.}", False),
        ("{indicator: trees, date: 2021, value: 13, note: One came late., group: {kind: oak}}", False),
    ],
)
def test_a_later_update_restates_a_reading(reading: str, explained: bool, plan_of: PlanOf) -> None:
    now = changed("value: 12}", "value: 13}") + LATER + reading + "\n"
    assert [one[3] for one in changes(plan_of, now)] == [explained]
    without = changed("      - {indicator: trees, value: 12}\n", "") + LATER + reading + "\n"
    assert [one[3] for one in changes(plan_of, without)] == [explained]


def test_a_report_from_before_restates_nothing(plan_of: PlanOf) -> None:
    now = changed("value: 15}", "value: 16}") + "  - id: early\n    date: 2020\n    readings:\n      - "
    now += "{indicator: trees, date: 2023-02-01, value: 16, note: Foreseen.}\n"
    assert [one[3] for one in changes(plan_of, now)] == [False]


def test_what_was_restated_already_may_go(plan_of: PlanOf) -> None:
    then = PLAN + LATER + "{indicator: trees, date: 2021, value: 13, note: One came late.}\n"
    now = changed("      - {indicator: trees, value: 12}\n", "", then)
    assert changes(plan_of, now, then) == [("reading 2021", "12", "13", True)]
    again = changed("value: 13, note", "value: 14, note", then)
    assert changes(plan_of, again, then) == [("reading 2021", "13", "14", False)]


def test_readings_move_between_files_and_into_a_table(tmp_path: Path, plan_of: PlanOf) -> None:
    before = plan_of(PLAN)
    body, _, reports = PLAN.partition("updates:\n")
    now = plan_of(body, reports=f"updates:\n{reports}")
    assert list(Published(before, now).changes()) == []
    (tmp_path / "plan/reports.yaml").unlink()
    (tmp_path / "plan/readings").mkdir()
    rows = "trees,2021,12,\ntrees,2021,7,kind=oak\ntrees,2021-H1,9,\nrain,2021,100,\nrain,2021-Q4,30,\n"
    table = tmp_path / "plan/readings/all.csv"
    table.write_text("indicator,date,value,group\n" + rows + "trees,2023-02-01,15,\n")
    tabled = open_workspace(tmp_path / "plan", tmp_path)
    assert tabled.problems == []
    assert list(Published(before, tabled).changes()) == []
    table.write_text(table.read_text().replace("2021,12", "2021,13"))
    (change,) = Published(tabled, open_workspace(tmp_path / "plan", tmp_path)).changes()
    assert (said(change.then), change.here.place, change.restatement) == (
        "12",
        "plan/readings/all.csv:2:12",
        None,
    )


def test_places_and_groups(plan_of: PlanOf) -> None:
    (change,) = compared(plan_of, changed("value: 7, group", "value: 6, group")).changes()
    assert (change.there.text, change.here.text, change.group) == ("7", "6", {"kind": "oak"})
    (change,) = compared(plan_of, changed(", group: {kind: oak}", ", group: {kind: elm}")).changes()
    assert (change.here.text, change.now) == ("trees", None)


def test_an_indicator_that_was_renamed(plan_of: PlanOf) -> None:
    renamed = PLAN.replace("trees", "woods").replace("id: woods\n", "id: woods\n    was: [trees]\n")
    assert changes(plan_of, renamed) == []
    (change,) = compared(plan_of, changed("value: 12}", "value: 13}", renamed)).changes()
    assert change.indicator.id == "woods"


def test_the_year_and_the_way_of_summing_up_do_not_move_figures(plan_of: PlanOf) -> None:
    then = PLAN.replace("2021-H1", "FY2021-H1")
    before = plan_of(then)
    body = then.replace("    aggregate: sum\n", "")
    now = plan_of(body, header=HEADER.replace("id: small", "id: small, fiscal_year: {starts: april}"))
    assert now.fiscal != before.fiscal
    assert list(Published(before, now).changes()) == []


def test_an_indicator_that_is_gone(plan_of: PlanOf) -> None:
    rain = PLAN[PLAN.index("  - id: rain") : PLAN.index("updates:")]
    published = compared(plan_of, changed(rain, ""))
    assert list(published.changes()) == []
    assert [(loss.indicator.id, loss.figures) for loss in published.losses()] == [("rain", 3)]


def test_an_indicator_without_figures_may_go(plan_of: PlanOf) -> None:
    then = PLAN + "themes: []\n".replace(
        "themes: []", "outcomes: [{id: o, title: O, indicators: [{id: n, title: N}]}]"
    )
    assert list(compared(plan_of, PLAN, then).losses()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trees, value: 12}", "trees, vaule: 12}"),
        ("trees, value: 12}", "trees, value: twelve, min: none}"),
        ("{indicator: trees, date: 2021-H1", "{indicator: trees, date: 2021-H7"),
        ("{indicator: trees, value: 12}", "{indicator: tres, value: 12}"),
        ("{indicator: trees, value: 12}", "[trees, 12]"),
        ("    period: 2021\n", "    peroid: 2021\n"),
        ("  - id: report-2021\n", "  - id: Report 2021\n"),
        ("group: {kind: oak}", "group: {kind: []}"),
        ("    baseline: {date: 2020", "    basline: {date: 2020"),
        ("    baseline: {date: 2020, value: 8}", "    baseline: {date: 2020, value: }"),
        ("{date: 2024, value: 20", "{date: 2024, vlaue: 20"),
        ("{date: 2024, value: 20", "{date: May, value: 20"),
        ("    targets:\n      - {date: 2024", "    tragets:\n      - {date: 2024"),
        ("  - id: rain\n", "  - id: The rain\n"),
        ("  - id: rain\n", ""),
        ("updates:", "updates: ["),
    ],
)
def test_what_a_fault_may_hide_is_not_called_gone(old: str, new: str, plan_of: PlanOf) -> None:
    published = compared(plan_of, changed(old, new))
    assert published.now.problems or published.now.index.misses("tres")
    assert [one for one in published.changes() if one.now is None] == []
    assert list(published.losses()) == []


def test_a_fault_elsewhere_hides_nothing(plan_of: PlanOf) -> None:
    now = changed("      - {indicator: trees, value: 12}\n", "").replace("    title: Rain", "    titel: Rain")
    assert changes(plan_of, now) == [("reading 2021", "12", "", False)]
