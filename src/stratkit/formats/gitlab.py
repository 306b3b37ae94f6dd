"""Findings for GitLab's Code Quality report: an array of objects with the fields that GitLab documents.

A place is a path and a line. GitLab shows findings with the same fingerprint as one, so each has its own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.source.shown import visible

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """One JSON array, in ASCII, which every encoding keeps."""
    seen: Counter[str] = Counter()
    return json.dumps([_finding(finding, seen) for finding in findings], indent=2) + "\n"


def _finding(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    seen[finding.fingerprint] += 1
    again = seen[finding.fingerprint]
    mend = f" (help: {finding.help})" if finding.help else ""
    return {
        "description": visible(finding.message + mend),
        "check_name": finding.code,
        "fingerprint": finding.fingerprint if again == 1 else f"{finding.fingerprint}-{again}",
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.span.path, "lines": {"begin": finding.span.line}},
    }
