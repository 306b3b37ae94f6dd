"""Findings for reviewdog: one DiagnosticResult of its Diagnostic Format.

Lines and columns count from 1, columns in bytes of UTF-8; an end is the place just after the last character.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.load.settings import SEVERITIES
from stratkit.source.shown import visible
from stratkit.source.text import SourceText, Span


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """One JSON object, in ASCII, which every encoding keeps."""
    answer: dict[str, Any] = {"source": {"name": "stratkit"}}
    if findings:
        worst = min((finding.severity for finding in findings), key=SEVERITIES.index)
        answer["severity"] = worst.upper()
    answer["diagnostics"] = [_finding(finding) for finding in findings]
    return json.dumps(answer, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    mend = f"\nhelp: {visible(finding.help)}" if finding.help else ""
    diagnostic: dict[str, Any] = {
        "message": visible(finding.message) + mend,
        "location": _location(finding.span),
        "severity": finding.severity.upper(),
        "code": {"value": finding.code},
    }
    if finding.related:
        diagnostic["related_locations"] = [
            {"message": visible(note), "location": _location(span)} for span, note in finding.related
        ]
    return diagnostic


def _location(span: Span) -> dict[str, Any]:
    start, end = (_position(span.source, offset) for offset in (span.start, span.end))
    return {"path": span.path, "range": {"start": start, "end": end}}


def _position(source: SourceText, offset: int) -> dict[str, int]:
    line, _ = source.position(offset)
    before = source.text[source.line_start(line) : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
