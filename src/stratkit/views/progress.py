"""The yearly report: what was promised, what happened, what is late and what was decided, as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.progress.overview import Overview
from stratkit.progress.share import HUNDRED
from stratkit.views.accounts import Accounts, Span, span_of
from stratkit.views.answer import Answer, answer
from stratkit.views.branches import Grower, Tree
from stratkit.views.dates import say_period
from stratkit.views.document import DocumentView, document_view
from stratkit.views.edition import Edition
from stratkit.views.facets import status_filter
from stratkit.views.late import LateKind, late
from stratkit.views.marks import marks_in
from stratkit.views.reported import Overall, ReportedKind, decided, overalls, reported, told_ids
from stratkit.views.restated import Restated, restated
from stratkit.views.standings import say_day, say_percent
from stratkit.views.tongue import Tongue
from stratkit.views.work import Work

TREE = "_tree"
FEW = 40
"""So many outcomes are shown at once on a screen; of more, the axes are closed."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the report holds, in the order in which it holds it."""

    answer: Answer
    overalls: tuple[Overall, ...]
    tree: Tree
    others: tuple[ReportedKind, ...]
    late: tuple[LateKind, ...]
    decisions: Work | None
    restated: tuple[Restated, ...]


@dataclass(frozen=True, kw_only=True)
class Method:
    """The shares of what is expected, in percent, from which something is on track, or at risk."""

    on_track: str
    at_risk: str


@dataclass(frozen=True, kw_only=True)
class ProgressView(DocumentView, Shown):
    """The report. `term` is the time it tells of, `day` the one as of which it is true; both may be empty.

    `silent`: nothing was reported yet. `unfolded`: there is little enough to show all axes at once.
    `reading` and `illustrative`: something in it is not the organization's own.
    """

    heading: str
    term: str
    day: str
    silent: bool
    unfolded: bool
    method: Method
    place_title: str
    outcomes_title: str
    indicator_title: str
    measures_title: str
    reading: bool
    illustrative: bool


def progress_view(workspace: Workspace, tongue: Tongue, day: date) -> ProgressView:
    """The report on a plan as of a day."""
    overview = Overview(workspace, day)
    span = span_of(overview)
    printed = frozenset((*(line.record.id for line in overview.lines), *told_ids(overview, span)))
    edition = Edition(workspace, tongue, printed)
    term = say_period(span.period, tongue)
    shown = _shown(edition, overview, span, term)
    parts = tuple(vars(shown).values())
    marks, document = marks_in(parts), document_view(edition, parts, printed)
    statuses = {line.record.id: line.status for line in overview.outcomes}
    choice = status_filter(edition, TREE, statuses, lines=True)
    named = edition.translate("Progress in {period}") if term else edition.translate("Progress")
    return ProgressView(
        **vars(document) | {"filter": choice},
        **vars(shown),
        heading=named.format(period=term),
        term=term,
        day=say_day(edition, day) if date.min < day < date.max else "",
        silent=not overview.progress.known.updates,
        unfolded=len(overview.outcomes) <= FEW,
        method=method(edition, overview),
        place_title=edition.words.one("action_line"),
        outcomes_title=edition.words.many("outcome"),
        indicator_title=edition.words.one("indicator"),
        measures_title=edition.words.many("indicator"),
        reading="reading" in marks,
        illustrative="illustrative" in marks and not document.notice,
    )


def _shown(edition: Edition, overview: Overview, span: Span, term: str) -> Shown:
    accounts = Accounts(edition, overview, span)
    return Shown(
        answer=answer(edition, overview, term),
        overalls=tuple(overalls(edition, overview, span)),
        tree=Grower(edition, overview, accounts).grow(),
        others=tuple(reported(edition, accounts)),
        late=late(edition, overview, span),
        decisions=decided(edition, overview, span),
        restated=restated(edition, overview),
    )


def method(edition: Edition, overview: Overview) -> Method:
    """The bands that the project has settled on, in words."""
    bands = overview.progress.bands
    return Method(
        on_track=say_percent(edition, bands.on_track * HUNDRED),
        at_risk=say_percent(edition, bands.at_risk * HUNDRED),
    )
