"""A reading names a group that its indicator declares.

Readings are set side by side by group. One for `gender: women` beside others for `sex: women` stands alone,
and whoever compares the groups misses it.

Bad::

    indicators:
      - id: people-trained
        title: People trained
        groups:
          sex: [women, men]
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            group: {sex: woman}
            value: 12

Good::

    indicators:
      - id: people-trained
        title: People trained
        groups:
          sex: [women, men]
    updates:
      - id: report-2021
        period: 2021
        readings:
          - indicator: people-trained
            group: {sex: women}
            value: 12
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.chronology import readings_of
from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.report import Reading
from stratkit.source.problem import Problem, Related
from stratkit.source.text import short

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each group that an indicator does not declare, where it is first read."""
    told: set[tuple[str, str, str]] = set()
    for update in workspace.reports:
        for reading, indicator in readings_of(update, workspace.index):
            if workspace.uncertain(indicator) or indicator.refused("groups"):
                continue
            declared = indicator.groups or {}
            for name, value in (reading.group or {}).items():
                if name in declared:
                    if value in declared[name] or (indicator.id, name, value) in told:
                        continue
                    told.add((indicator.id, name, value))
                    yield _unknown_value(workspace, reading, indicator, name)
                elif (indicator.id, name, "") not in told:
                    told.add((indicator.id, name, ""))
                    yield _unknown_name(workspace, reading, indicator, name)


def _unknown_value(workspace: Workspace, reading: Reading, indicator: Indicator, name: str) -> Problem:
    value = (reading.group or {})[name]
    known = (indicator.groups or {})[name]
    message = f"`{indicator.id}` has no group `{short(value)}` in its breakdown by `{name}`"
    mend = workspace.index.guesser.did_you_mean(value, known)
    declare = f"declare it there: `{short(name)}: [{short(value)}, …]`"
    mend = mend or (f"it has {', '.join(known)}" if known else declare)
    related = (Related(indicator.origin.entry("groups", name)[1], "its groups are declared here"),)
    span = reading.origin.entry("group", name)[1]
    return Problem("reading-of-undeclared-group", span, message, mend, related)


def _unknown_name(workspace: Workspace, reading: Reading, indicator: Indicator, name: str) -> Problem:
    value = (reading.group or {})[name]
    message = f"`{indicator.id}` declares no breakdown by `{short(name)}`"
    declared = indicator.groups or {}
    meant = next((known for known, values in declared.items() if value in values), None)
    mend = f"did you mean `{meant}`?" if meant else workspace.index.guesser.did_you_mean(name, declared)
    mend = mend or f"declare it under the indicator's `groups:`, as `{short(name)}: [{short(value)}, …]`"
    origin = indicator.origin
    place = origin.key("groups") if declared else origin.name()
    span = reading.origin.entry("group", name)[0]
    related = (Related(place, "the indicator is here"),)
    return Problem("reading-of-undeclared-group", span, message, mend, related)
