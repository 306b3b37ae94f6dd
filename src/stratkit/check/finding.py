"""What is told of a plan: problems with their severity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stratkit.check import catalogue
from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem, Related
from stratkit.source.text import Span

if TYPE_CHECKING:
    from stratkit.check.identity import Identities

MAX_LINE = 500
"""How many characters of a message are shown: it may quote what an author wrote."""


class Finding(NamedTuple):
    """A problem, how much it matters, and what names it while lines move (see `identity`).

    `plan` is the name of the plan it is about; empty for a fault of the settings, which all plans share.
    """

    code: str
    severity: str
    span: Span
    message: str
    help: str
    related: tuple[Related, ...]
    element: str = ""
    identity: str = ""
    plan: str = ""

    @property
    def fingerprint(self) -> str:
        """The identity in 16 hex digits."""
        from hashlib import sha256  # takes longer than to check a small plan for most rules

        return sha256(self.identity.encode()).hexdigest()[:16]


class Selection(NamedTuple):
    """The rules to check: all, or those `chosen`, which then count though the project has turned them off.

    Those that compare with a revision are among them only where one is named as `published`. `as_of` is the
    day on which is judged what is late, if one is named.
    """

    chosen: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    published: str = ""
    as_of: date | None = None

    def codes(self, decided: Mapping[str, str]) -> set[str]:
        """The rules that remain, given the severities that a project has decided on."""
        on = (code for code in catalogue.CODES if decided.get(code) != "off")
        compared = () if self.published else catalogue.COMPARED
        return set(self.chosen or on).difference(self.left_out, compared)


EVERYTHING = Selection()
STRUCTURE = Selection(left_out=frozenset(catalogue.CODES) - frozenset(catalogue.STRUCTURE))


def find(
    workspace: Workspace, selection: Selection = EVERYTHING, published: Workspace | None = None
) -> list[Finding]:
    """Every finding on a workspace, once, sorted by file and place, but for what a comment silences.

    `published` is the same plan at the revision that the selection names.
    """
    decided = {
        code: level for code, level in (workspace.settings.rules or {}).items() if code in catalogue.CODES
    }
    wanted = selection.codes(decided)
    problems = [problem for problem in workspace.problems if problem.code in wanted]
    for code in catalogue.codes_for(workspace):
        if code in wanted:
            problems.extend(catalogue.check_of(code)(workspace))
    if published:
        for code in wanted.intersection(catalogue.COMPARED):
            problems.extend(catalogue.compare_of(code)(published, workspace))
    if workspace.ignores:
        from stratkit.check.silence import heard  # few plans have such comments

        problems = list(heard(problems, workspace, wanted))
    if not problems:
        return []
    once: dict[tuple[str, str, int, int, str], Problem] = {}
    for problem in problems:
        once.setdefault(_key(problem), problem)
    from stratkit.check.identity import Identities  # a sound plan needs none

    identities = Identities(workspace)
    return [
        _finding(problem, severity_of(problem.code, decided), identities)
        for problem in sorted(once.values(), key=_order)
    ]


def find_hidden(workspace: Workspace, selection: Selection) -> list[Finding]:
    """The errors with which a plan is not read whole, and that a selection leaves out."""
    decided = workspace.settings.rules or {}
    off = {code for code, level in decided.items() if level == "off"}
    hidden = frozenset(catalogue.GROUPS["Files and values"]) - selection.codes(decided) - off
    if not any(problem.code in hidden for problem in workspace.problems):
        return []
    return [finding for finding in find(workspace, Selection(hidden)) if finding.severity == "error"]


def severity_of(code: str, decided: Mapping[str, str]) -> str:
    """How much a rule matters in a project; one that is off there, and was chosen, as much as by default."""
    level = decided.get(code, "off")
    return catalogue.severity(code) if level == "off" else level


def _finding(problem: Problem, severity: str, identities: Identities) -> Finding:
    message, mend = (line if len(line) <= MAX_LINE else line[:MAX_LINE] + "…" for line in problem[2:4])
    name = identities.name(problem)
    return Finding(problem.code, severity, problem.span, message, mend, problem.related, *name)


def _key(problem: Problem) -> tuple[str, str, int, int, str]:
    span = problem.span
    return problem.code, span.path, span.start, span.end, problem.message


def _order(problem: Problem) -> tuple[list[tuple[int, int, str]], int, int, str]:
    span = problem.span
    pieces = re.split(r"([0-9]+)", span.path)
    natural = [
        (0, int(piece), "") if piece.isdecimal() and piece.isascii() else (1, 0, piece) for piece in pieces
    ]
    return natural, span.start, span.end, problem.code
