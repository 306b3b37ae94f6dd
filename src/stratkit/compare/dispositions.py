"""The fate of every commitment of an earlier plan: the disposition table, and its headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from stratkit.compare.difference import Difference
from stratkit.compare.holding import holders
from stratkit.compare.lineage import COMMITMENTS
from stratkit.compare.matching import Match, elements
from stratkit.compare.proposals import Proposal
from stratkit.compare.reported import Figure, Report, last_figures, last_reports
from stratkit.model.element import Element, Noted
from stratkit.model.report import Retirement

Fate = Literal[
    "continued",
    "reworded",
    "split",
    "merged",
    "completed",
    "dropped",
    "transferred",
    "proposed",
    "removed",
    "unsaid",
    "unread",
]
"""What became of a commitment.

`continued` in the same words, or `reworded`; `split` among several, or `merged` with others; `completed`,
`dropped` or `transferred`, as `retired` says. `proposed`: nobody says, and a new element is like it: a
question. `unsaid`: no fate is recorded; in a revision it is `removed`. `unread`: what continues it may stand
in what could not be read.
"""

COMMITTED = (*COMMITMENTS, "milestone")
"""The kinds of element that are in the table."""
WORDING = ("title", "summary", "text")

_CARRIED: tuple[Fate, ...] = ("continued", "reworded", "split", "merged")
_SILENT: tuple[Fate, ...] = ("removed", "unsaid")


@dataclass(frozen=True, kw_only=True)
class Disposition:
    """What became of one element of the old plan.

    `heirs` continue it, in the order of the new plan. `retirement` says why none does: that of `through`,
    where what the element lay in was retired. `proposal` is the question. `report` is what the old plan
    reported last, if anything, and `figure` the last reading of an indicator.
    """

    element: Element
    fate: Fate
    heirs: tuple[Match, ...] = ()
    retirement: Retirement | None = None
    through: Element | None = None
    proposal: Proposal | None = None
    report: Report | None = None
    figure: Figure | None = None

    @property
    def interpreted(self) -> tuple[Noted, ...]:
        """What tells the fate and is not the organization's own word: heirs or the retirement."""
        said = [match.new for match in self.heirs if is_interpreted(match)]
        if self.retirement and (self.retirement.basis or self.retirement.reading):
            return (*said, self.retirement)
        return tuple(said)

    @property
    def status(self) -> str:
        """Its last known status; empty if none was reported."""
        return (self.report.entry.status or "") if self.report else ""

    @property
    def is_met(self) -> bool:
        """Whether it is said to be completed, by its fate or, where that is unsaid, by its last report."""
        return self.fate == "completed" or (self.fate in _SILENT and self.status == "completed")


class Headline(NamedTuple):
    """How many commitments there were, and what became of them: the others add up to `total`.

    `met` are those completed; `silent` those of which nobody says anything; `asked` those with a question.
    """

    total: int
    met: int
    carried: int
    transferred: int
    dropped: int
    silent: int
    asked: int
    unread: int

    @property
    def lost(self) -> int:
        """How many were dropped, with a reason or in silence."""
        return self.dropped + self.silent


def dispositions(difference: Difference) -> tuple[Disposition, ...]:
    """The fate of each commitment, in the order of the old plan."""
    fates = _Fates(difference)
    return tuple(
        fates.of(element) for element in elements(difference.old.index) if element.kind_ in COMMITTED
    )


def headline(table: Sequence[Disposition]) -> Headline:
    """How many were met, carried on and lost."""
    met = sum(each.is_met for each in table)
    fates = Counter(each.fate for each in table if not each.is_met)
    return Headline(
        total=len(table),
        met=met,
        carried=sum(fates[fate] for fate in _CARRIED),
        transferred=fates["transferred"],
        dropped=fates["dropped"],
        silent=sum(fates[fate] for fate in _SILENT),
        asked=fates["proposed"],
        unread=fates["unread"],
    )


def is_interpreted(match: Match) -> bool:
    """Whether that an element continues another is our interpretation."""
    return match.by == "succeeds" and bool(match.new.basis or "succeeds" in match.new.reading)


class _Fates:
    """What is known of the elements of the old plan."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.gone = frozenset(map(id, difference.matching.gone))
        self.proposals = {each.old.id: each for each in difference.matching.proposals}
        self.reports = last_reports(difference.old)
        self.figures = last_figures(difference.old)
        self.reworded = {
            id(change.old)
            for change in difference.changes
            if change.kind == "reworded" and change.field.partition(".")[0] in WORDING
        }

    def of(self, element: Element) -> Disposition:
        heirs = tuple(self.difference.heirs.get(element.id, ()))
        report = self.reports.get(element.id)
        figure = self.figures.get(element.id)
        if heirs:
            fate = self._way(element, heirs)
            return Disposition(element=element, fate=fate, heirs=heirs, report=report, figure=figure)
        through = self._retired(element)
        proposal = self.proposals.get(element.id)
        said = self.difference.retirements[through.id] if through and not proposal else None
        return Disposition(
            element=element,
            fate=self._end(element, said, proposal),
            retirement=said,
            through=through if said and through is not element else None,
            proposal=proposal,
            report=report,
            figure=figure,
        )

    def _way(self, element: Element, heirs: Sequence[Match]) -> Fate:
        """How it goes on."""
        if len(heirs) > 1:
            return "split"
        if len(self.difference.forebears[heirs[0].new.id]) > 1:
            return "merged"
        return "reworded" if id(element) in self.reworded else "continued"

    def _end(self, element: Element, said: Retirement | None, proposal: Proposal | None) -> Fate:
        """Why it does not go on."""
        if proposal:
            return "proposed"
        if said:
            fate: Fate = said.__dict__["fate"] or "unread"
            return fate
        if id(element) not in self.gone:
            return "unread"
        return "removed" if self.difference.matching.revised else "unsaid"

    def _retired(self, element: Element) -> Element | None:
        """What is retired: the element itself, or what it lay in and nowhere else, the nearest first."""
        found, seen = [element], {element.id}
        index, retirements = self.difference.old.index, self.difference.retirements
        for one in found:
            if one.id in retirements and not self.difference.heirs.get(one.id):
                return one
            above = [index.get(name) for name in holders(index, one) if name not in seen]
            seen.update(each.id for each in above if isinstance(each, Element))
            if len(above) == 1 and isinstance(above[0], Element):
                found.append(above[0])
        return None
