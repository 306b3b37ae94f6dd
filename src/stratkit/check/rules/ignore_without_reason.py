"""A comment that silences a finding says why.

In two years nobody remembers whether the finding was wrong, accepted or only in the way. The reason stands
behind a dash: `# stratkit: ignore[code] — reason`.

Bad::

    themes:
      - id: housing
        title: Housing
        colour: blue  # stratkit: ignore[unknown-key]

Good::

    themes:
      - id: housing
        title: Housing
        colour: blue  # stratkit: ignore[unknown-key] — the web site reads it
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.workspace import Workspace
from stratkit.source.problem import Problem

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each comment that silences something and does not say why."""
    for ignore in workspace.ignores:
        if ignore.codes and not ignore.reason:
            said = ignore.span.text.partition("]")[2].strip(" \t—–-:")
            mend = "put ` — ` before the reason" if said else "write ` — ` and the reason behind it"
            yield Problem("ignore-without-reason", ignore.span, "this comment gives no reason", mend)
