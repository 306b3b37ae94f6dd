"""One line for each finding: `path:line:column: severity[code] message`."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.source.shown import visible


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """Findings only; nothing where there are none."""
    return "".join(
        f"{visible(finding.span.place)}: {finding.severity}[{finding.code}] {visible(finding.message)}\n"
        for finding in findings
    )
