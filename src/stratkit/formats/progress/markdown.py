"""Progress as Markdown, for a pull request or a page of a wiki."""

from __future__ import annotations

from stratkit.formats.progress.rows import MARKS, ORDER, Row, headline, rows, word
from stratkit.progress.overview import Overview
from stratkit.source.markup import in_markdown


def write(overview: Overview, *, whole: bool) -> str:
    """A heading, who has reported, and one table. `whole`: with the indicators and milestones of outcomes."""
    header = overview.workspace.plan.plan
    told = in_markdown(". ".join(headline(overview)))
    parts = [f"## {in_markdown(header.title)}", f"As of {overview.day}. {told}"]
    counts = [
        f"{MARKS[status]} {overview.statuses[status]:,} {in_markdown(word(overview, status))}"
        for status in ORDER
        if overview.statuses[status]
    ]
    if counts:
        parts.append(" · ".join(counts))
    found = rows(overview, whole=whole)
    if found:
        head = ["", "Status", "Now", "Expected", "Change", "Reported", "Lead"]
        lines = [_line(head), "|---|---|--:|--:|--:|---|---|", *(_row(overview, row) for row in found)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _row(overview: Overview, row: Row) -> str:
    line = row.line
    title = in_markdown(line.record.heading)
    bold = line.record.kind_ in ("action_line", "axis")
    status = f"{MARKS[row.status]} {in_markdown(word(overview, row.status))}"
    if line.differs:
        status += f" (computes {in_markdown(word(overview, line.standing.status))})"
    return _line(
        [
            "&emsp;" * line.depth + (f"**{title}**" if bold else title),
            status,
            row.percent,
            row.expected,
            row.change,
            row.reported,
            in_markdown(row.lead),
        ]
    )


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
