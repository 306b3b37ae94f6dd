"""The fate of every commitment of an earlier plan: the disposition table, and its headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from stratkit.compare.descent import worst
from stratkit.compare.difference import Difference
from stratkit.compare.lineage import COMMITMENTS
from stratkit.compare.proposals import Proposal
from stratkit.compare.reported import Figure, Report, last_figures, last_reports
from stratkit.compare.step import Ending, Match, elements
from stratkit.load.workspace import Workspace
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

CARRIED: tuple[Fate, ...] = ("continued", "reworded", "split", "merged")
_SILENT: tuple[Fate, ...] = ("removed", "unsaid")


@dataclass(frozen=True, kw_only=True)
class Disposition:
    """What became of one element of the old plan.

    `heirs` continue it, in the order of the new plan. `retirement` says why none does: that of `through`,
    where what the element lay in was retired. `retired_in` is the plan that says so. `reached` is where it,
    or a part of it, ended in a plan between the two, each with why, if that is said: it went on so far.
    `proposal` is the question. `report` is what the old plan reported last, if anything, and `figure` the
    last reading of an indicator; what plans between the two reported does not count.
    """

    element: Element
    fate: Fate
    heirs: tuple[Match, ...] = ()
    retirement: Retirement | None = None
    through: Element | None = None
    retired_in: Workspace | None = None
    reached: tuple[Ending, ...] = ()
    proposal: Proposal | None = None
    report: Report | None = None
    figure: Figure | None = None

    @property
    def interpreted(self) -> tuple[Noted, ...]:
        """What tells the fate and is not the organization's own word: who continues it, or the retirement."""
        said = [one for match in self.heirs for one in interpreted(match)]
        if self.retirement:
            said += [one for ending in self.reached for one in interpreted(ending)]
            if self.retirement.basis or self.retirement.reading:
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
        carried=sum(fates[fate] for fate in CARRIED),
        transferred=fates["transferred"],
        dropped=fates["dropped"],
        silent=sum(fates[fate] for fate in _SILENT),
        asked=fates["proposed"],
        unread=fates["unread"],
    )


def interpreted(way: Match | Ending) -> tuple[Element, ...]:
    """The elements of which it is our interpretation that they continue what they do, from plan to plan."""
    told = [one for each in way.through for one in each if one.succeeds]
    if isinstance(way, Match) and way.by == "succeeds":
        told.append(way.new)
    return tuple(one for one in told if one.basis or "succeeds" in one.reading)


def is_interpreted(match: Match) -> bool:
    """Whether that an element continues another is our interpretation."""
    return bool(interpreted(match))


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
        old, matching = self.difference.old, self.difference.matching
        heirs = tuple(self.difference.heirs.get(element.id, ()))
        proposal = self.proposals.get(element.id)
        endings = matching.endings.get(element.id, ())
        decisive = worst(endings) if endings and not (heirs or proposal) else None
        said = decisive.retirement if decisive else None
        return Disposition(
            element=element,
            fate=self._way(element, heirs) if heirs else self._end(element, said, proposal),
            heirs=heirs,
            retirement=said,
            through=decisive.within if decisive and decisive.plan is old else None,
            retired_in=decisive.later if decisive else None,
            reached=tuple(one for one in endings if one.plan is not old) if endings else (),
            proposal=proposal,
            report=self.reports.get(element.id),
            figure=self.figures.get(element.id),
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
