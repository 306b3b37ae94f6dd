"""How many findings there are of each rule: a table, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from stratkit.check.catalogue import rule
from stratkit.check.finding import Finding
from stratkit.formats import Reach


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """A line for each rule: how often, how severe, its code and its sentence."""
    counts = Counter((finding.severity, finding.code) for finding in findings)
    digits = max((len(str(count)) for count in counts.values()), default=1)
    width = max((len(code) for _, code in counts), default=1)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0][1]))
    lines = [
        f"{count:{digits}}  {severity:7}  {code:{width}}  {rule(code).summary}\n"
        for (severity, code), count in rows
    ]
    return "".join(lines) or "No findings.\n"
