"""The rules in reading order, and what each of them says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem

GROUPS: dict[str, tuple[str, ...]] = {
    "Files and values": (
        "invalid-yaml",
        "unsafe-yaml",
        "yaml-trap",
        "duplicate-key",
        "unknown-key",
        "missing-key",
        "wrong-type",
        "invalid-value",
        "invalid-date",
        "invalid-id",
        "unknown-sdg",
        "unsafe-path",
        "missing-file",
    ),
    "References": (
        "duplicate-id",
        "dangling-reference",
        "wrong-kind-reference",
        "dangling-link",
        "dependency-cycle",
    ),
    "Coverage": (
        "challenge-without-response",
        "theme-without-outcome",
        "empty-action-line",
        "empty-axis",
        "outcome-without-challenge",
        "outcome-without-lead",
        "outcome-without-indicator",
        "programme-without-outcome",
        "unused-stakeholder",
    ),
    "Measures": (
        "unmeasurable-indicator",
        "target-against-direction",
        "target-outside-period",
        "milestone-outside-period",
        "baseline-after-target",
        "indicators-crowding-an-outcome",
    ),
    "Reports": (
        "report-outside-period",
        "reading-of-undeclared-group",
        "duplicate-reading",
        "reading-before-baseline",
        "restated-without-note",
        "published-figure-changed",
        "completed-with-open-milestones",
        "completed-then-reopened",
        "same-text-twice",
        "report-without-evidence",
    ),
    "Progress": (
        "status-above-evidence",
        "completed-below-target",
        "report-overdue",
        "expected-to-miss",
    ),
    "Cycles": (
        "unknown-predecessor",
        "commitment-without-fate",
        "succeeded-and-retired",
        "cycle-gap",
    ),
    "Language": (
        "unknown-language",
        "missing-translation",
        "mixed-languages",
    ),
    "Documents": (
        "image-without-description",
        "heading-skips-a-level",
        "quote-not-in-text",
        "image-too-small-for-print",
        "low-contrast",
    ),
    "House": (
        "unused-ignore",
        "ignore-without-reason",
        "unknown-rule",
        "unknown-setting",
    ),
}

STRUCTURE = GROUPS["Files and values"] + GROUPS["References"]
"""Rules that a plan has to keep before it is rendered or compared."""

CODES = tuple(code for group in GROUPS.values() for code in group)
"""All rules, in reading order."""

COMPARED = ("published-figure-changed",)
"""Rules about what changed since a revision, which say so in `compare`: given two workspaces, problems."""

UNCHECKED = (*GROUPS["Files and values"], *COMPARED, "unused-ignore", "unknown-setting")
"""Rules without a `check`: they are kept while files are read, need a revision, or follow from the others."""

CHECKED = tuple(code for code in CODES if code not in UNCHECKED)
"""Rules that look at a plan that has been read."""


class Rule(NamedTuple):
    """A rule: its code and default severity, one sentence, why it matters, and an example of either side."""

    code: str
    severity: str
    summary: str
    why: str
    bad: str
    good: str


def codes_for(workspace: Workspace) -> Iterator[str]:
    """The rules with a `check` that a plan can break: what it has nothing of needs no import."""
    plan, header = workspace.plan, workspace.header
    former = any(link.field in ("succeeds", "element") for link in workspace.index.links)
    silent = not (plan.updates or plan.readings)
    absent = {
        "Reports": silent,
        "Progress": silent and not workspace.as_of,
        "Cycles": not former and not (header and header.previous),
    }
    for group, codes in GROUPS.items():
        if not absent.get(group):
            yield from (code for code in codes if code not in UNCHECKED)


def module_of(code: str) -> str:
    """The name of a rule's module."""
    return f"stratkit.check.rules.{code.replace('-', '_')}"


def severity(code: str) -> str:
    """A rule's default severity."""
    return str(import_module(module_of(code)).SEVERITY)


def check_of(code: str) -> Callable[[Workspace], Iterable[Problem]]:
    """What a rule does with a workspace."""
    check: Callable[[Workspace], Iterable[Problem]] = import_module(module_of(code)).check
    return check


def compare_of(code: str) -> Callable[[Workspace, Workspace], Iterable[Problem]]:
    """What a rule does with a workspace as it was published, and the one of today."""
    compare: Callable[[Workspace, Workspace], Iterable[Problem]] = import_module(module_of(code)).compare
    return compare


def rule(code: str) -> Rule:
    """What a rule says of itself. Raises KeyError if there is no such rule."""
    if code not in CODES:
        raise KeyError(code)
    from inspect import cleandoc
    from textwrap import dedent

    module = import_module(module_of(code))
    text = cleandoc(module.__doc__ or "")
    match = re.fullmatch(r"(.+?)\n\n(.+?)\n\nBad::\n\n(.+?)\n\nGood::\n\n(.+)", text, re.DOTALL)
    if match is None:
        raise ValueError(
            f"the docstring of {module.__name__} has to hold a sentence, a reason, Bad:: and Good::"
        )
    summary, why, bad, good = match.groups()
    return Rule(code, module.SEVERITY, _join(summary), _join(why), dedent(bad), dedent(good))


def _join(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
