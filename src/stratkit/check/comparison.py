"""Two plans compared and judged: all that a report on what happened to the promises tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from stratkit.check.attainment import Attainment
from stratkit.check.judgement import Judgement, judge
from stratkit.check.silence import reason
from stratkit.compare.change import Change
from stratkit.compare.consequences import consequences
from stratkit.compare.difference import Difference, difference
from stratkit.compare.dispositions import Disposition, Headline, dispositions, headline
from stratkit.compare.impact import Concern, concerns
from stratkit.load.workspace import Workspace

SILENT = "commitment-without-fate"
"""The rule that a plan breaks which does not say what became of a commitment."""


@dataclass(frozen=True)
class Comparison:
    """The difference of two plans, and how each change is judged."""

    difference: Difference
    judgement: Judgement

    @cached_property
    def dispositions(self) -> tuple[Disposition, ...]:
        """What became of each commitment of the old plan."""
        return dispositions(self.difference)

    @cached_property
    def headline(self) -> Headline:
        """How many were met, carried on and lost."""
        return headline(self.dispositions)

    @cached_property
    def silence(self) -> str:
        """The reason that the later plan gives for its silence on the one that it follows at once, if any."""
        new, matching = self.difference.new, self.difference.matching
        if (
            matching.revised
            or matching.between
            or matching.detour
            or not (new.header and new.header.previous)
        ):
            return ""
        return reason(new, SILENT, new.header.origin.value("previous"))

    @cached_property
    def attainment(self) -> Attainment:
        """What was reached of the earlier plan."""
        return Attainment(self.difference.old)

    @cached_property
    def consequences(self) -> Mapping[int, Change]:
        """What each change that only follows from another follows from, by the `id` of the change."""
        return consequences(self.difference.changes)

    @cached_property
    def concerns(self) -> tuple[Concern, ...]:
        """What somebody should look at again."""
        return concerns(self.difference)


def compare(old: Workspace, new: Workspace, policy: str = "accountability") -> Comparison:
    """Compare two plans by a policy. Raises KeyError if there is no such policy."""
    found = difference(old, new)
    return Comparison(found, judge(found, policy))
