"""The order in which updates were reported."""

from pathlib import Path

import pytest

from stratkit.load.chronology import chronology
from stratkit.load.workspace import open_workspace

HEAD = "format: 1\nplan:\n  id: quays\n  title: Quays\n  organization:\n    name: Harbour\n"


def order(folder: Path, updates: str, more: str = "") -> str:
    path = folder / "plan.yaml"
    path.write_text(f"{HEAD}{more}updates:\n{updates}", "utf-8")
    return " ".join(update.id for update in chronology(open_workspace(path, folder)))


@pytest.mark.parametrize(
    ("updates", "expected"),
    [
        ("  - {id: b, date: 2025}\n  - {id: a, date: 2024-06}\n", "a b"),
        ("  - {id: b, period: 2025}\n  - {id: a, date: 2025-06}\n", "a b"),
        ("  - {id: c, date: 2026-02}\n  - {id: d}\n  - {id: a, date: 2025}\n  - {id: b}\n", "a b c d"),
        ("  - {id: a}\n  - {id: b, date: 2024}\n", "a b"),
        ("  - {id: a, date: 2024}\n  - {id: b, period: 2024}\n", "a b"),
        ("  - {id: b, period: 2024, date: 2026}\n  - {id: a, period: 2025}\n", "a b"),
    ],
)
def test_updates_are_ordered_by_date_then_period_then_place(
    tmp_path: Path, updates: str, expected: str
) -> None:
    assert order(tmp_path, updates) == expected


def test_fiscal_years_end_when_the_plan_says(tmp_path: Path) -> None:
    updates = "  - {id: b, date: 2025-09}\n  - {id: a, date: FY2025}\n"
    assert order(tmp_path, updates) == "b a"
    assert order(tmp_path, updates, "  fiscal_year: {starts: 7}\n") == "a b"


@pytest.mark.parametrize(
    ("updates", "more"),
    [
        ("  - {id: a, date: 2024-13}\n  - {id: b}\n", ""),
        ("  - {id: a, period: soon}\n  - {id: b}\n", ""),
        ("  - {id: a, date: FY2024}\n", "  fiscal_year: {named_for: start}\n"),
        ("  - {id: a, date: FY2024}\n", "  fiscal_year: July\n"),
    ],
)
def test_there_is_no_order_where_a_date_cannot_be_read(tmp_path: Path, updates: str, more: str) -> None:
    assert order(tmp_path, updates, more) == ""


def test_a_period_that_cannot_be_read_does_not_matter_beside_a_date(tmp_path: Path) -> None:
    assert order(tmp_path, "  - {id: b, date: 2025, period: soon}\n  - {id: a, date: 2024}\n") == "a b"
