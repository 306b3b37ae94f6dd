"""From findings to text, one module for each format, listed here.

In: `Finding`s and how much was looked at. Out: a `str`; only `cli` writes it anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol

from stratkit.check.finding import Finding
from stratkit.source.shown import count


class Reach(NamedTuple):
    """How much was looked at: how many elements, files and plans; and how many findings were known before."""

    elements: int
    files: int
    plans: int = 1
    known: int = 0

    def __str__(self) -> str:
        plans = f" of {count(self.plans, 'plan')}" if self.plans > 1 else ""
        return f"{count(self.elements, 'element')} and {count(self.files, 'file')}{plans}"


FINDING_FORMATS = {
    "full": "each finding with its lines and what would mend it",
    "concise": "one line for each finding",
    "json": "for programs; schema/findings.schema.json describes it",
    "github": "annotations and a job summary for GitHub Actions",
    "gitlab": "a Code Quality report for GitLab",
    "sarif": "SARIF 2.1.0, for code scanning and editors",
    "junit": "JUnit XML, for what shows test results",
    "rdjson": "for reviewdog",
}


class Format(Protocol):
    """Findings, how much was looked at and whether to use colour in, text out."""

    def __call__(self, findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str: ...


def finding_format(name: str) -> Format:
    """The function that writes findings in a format."""
    write: Format = import_module(f"stratkit.formats.{name}").write
    return write
