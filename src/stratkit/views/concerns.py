"""What needs a board's eye: outcomes off track, at risk, said greener than the numbers, or not reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratkit.model.report import NO_REPORT
from stratkit.progress.overview import Line, Overview
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import GRAVITY, Stand, Status, stand, status

TROUBLED = ("off_track", "at_risk")


@dataclass(frozen=True, kw_only=True)
class Concern:
    """An outcome and how it stands. `owed`: that a report on it is missing."""

    link: Link
    stand: Stand
    owed: Status | None


def concerns(edition: Edition, overview: Overview) -> Iterator[Concern]:
    """All of them, the gravest first; where nothing was ever reported, none."""
    ranked = [(gravity_of(line), line) for line in overview.outcomes] if is_reported(overview) else []
    for gravity, line in sorted(ranked, key=lambda pair: -pair[0]):
        if gravity:
            yield Concern(
                link=edition.link(line.record.id),
                stand=stand(edition, line, overview.day, overview.progress.bands),
                owed=status(edition, NO_REPORT) if line.missing and line.status != NO_REPORT else None,
            )


def is_reported(overview: Overview) -> bool:
    """Whether anything was ever reported on an outcome."""
    return any(line.report for line in overview.outcomes)


def gravity_of(line: Line) -> float:
    """How grave a concern an outcome is, 0 if it is none: by what was said, by the numbers, by silence."""
    said = GRAVITY[line.status] if line.status in TROUBLED else 0
    told = GRAVITY[line.standing.status] - 0.5 if is_greener(line) else 0
    return max(said, told, 0.25 * line.missing)


def is_greener(line: Line) -> bool:
    """Whether what was said is better than what the numbers say."""
    return line.differs and GRAVITY[line.status] < GRAVITY[line.standing.status]
