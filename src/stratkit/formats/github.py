"""Findings as GitHub Actions shows them: an annotation for each, and a summary of the job.

The log shows a message alone, so the place is in the message too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.load.settings import SEVERITIES
from stratkit.source.markup import as_code
from stratkit.source.shown import count
from stratkit.source.workflow import annotation

SUMMARY_LIMIT = 1024 * 1024
"""How many bytes the summary of one step may have."""

_MORE = 100


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """One workflow command for each finding; nothing where there are none."""
    return "".join(
        annotation(finding.severity, finding.span, finding.code, _lines(finding)) for finding in findings
    )


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.span.place}: {finding.message}"
    if finding.help:
        yield f"help: {finding.help}"
    yield from (f"{note}: {span.place}" for span, note in finding.related)


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
    return f"| {finding.severity} | {' | '.join(map(as_code, cells))} |\n"
