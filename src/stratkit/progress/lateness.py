"""What is late as of a day: past its date and not done, or not read when it should have been."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from stratkit.model.measure import Indicator
from stratkit.model.promise import Milestone, Outcome
from stratkit.model.record import Record
from stratkit.model.report import Activity
from stratkit.progress.known import Told
from stratkit.progress.reporting import OVER
from stratkit.progress.rollup import Progress
from stratkit.progress.share import HUNDRED
from stratkit.progress.terms import last_term


@dataclass(frozen=True, kw_only=True)
class Late:
    """Something that was due by a day that is gone.

    `told` is what was said of it last. `read` is the day of the last reading of an indicator, None if there
    is none.
    """

    record: Outcome | Milestone | Activity | Indicator
    due: date
    told: Told | None = None
    read: date | None = None


class Lateness:
    """What is late in a plan, each in the order of the days it was due.

    Of outcomes that were given up nothing is late any more.
    """

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.index = progress.workspace.index

    def outcomes(self) -> list[Late]:
        """Outcomes that are neither completed nor given up."""
        return self._past(self.index.of_kind(Outcome))

    def milestones(self) -> list[Late]:
        """The same of milestones."""
        return self._past(self.index.of_kind(Milestone))

    def activities(self) -> list[Late]:
        """The same of activities."""
        return self._past(self.index.of_kind(Activity))

    def indicators(self) -> list[Late]:
        """Indicators without a reading of the last term of their cadence, when that should be there by now.

        A plan that is closed owes none.
        """
        header = self.progress.workspace.header
        if header is None or header.status == "closed":
            return []
        return _by_day(self._unread())

    def _past(self, records: Iterable[Outcome | Milestone | Activity]) -> list[Late]:
        return _by_day(self._past_due(records))

    def _past_due(self, records: Iterable[Outcome | Milestone | Activity]) -> Iterator[Late]:
        known = self.progress.known
        for record in records:
            due, told = record.due.last(known.fiscal) if record.due else None, known.told(record.id)
            if due and due < known.day and not _is_over(told) and not self._is_given_up(record):
                yield Late(record=record, due=due, told=told)

    def _unread(self) -> Iterator[Late]:
        known = self.progress.known
        for indicator in self.index.of_kind(Indicator):
            cadence = indicator.cadence
            term = last_term(self.progress.workspace, known.day, cadence) if cadence else None
            read = max((dated.day for dated in known.of(indicator.id)), default=None)
            late = term is not None and known.day > term.due and (read is None or read < term.first)
            if term and late and not self._is_given_up(indicator):
                yield Late(record=indicator, due=term.due, read=read)

    def _is_given_up(self, record: Record) -> bool:
        """Whether the outcome that something stands in, or all that it measures, is discontinued."""
        above = self.index.parent(record)
        named = record.measures if isinstance(record, Indicator) else ()
        found = [above.id] if isinstance(above, Outcome) else list(named)
        last = (self.progress.known.told(target) for target in found)
        return bool(found) and all(told is not None and told.entry.status == "discontinued" for told in last)


def _by_day(found: Iterable[Late]) -> list[Late]:
    return sorted(found, key=lambda late: late.due)


def _is_over(told: Told | None) -> bool:
    """Whether it was reported as completed or given up."""
    if told is None:
        return False
    status, progress = told.entry.status, told.entry.progress
    return status in OVER or (status is None and progress is not None and progress >= HUNDRED)
