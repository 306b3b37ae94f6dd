"""What is told of a plan: problems with their severity."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from stratkit.check import catalogue
from stratkit.load.ignores import Ignore
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


def find(workspace: Workspace, codes: Collection[str] = catalogue.CODES) -> list[Finding]:
    """Every finding of some rules on a workspace, once, sorted by file and place.

    What the project has turned off is left out, and what an author has silenced in a comment.
    """
    decided = workspace.settings.rules or {}
    wanted = {code for code in codes if decided.get(code) != "off"}
    problems = [problem for problem in workspace.problems if problem.code in wanted]
    for code in catalogue.CHECKED:
        if code in wanted:
            problems.extend(catalogue.check_of(code)(workspace))
    if workspace.ignores:
        problems = list(_heard(problems, workspace.ignores, wanted))
    findings: dict[tuple[str, str, int, int, str], Finding] = {}
    for problem in problems:
        severity = decided.get(problem.code) or catalogue.severity(problem.code)
        findings.setdefault(_key(problem), _finding(problem, severity))
    return sorted(findings.values(), key=_order)


def _heard(problems: list[Problem], ignores: Iterable[Ignore], wanted: set[str]) -> Iterator[Problem]:
    """The problems that no comment silences, and the comments that silence none."""
    idle = {(ignore, code): True for ignore in ignores for code in ignore.codes if code.text in wanted}
    for problem in problems:
        silenced = [
            (ignore, code)
            for ignore, code in idle
            if code.text == problem.code and ignore.covers(problem.span)
        ]
        idle.update(dict.fromkeys(silenced, False))
        if not silenced:
            yield problem
    if "unused-ignore" in wanted:
        for (_, code), unused in idle.items():
            if unused:
                message = f"this comment silences `{code.text}`, and there is nothing to silence"
                yield Problem("unused-ignore", code, message, "delete the comment")


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
