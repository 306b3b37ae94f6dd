"""Which outcomes were finished, given up, have moved up or slipped since the report before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from stratkit.progress.overview import Line, Overview
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import Status, moved, say_day, status

MOST = 3
"""So many of each are named on the first page."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """An outcome with the status it had, and the one it has."""

    link: Link
    before: Status
    now: Status


@dataclass(frozen=True, kw_only=True)
class Changed:
    """The outcomes that changed in one way. `shown` are the first of them, `more` counts the others."""

    key: str
    title: str
    changes: tuple[Change, ...]
    shown: tuple[Change, ...]
    more: str


@dataclass(frozen=True, kw_only=True)
class Changes:
    """All that changed since a day."""

    since: str
    kinds: tuple[Changed, ...]

    @property
    def cut(self) -> bool:
        """Whether more has changed than is shown."""
        return any(kind.more for kind in self.kinds)


def changes(edition: Edition, overview: Overview) -> Changes | None:
    """The changes, or None if there is no report before the last one."""
    if overview.before is None:
        return None
    found: dict[str, list[Change]] = defaultdict(list)
    for line in overview.outcomes:
        if (way := _way(line)) and line.status_before:
            found[way].append(
                Change(
                    link=edition.link(line.record.id),
                    before=status(edition, line.status_before),
                    now=status(edition, line.status),
                )
            )
    titles = {
        "finished": edition.translate("Finished"),
        "better": edition.translate("Moved up"),
        "worse": edition.translate("Slipped"),
        "discontinued": edition.translate("Given up"),
    }
    return Changes(
        since=say_day(edition, overview.before.known.day),
        kinds=tuple(_changed(edition, key, titles[key], tuple(found[key])) for key in titles if found[key]),
    )


def _way(line: Line) -> str:
    """How an outcome has changed; empty if it has not, or cannot be compared."""
    if line.status_before in (None, line.status):
        return ""
    if line.status == "completed":
        return "finished"
    return line.status if line.status == "discontinued" else moved(line.status_before, line.status)


def _changed(edition: Edition, key: str, title: str, found: tuple[Change, ...]) -> Changed:
    # the line that counts one more would take the room of that one
    shown = found if len(found) == MOST + 1 else found[:MOST]
    rest = len(found) - len(shown)
    more = edition.tongue.count("and {count} more", "and {count} more", rest).format(count=rest)
    return Changed(key=key, title=title, changes=found, shown=shown, more=more if rest else "")
