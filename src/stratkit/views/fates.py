"""What became of each outcome by the end of a plan: kept, missed, given up, or never spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stratkit.model.promise import ActionLine
from stratkit.model.report import NO_REPORT, NOT_COMPUTED
from stratkit.progress.overview import Line, Overview
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import ORDER, Stand, say_count, stand
from stratkit.views.words import small

FATES = {
    "completed": ("completed",),
    "on_track": ("on_track",),
    "missed": ("at_risk", "off_track", "not_started"),
    "unclear": (NOT_COMPUTED,),
    "discontinued": ("discontinued",),
    NO_REPORT: (NO_REPORT,),
}
"""Each fate and the statuses that lead to it: what was good first."""


@dataclass(frozen=True, kw_only=True)
class Fated:
    """An outcome, the action line it is in, if it is in one, and how it stands."""

    link: Link
    line: Link | None
    stand: Stand


@dataclass(frozen=True, kw_only=True)
class Fate:
    """All outcomes of one fate. `count` is of them all; `detail` their statuses, where there are several."""

    key: str
    title: str
    count: str
    detail: str
    outcomes: tuple[Fated, ...]


@dataclass(frozen=True, kw_only=True)
class LineFates:
    """An action line, how it stands, how many outcomes it has, and how many of each fate."""

    link: Link
    stand: Stand
    count: str
    counts: tuple[str, ...]


def has_ended(overview: Overview) -> bool:
    """Whether the plan's last day is gone; one without a last day never ends."""
    end = end_of(overview)
    return end is not None and overview.day > end


def end_of(overview: Overview) -> date | None:
    """The plan's last day."""
    header = overview.workspace.header
    return header.period.last(overview.progress.known.fiscal) if header and header.period else None


def fates(edition: Edition, overview: Overview) -> Iterator[Fate]:
    """The fates that outcomes of the plan have had."""
    titles = _titles(edition, over=has_ended(overview))
    for key, found in _sorted(overview.outcomes).items():
        yield Fate(
            key=key,
            title=titles[key],
            count=say_count(edition, len(found)),
            detail=_detail(edition, found),
            outcomes=tuple(_fated(edition, overview, line) for line in found),
        )


def fates_of_lines(edition: Edition, overview: Overview) -> Iterator[LineFates]:
    """The action lines; their counts are in the order of the fates of the whole plan."""
    keys = tuple(_sorted(overview.outcomes))
    places = {line.record.id: _line_of(edition, line.record.id) for line in overview.outcomes}
    for line in overview.lines:
        if isinstance(line.record, ActionLine):
            within = [one for one in overview.outcomes if places[one.record.id] == line.record.id]
            found = _sorted(within)
            yield LineFates(
                link=edition.link(line.record.id),
                stand=stand(edition, line, overview.day, overview.progress.bands),
                count=say_count(edition, len(within)),
                counts=tuple(say_count(edition, len(found.get(key, ()))) for key in keys),
            )


def _titles(edition: Edition, *, over: bool) -> dict[str, str]:
    words = edition.words
    return {
        "completed": words.one("completed"),
        "on_track": edition.translate("On track, not completed") if over else words.one("on_track"),
        "missed": edition.translate("Not reached") if over else edition.translate("At risk or worse"),
        "unclear": edition.translate("Reported without a status"),
        "discontinued": words.one("discontinued"),
        NO_REPORT: edition.translate("Never reported on"),
    }


def _sorted(lines: list[Line] | tuple[Line, ...]) -> dict[str, list[Line]]:
    """Lines by their fates; what nobody has is left out."""
    found = {key: [line for line in lines if line.status in statuses] for key, statuses in FATES.items()}
    return {key: some for key, some in found.items() if some}


def _detail(edition: Edition, lines: list[Line]) -> str:
    counts = Counter(line.status for line in lines)
    if set(counts) <= {"completed", "on_track", "discontinued", NO_REPORT, NOT_COMPUTED}:
        return ""
    told = (
        f"{say_count(edition, counts[key])} {small(edition.words.one(key))}" for key in ORDER if counts[key]
    )
    return edition.translate(", ").join(told)


def _fated(edition: Edition, overview: Overview, line: Line) -> Fated:
    place = _line_of(edition, line.record.id)
    return Fated(
        link=edition.link(line.record.id),
        line=edition.link(place) if place else None,
        stand=stand(edition, line, overview.day, overview.progress.bands),
    )


def _line_of(edition: Edition, target: str) -> str:
    """The action line an outcome is in; empty if it is in none."""
    record = edition.index.get(target)
    while record is not None and not isinstance(record, ActionLine):
        record = edition.index.parent(record)
    return record.id if record else ""
