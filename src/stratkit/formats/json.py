"""Findings for programs, as schema/findings.schema.json describes them.

Lines and columns count from 1, columns in code points; an end is the place just after the last character.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from stratkit import __version__
from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.load.settings import SEVERITIES
from stratkit.source.text import Span

VERSION = 1


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """One JSON object."""
    answer = {
        "version": VERSION,
        "stratkit": __version__,
        "findings": [_finding(finding) for finding in findings],
        "summary": {
            **{
                severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES
            },
            "elements": reach.elements,
            "files": reach.files,
            "plans": reach.plans,
            "known": reach.known,
        },
    }
    return json.dumps(answer, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help or None,
        "element": finding.element or None,
        "fingerprint": finding.fingerprint,
        **_place(finding.span),
        "related": [{"note": note, **_place(span)} for span, note in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    end_line, end_column = span.end_position
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": end_line,
        "end_column": end_column,
    }
