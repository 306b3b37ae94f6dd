"""One line for each finding: `path:line:column: severity[code] message`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stratkit.check.finding import Finding
from stratkit.source.shown import visible


def write(findings: Sequence[Finding], reach: Any, *, colour: bool) -> str:  # noqa: ARG001 — the shape all formats share
    """Findings only; nothing where there are none."""
    return "".join(
        f"{visible(finding.span.path)}:{finding.span.line}:{finding.span.column}: "
        f"{finding.severity}[{finding.code}] {visible(finding.message)}\n"
        for finding in findings
    )
