"""A plan for its board: one page with what needs it, then all outcomes, milestones, risks and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.model.measure import Indicator
from stratkit.model.promise import Risk
from stratkit.progress.overview import Overview
from stratkit.views.accounts import span_of
from stratkit.views.asks import asks, decisions_taken
from stratkit.views.dates import say_period
from stratkit.views.document import DocumentView, document_view
from stratkit.views.edition import Edition
from stratkit.views.front import Front, front
from stratkit.views.marks import marks_in
from stratkit.views.registers import DecisionRow, RiskRow, decision_rows, risk_rows
from stratkit.views.standing_tables import MilestoneRow, StandingTable, milestone_rows, standing_tables
from stratkit.views.standings import say_day
from stratkit.views.tongue import Tongue

KINDS = ("action_line", "outcome", "milestone", "risk", "decision", "follow_up")
"""What the tables are about."""


@dataclass(frozen=True, kw_only=True)
class Tables:
    """All that the first page chooses from."""

    outcomes: tuple[StandingTable, ...]
    milestones: tuple[MilestoneRow, ...]
    risks: tuple[RiskRow, ...]
    decisions: tuple[DecisionRow, ...]


@dataclass(frozen=True, kw_only=True)
class BoardView(DocumentView):
    """The page and the tables. `day` is the one as of which all is true; it may be empty.

    `words` are what elements are called, one of them and several. `reading` and `illustrative`: something is
    not the organization's own.
    """

    day: str
    front: Front
    tables: Tables
    words: dict[str, tuple[str, str]]
    reading: bool
    illustrative: bool


def board_view(workspace: Workspace, tongue: Tongue, day: date) -> BoardView:
    """The view of a plan as of a day."""
    overview = Overview(workspace, day)
    records = [line.record for line in overview.lines if not isinstance(line.record, Indicator)]
    others = (*workspace.index.of_kind(Risk), *decisions_taken(overview))
    printed = frozenset(record.id for record in (*records, *others))
    edition = Edition(workspace, tongue, printed)
    first = front(edition, overview, say_period(span_of(overview).period, tongue))
    asked = {one.link.target: one.why for one in asks(edition, overview)}
    tables = Tables(
        outcomes=tuple(standing_tables(edition, overview, asked)),
        milestones=tuple(milestone_rows(edition, overview)),
        risks=tuple(risk_rows(edition, overview)),
        decisions=tuple(decision_rows(edition, overview)),
    )
    marks, document = marks_in((first, tables)), document_view(edition, (first, tables), printed)
    return BoardView(
        **vars(document),
        day=say_day(edition, day) if date.min < day < date.max else "",
        front=first,
        tables=tables,
        words={name: (edition.words.one(name), edition.words.many(name)) for name in KINDS},
        reading="reading" in marks,
        illustrative="illustrative" in marks and not document.notice,
    )
