"""The whole cycle: how many promises were kept, what became of each, and what there is to learn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.model.report import NO_REPORT, Decision
from stratkit.progress.overview import Overview
from stratkit.views.accounts import Span
from stratkit.views.branches import Grower, Tree
from stratkit.views.document import DocumentView, document_view
from stratkit.views.donut import Donut
from stratkit.views.edition import Edition
from stratkit.views.facets import status_filter
from stratkit.views.fates import Fate, LineFates, end_of, fates, fates_of_lines, has_ended
from stratkit.views.made import Made, made
from stratkit.views.marks import marks_in
from stratkit.views.narrative import Narrative, narrative
from stratkit.views.progress import FEW, TREE, Method, method
from stratkit.views.reported import Overall, decided, overalls, told_ids
from stratkit.views.restated import Restated, restated
from stratkit.views.standings import donut, say_count, say_day
from stratkit.views.tongue import Tongue
from stratkit.views.verdicts import GivenUp, Verdicts, given_up, lessons, looking_back
from stratkit.views.work import Work

CYCLE = Span(first=date.min, period=None)
"""All that is known."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the evaluation holds, in the order in which it holds it."""

    fates: tuple[Fate, ...]
    lines: tuple[LineFates, ...]
    overalls: tuple[Overall, ...]
    tree: Tree
    given_up: tuple[GivenUp, ...]
    lessons: tuple[Narrative, ...]
    decisions: Work | None
    restated: tuple[Restated, ...]
    reports: tuple[Made, ...]


@dataclass(frozen=True, kw_only=True)
class EvaluationView(DocumentView, Shown):
    """The evaluation. `day` is the one as of which it is true, `ends` the plan's last; both may be empty.

    `over`: that day is gone. `sentence` tells how many outcomes were completed; `unspoken`: no report speaks
    of one. `evaluated`: there is a report at the end. `silent`: nothing was ever reported. `term` is always
    empty: no report is owed any more.
    """

    day: str
    ends: str
    over: bool
    sentence: str
    unspoken: bool
    donut: Donut | None
    evaluated: bool
    silent: bool
    unfolded: bool
    term: str
    method: Method
    place_title: str
    outcomes_title: str
    indicator_title: str
    measures_title: str
    reading: bool
    illustrative: bool


def evaluation_view(workspace: Workspace, tongue: Tongue, day: date) -> EvaluationView:
    """The evaluation of a plan as of a day."""
    overview = Overview(workspace, day)
    printed = frozenset(_printed(overview))
    edition = Edition(workspace, tongue, printed)
    shown = _shown(edition, overview)
    parts = tuple(vars(shown).values())
    marks, document = marks_in(parts), document_view(edition, parts, printed)
    statuses = {line.record.id: line.status for line in overview.outcomes}
    choice = status_filter(edition, TREE, statuses, lines=True)
    end = end_of(overview)
    return EvaluationView(
        **vars(document) | {"filter": choice},
        **vars(shown),
        day=say_day(edition, day) if date.min < day < date.max else "",
        ends=say_day(edition, end) if end else "",
        over=has_ended(overview),
        sentence=_sentence(edition, overview),
        unspoken=overview.statuses[NO_REPORT] == len(overview.outcomes) > 0,
        donut=donut(edition, overview.statuses) if overview.outcomes else None,
        evaluated=bool(looking_back(overview.progress.known)),
        silent=not overview.progress.known.updates,
        unfolded=len(overview.outcomes) <= FEW,
        term="",
        method=method(edition, overview),
        place_title=edition.words.one("action_line"),
        outcomes_title=edition.words.many("outcome"),
        indicator_title=edition.words.one("indicator"),
        measures_title=edition.words.many("indicator"),
        reading="reading" in marks,
        illustrative="illustrative" in marks and not document.notice,
    )


def _sentence(edition: Edition, overview: Overview) -> str:
    promised = len(overview.outcomes)
    pattern = edition.tongue.count(
        "{kept} of {promised} outcome was reported as completed.",
        "{kept} of {promised} outcomes were reported as completed.",
        promised,
    )
    kept = overview.statuses["completed"]
    return pattern.format(kept=say_count(edition, kept), promised=say_count(edition, promised))


def _printed(overview: Overview) -> list[str]:
    """The ids of all that has a place in it."""
    index = overview.workspace.index
    told = [target for target in told_ids(overview, CYCLE) if isinstance(index.get(target), Decision)]
    final = [update.id for update in looking_back(overview.progress.known) if update.text]
    chapters = [chapter.id for chapter in lessons(overview)]
    return [*(line.record.id for line in overview.lines), *told, *final, *chapters]


def _shown(edition: Edition, overview: Overview) -> Shown:
    verdicts = Verdicts(edition, overview, CYCLE)
    final = {update.id for update in looking_back(overview.progress.known)}
    return Shown(
        fates=tuple(fates(edition, overview)),
        lines=tuple(fates_of_lines(edition, overview)),
        overalls=tuple(one for one in overalls(edition, overview, CYCLE) if one.entry.id in final),
        tree=Grower(edition, overview, verdicts).grow(),
        given_up=tuple(given_up(edition, overview, verdicts)),
        lessons=tuple(narrative(edition, chapter, ()) for chapter in lessons(overview)),
        decisions=decided(edition, overview, CYCLE),
        restated=restated(edition, overview),
        reports=tuple(made(edition, overview.progress.known)),
    )
