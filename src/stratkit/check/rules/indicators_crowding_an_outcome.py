"""An outcome has few indicators.

With ten figures to one outcome, each can be picked to show that all is well, and somebody has to collect
them all. Five are enough, unless the project sets another number as `indicators_per_outcome` in
`stratkit.yaml`.

Bad::

    # stratkit.yaml
    indicators_per_outcome: 1

    # plan.yaml
    outcomes:
      - id: skilled-staff
        title: Skilled staff
        indicators:
          - id: people-trained
            title: People trained
          - id: courses-held
            title: Courses held

Good::

    # stratkit.yaml
    indicators_per_outcome: 1

    # plan.yaml
    outcomes:
      - id: skilled-staff
        title: Skilled staff
        indicators:
          - id: people-trained
            title: People trained
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.promise import Outcome
from stratkit.source.problem import Problem
from stratkit.source.text import short

SEVERITY = "info"
_ENOUGH = 5


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each outcome with more indicators, in it or naming it, than the project allows."""
    most = workspace.settings.indicators_per_outcome or _ENOUGH
    referrers = workspace.index.referrers
    for outcome in workspace.index.of_kind(Outcome):
        naming = (link.record for link in referrers.get(outcome.id, ()) if link.field == "measures")
        own = (*outcome.indicators, *(record for record in naming if isinstance(record, Indicator)))
        number = len({id(indicator) for indicator in own})
        if number > most:
            message = f"`{short(outcome.heading)}` has {number} indicators, and {most} are enough"
            mend = "keep those that decide, or set `indicators_per_outcome` in stratkit.yaml"
            yield Problem("indicators-crowding-an-outcome", outcome.origin.name(), message, mend)
