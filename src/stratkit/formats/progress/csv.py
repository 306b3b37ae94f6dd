"""Progress as a table, for spreadsheets: a row for each element."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

from stratkit.formats.progress.rows import name
from stratkit.progress.overview import Line, Overview
from stratkit.source.shown import visible

COLUMNS = (
    "id",
    "kind",
    "title",
    "within",
    "status",
    "computed_status",
    "percent",
    "expected_percent",
    "previous_percent",
    "last_report",
    "missing",
    "lead",
)


def write(overview: Overview) -> str:
    """The table with its first row of names. A text that a spreadsheet would compute has a `'` before it."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    above: list[str] = []
    for line in overview.lines:
        del above[line.depth :]
        table.writerow(_cells(overview, line, above[-1] if above else ""))
        above.append(line.record.id)
    return out.getvalue()


def _cells(overview: Overview, line: Line, within: str) -> list[str]:
    report = line.report
    return [
        line.record.id,
        line.record.kind_,
        _text(line.record.heading),
        within,
        line.status,
        line.standing.status,
        _number(line.standing.percent),
        _number(line.standing.expected_percent),
        _number(line.before.percent if line.before else None),
        report.known.isoformat() if report else "",
        "yes" if line.missing else "",
        _text(name(overview, line.lead)),
    ]


def _text(words: str) -> str:
    shown = visible(words)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown


def _number(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):.2f}"
