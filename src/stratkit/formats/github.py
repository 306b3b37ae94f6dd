"""Findings as GitHub Actions shows them: an annotation for each, and a summary of the job.

GitHub documents that lines and columns count from 1, that an end which is left out is the start (so an end is
the last character), and that columns stand only where both lines are the same. It does not say what a column
counts: here, code points. The log shows a message alone, so the place is in the message too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.load.settings import SEVERITIES
from stratkit.source.shown import count, visible

SUMMARY_LIMIT = 1024 * 1024
"""How many bytes the summary of one step may have."""

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_MORE = 100


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """One workflow command for each finding; nothing where there are none."""
    return "".join(
        f"::{_COMMANDS[finding.severity]} {_properties(finding)}::{_data(finding)}\n" for finding in findings
    )


def _properties(finding: Finding) -> str:
    span = finding.span
    end_line, end_column = span.source.position(max(span.start, span.end - 1))
    properties: dict[str, object] = {"file": span.path, "line": span.line, "endLine": end_line}
    if span.line == end_line:
        properties |= {"col": span.column, "endColumn": end_column}
    properties["title"] = finding.code
    return ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())


def _property(text: str) -> str:
    # Escaped first: the path has to come out as it is, and no line end is then left to be written out.
    return visible(_escape(text).replace(":", "%3A").replace(",", "%2C"))


def _data(finding: Finding) -> str:
    lines = [f"{finding.span.place}: {finding.message}"]
    if finding.help:
        lines.append(f"help: {finding.help}")
    lines += [f"{note}: {span.place}" for span, note in finding.related]
    return _escape("\n".join(visible(line) for line in lines))


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def summary(findings: Sequence[Finding], reach: Reach) -> str:
    """The findings as a Markdown table with their counts; it ends early to stay within `SUMMARY_LIMIT`."""
    parts = [f"## stratkit\n\n{_counts(findings, reach)}\n"]
    if findings:
        parts.append("\n| severity | place | finding | help | rule |\n|---|---|---|---|---|\n")
    room = SUMMARY_LIMIT - _MORE - sum(map(len, parts))
    for number, finding in enumerate(findings):
        row = _row(finding)
        room -= len(row.encode())
        if room < 0:
            parts.append(f"\nThe log has {len(findings) - number:,} more.\n")
            break
        parts.append(row)
    return "".join(parts)


def _counts(findings: Iterable[Finding], reach: Reach) -> str:
    severities = sorted((finding.severity for finding in findings), key=SEVERITIES.index)
    told = [
        f"{number:,} info" if severity == "info" else count(number, severity)
        for severity, same in groupby(severities)
        if (number := len(list(same)))
    ]
    known = f" {count(reach.known, 'known finding')} left out." if reach.known else ""
    return f"{', '.join(told) or 'No findings'} in {reach}.{known}"


def _row(finding: Finding) -> str:
    cells = (finding.span.place, finding.message, finding.help, finding.code)
    return f"| {finding.severity} | {' | '.join(map(_code, cells))} |\n"


def _code(text: str) -> str:
    """A text as code, where Markdown knows no HTML, links or mentions; a bar stands between two of them."""
    shown = visible(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    return r"\|".join(piece and f"{fence} {piece} {fence}" for piece in shown.split("|"))
