"""What is told of a plan: problems with their severity."""

from __future__ import annotations

import re
from typing import NamedTuple

from stratkit.check import catalogue
from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem, Related
from stratkit.source.text import Span

MAX_LINE = 500
"""How many characters of a message are shown: it may quote what an author wrote."""

SEVERITIES = ("error", "warning", "info")


class Finding(NamedTuple):
    """A problem, and how much it matters."""

    code: str
    severity: str
    span: Span
    message: str
    help: str
    related: tuple[Related, ...]


def find(workspace: Workspace) -> list[Finding]:
    """Every finding on a workspace, once, sorted by file and place."""
    decided = workspace.settings.rules or {}
    problems = list(workspace.problems)
    for code in catalogue.CHECKED:
        if decided.get(code) != "off":
            problems.extend(catalogue.check_of(code)(workspace))
    findings: dict[tuple[str, str, int, int, str], Finding] = {}
    for problem in problems:
        severity = decided.get(problem.code) or catalogue.severity(problem.code)
        if severity != "off":
            findings.setdefault(_key(problem), _finding(problem, severity))
    return sorted(findings.values(), key=_order)


def _finding(problem: Problem, severity: str) -> Finding:
    message, mend = (line if len(line) <= MAX_LINE else line[:MAX_LINE] + "…" for line in problem[2:4])
    return Finding(problem.code, severity, problem.span, message, mend, problem.related)


def _key(problem: Problem) -> tuple[str, str, int, int, str]:
    span = problem.span
    return problem.code, span.path, span.start, span.end, problem.message


def _order(finding: Finding) -> tuple[list[tuple[int, int, str]], int, int, str]:
    span = finding.span
    pieces = re.split(r"([0-9]+)", span.path)
    natural = [
        (0, int(piece), "") if piece.isdecimal() and piece.isascii() else (1, 0, piece) for piece in pieces
    ]
    return natural, span.start, span.end, finding.code
