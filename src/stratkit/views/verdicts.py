"""What those who looked back at the end said: of each element, of all of it, and what there is to learn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stratkit.model.narrative import Chapter
from stratkit.model.promise import Outcome
from stratkit.model.report import Decision, Update
from stratkit.progress.known import Known
from stratkit.progress.overview import Overview
from stratkit.source.links import find_links
from stratkit.views.accounts import Account, Accounts
from stratkit.views.edition import Edition
from stratkit.views.entry import Link
from stratkit.views.standings import Stand, stand

LAST = ("final", "evaluation")
"""The kinds of report that look back."""


class Verdicts(Accounts):
    """Of each element what the reports at the end said; where they said nothing, the last report."""

    def of(self, target: str) -> tuple[Account, ...]:
        found = self._found.get(target, [])[::-1]
        final = [pair for pair in found if pair[1].kind in LAST]
        if final:
            return tuple(self._account(*pair) for pair in final)
        return tuple(replace(self._account(*pair), older=True) for pair in found[:1])

    def why(self, target: str) -> tuple[Account, ...]:
        """All that was said when something was given up and since, the first report of it first."""
        found = self._found.get(target, [])
        return tuple(self._account(*pair) for pair in found if pair[0].status == "discontinued")


@dataclass(frozen=True, kw_only=True)
class GivenUp:
    """An outcome that was given up, what was said of it, and the decisions that concern it."""

    link: Link
    stand: Stand
    accounts: tuple[Account, ...]
    decisions: tuple[Link, ...]


def given_up(edition: Edition, overview: Overview, verdicts: Verdicts) -> Iterator[GivenUp]:
    """All outcomes that were given up, in the order of the plan."""
    decided = [one for one in edition.index.of_kind(Decision) if one.id in edition.printed]
    for line in overview.outcomes:
        if line.status == "discontinued" and isinstance(line.record, Outcome):
            near = {line.record.id, *(one.id for one in line.record.milestones)}
            yield GivenUp(
                link=edition.link(line.record.id),
                stand=stand(edition, line, overview.day, overview.progress.bands),
                accounts=verdicts.why(line.record.id),
                decisions=edition.links(one.id for one in decided if near & set(one.concerns)),
            )


def looking_back(known: Known) -> list[Update]:
    """The reports at the end."""
    return [update for update in known.updates if update.kind in LAST]


def lessons(overview: Overview) -> list[Chapter]:
    """The chapters that the texts of the reports at the end refer to."""
    index, found = overview.workspace.index, dict[str, Chapter]()
    for update in looking_back(overview.progress.known):
        for link in find_links(update.text or ""):
            chapter = index.get(link.target)
            if isinstance(chapter, Chapter):
                found[chapter.id] = chapter
    return list(found.values())
