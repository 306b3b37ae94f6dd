"""What `stratkit progress` costs in CPU time, against `stratkit validate` on the same plan.

python benchmarks/progress.py [--runs 5]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from validate import medians, report

INDICATORS = 1_000
MONTHS = 20
LIMIT = 1.5
"""How many times the CPU of `validate` it may cost."""

COMMAND = (sys.executable, "-c", "from stratkit.cli import main; main()")
HEAD = """\
format: 1
plan:
  id: measured
  title: A plan of many readings
  organization: {id: city, name: A city}
  period: {start: 2021, end: 2024}
  reporting: [{title: Yearly report, cadence: yearly}]
action_lines:
"""
LINE = "  - {{id: line-{0}, title: Line {0}, lead: city, outcomes: [{1}]}}\n"
OUTCOME = "{{id: outcome-{0}, title: Outcome {0}}}"
INDICATOR = """\
  - id: indicator-{0}
    title: Indicator {0}
    measures: [outcome-{1}]
    unit: people
    direction: increase
    aggregate: {2}
    baseline: {{date: 2020, value: 0}}
    targets: [{{date: 2024, value: {3}}}]
"""


def write_plan(folder: Path, *, tables: bool) -> None:
    """Write a plan with 20,000 readings: in tables, or in monthly reports."""
    outcomes = INDICATORS // 2
    lines = [
        LINE.format(first // 50, ", ".join(OUTCOME.format(number) for number in range(first, first + 50)))
        for first in range(0, outcomes, 50)
    ]
    indicators = (
        INDICATOR.format(number, number // 2, ("latest", "sum")[number % 3 == 0], 100 + number)
        for number in range(INDICATORS)
    )
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(HEAD + "".join(lines), encoding="utf-8")
    (folder / "indicators.yaml").write_text("indicators:\n" + "".join(indicators), encoding="utf-8")
    for name, text in _tables() if tables else _reports():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _tables() -> Iterator[tuple[str, str]]:
    for month in range(MONTHS):
        rows = (
            f"indicator-{number},{_date(month)},{_value(number, month)}\n" for number in range(INDICATORS)
        )
        yield f"readings/{month + 1}.csv", "indicator,date,value\n" + "".join(rows)


def _reports() -> Iterator[tuple[str, str]]:
    for month in range(MONTHS):
        head = f"updates:\n  - id: report-{month + 1}\n    period: {_date(month)}\n    readings:\n"
        rows = (
            f"      - {{indicator: indicator-{number}, value: {_value(number, month)}}}\n"
            for number in range(INDICATORS)
        )
        yield f"updates/{month + 1}.yaml", head + "".join(rows)


def _date(month: int) -> str:
    return f"{2021 + month // 12}-{month % 12 + 1:02}"


def _value(number: int, month: int) -> int:
    return (number * 7 + month * 13) % 9 + month * (number % 5)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, tables in (("20,000 readings in tables", True), ("20,000 readings in reports", False)):
            plan = Path(scratch) / ("tables" if tables else "reports")
            write_plan(plan, tables=tables)
            ours = (*COMMAND, "progress", str(plan), "--as-of", "2022-12-31")
            validate = (*COMMAND, "validate", str(plan), "--fail-on", "never")
            rows.append((name, *medians([ours, validate], runs), LIMIT))
    sys.stdout.write(report(rows, other="validate"))


if __name__ == "__main__":
    main()
