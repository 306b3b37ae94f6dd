"""A rule that is named exists.

A setting or a comment with a slip in the name of a rule does nothing: what was to be turned off is still
told, or what was to be an error stays a hint.

Bad::

    # stratkit.yaml
    rules:
      dangling-lnk: warning

Good::

    # stratkit.yaml
    rules:
      dangling-link: warning
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.catalogue import CODES
from stratkit.load.likeness import did_you_mean
from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem
from stratkit.source.text import Span, short

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each name of a rule that is none, in settings and comments, and each comment without any."""
    for span in _named(workspace):
        if span.text.strip("\"'") not in CODES:
            mend = did_you_mean(span.text, CODES) or "`stratkit rule` lists the rules"
            yield Problem("unknown-rule", span, f"there is no rule `{short(span.text)}`", mend)
    for ignore in workspace.ignores:
        if not ignore.codes:
            fault = "names no rule to silence" if ignore.known else "is none that stratkit knows"
            mend = "write `# stratkit: ignore[code] — reason` with the code of the finding"
            yield Problem("unknown-rule", ignore.span, f"this comment {fault}", mend)


def _named(workspace: Workspace) -> Iterator[Span]:
    settings = workspace.settings
    for code in settings.rules or ():
        yield settings.origin.entry("rules", code)[0]
    for ignore in workspace.ignores:
        yield from ignore.codes
