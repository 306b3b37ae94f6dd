"""Every programme contributes to something that the plan promises.

A programme that works for no outcome, axis or action line takes money and people, and the plan does not say
what for. It counts, too, if something depends on it or an indicator measures it. If none of the programmes
contributes to anything, that is said once, for the plan.

Bad::

    programmes:
      - id: observatory
        title: Observatory

Good::

    outcomes:
      - id: open-figures
        title: Open figures on every district
    programmes:
      - id: observatory
        title: Observatory
        contributes_to: [open-figures]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.gap import find_gaps
from stratkit.load.workspace import Workspace
from stratkit.model.promise import Programme
from stratkit.source.problem import Problem

SEVERITY = "info"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each programme that contributes to nothing."""
    referrers = workspace.index.referrers

    def is_of_use(programme: Programme) -> bool | None:
        links = referrers.get(programme.id, ())
        named = any(link.field in ("depends_on", "measures") for link in links)
        if named or programme.origin.holds("contributes_to"):
            return True
        return None if workspace.uncertain(programme) else False

    for gap in find_gaps(workspace, "programme-without-outcome", Programme, is_of_use):
        message = f"no outcome, axis or action line is named for {gap.words}"
        mend = "name under `contributes_to:` what it works for"
        yield Problem("programme-without-outcome", gap.span, message, mend)
