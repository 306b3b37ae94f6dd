"""The terms that a plan reports on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from stratkit.load.workspace import Workspace, open_workspace
from stratkit.progress.terms import duty_of, last_term


def opened(folder: Path, text: str) -> Workspace:
    (folder / "plan.yaml").write_text(text)
    return open_workspace(folder, folder)


PLAN = "period: {start: 2021, end: 2023}"
HEAD = "format: 1\nplan: {id: p, title: P, organization: {name: O}"


@pytest.mark.parametrize(
    ("more", "day", "cadence", "expected"),
    [
        # the year 2021 ends on its last day, and may be reported until the end of March
        (
            PLAN,
            "2021-12-31",
            "yearly",
            ("2021-01-01", "2021-12-31", "2022-03-31"),
        ),
        (PLAN, "2021-12-30", "yearly", None),
        # after the plan its last term stays the last
        (
            PLAN,
            "2030-01-01",
            "yearly",
            ("2023-01-01", "2023-12-31", "2024-03-31"),
        ),
        # a plan that begins in mid-year: the first term is the rest of the year
        (
            "period: {start: 2021-05, end: 2023}",
            "2022-01-01",
            "yearly",
            ("2021-05-01", "2021-12-31", "2022-03-31"),
        ),
        # a fiscal year from July, named for its end
        (
            "period: {start: FY2021, end: FY2022}, fiscal_year: {starts: 7}",
            "2021-07-01",
            "yearly",
            ("2020-07-01", "2021-06-30", "2021-09-30"),
        ),
        (
            PLAN,
            "2021-08-01",
            "half_yearly",
            ("2021-01-01", "2021-06-30", "2021-08-31"),
        ),
        (
            PLAN,
            "2021-08-01",
            "quarterly",
            ("2021-04-01", "2021-06-30", "2021-07-31"),
        ),
        (
            PLAN,
            "2021-02-28",
            "monthly",
            ("2021-02-01", "2021-02-28", "2021-03-31"),
        ),
        # a plan that ends in mid-year: the last term is cut
        (
            "period: {start: 2021, end: 2022-06}",
            "2022-12-31",
            "yearly",
            ("2022-01-01", "2022-06-30", "2022-09-30"),
        ),
        # no end, and no period at all
        ("period: {start: 2021}", "2024-01-01", "yearly", ("2023-01-01", "2023-12-31", "2024-03-31")),
        ("period: {start: 2021}", "9999-12-31", "yearly", ("9990-01-01", "9990-12-31", "9991-03-31")),
        ("status: draft", "2024-01-01", "yearly", None),
    ],
)
def test_last_term(
    tmp_path: Path, more: str, day: str, cadence: str, expected: tuple[str, str, str] | None
) -> None:
    term = last_term(opened(tmp_path, f"{HEAD}, {more}}}\n"), date.fromisoformat(day), cadence)
    assert (term and tuple(str(each) for each in (term.first, term.last, term.due))) == expected


@pytest.mark.parametrize(
    ("more", "day", "cadence", "name"),
    [
        (PLAN, "2022-01-01", "yearly", "2021"),
        (PLAN, "2022-08-01", "half_yearly", "2022-H1"),
        (PLAN, "2022-08-01", "quarterly", "2022-Q2"),
        (PLAN, "2022-08-01", "monthly", "2022-07"),
        ("period: {start: FY2021, end: FY2022}, fiscal_year: {starts: 7}", "2021-07-01", "yearly", "FY2021"),
        ("period: {start: 2020-07, end: 2022}, fiscal_year: {starts: 7}", "2021-07-01", "yearly", "FY2021"),
        (
            "period: {start: FY2021, end: FY2022}, fiscal_year: {starts: 7}",
            "2021-02-01",
            "half_yearly",
            "FY2021-H1",
        ),
        (
            "period: {start: FY2021, end: FY2022}, fiscal_year: {starts: 7}",
            "2021-06-30",
            "quarterly",
            "FY2021-Q4",
        ),
        (
            "period: {start: FY2021, end: FY2022}, fiscal_year: {starts: 10, named_for: start}",
            "2022-04-01",
            "half_yearly",
            "FY2021-H1",
        ),
        # a plan of calendar years of an organization whose own year begins in July
        ("period: {start: 2021, end: 2023}, fiscal_year: {starts: 7}", "2022-01-01", "yearly", "2021"),
        ("period: {start: 2021-05, end: 2023}", "2022-01-01", "yearly", "2021-05-01 to 2021-12-31"),
    ],
)
def test_term_has_the_name_that_reports_use(
    tmp_path: Path, more: str, day: str, cadence: str, name: str
) -> None:
    term = last_term(opened(tmp_path, f"{HEAD}, {more}}}\n"), date.fromisoformat(day), cadence)
    assert term is not None
    assert term.name == name


def test_the_duty_is_what_comes_most_often(tmp_path: Path) -> None:
    reporting = "[{title: A, due: 2024}, {title: B, cadence: yearly}, {title: C, cadence: quarterly}]"
    duty = duty_of(opened(tmp_path, f"{HEAD}, reporting: {reporting}}}\n"))
    assert duty is not None
    assert duty.title == "C"
    assert duty_of(opened(tmp_path, f"{HEAD}}}\n")) is None
