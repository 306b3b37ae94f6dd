"""The whole plan, as its readers see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from stratkit.load.workspace import Workspace
from stratkit.model.narrative import Chapter, Foreword
from stratkit.views.actors import actors
from stratkit.views.bars import bars
from stratkit.views.challenges import challenges
from stratkit.views.contents import Item, contents
from stratkit.views.document import DocumentView, document_view
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Listing, Section
from stratkit.views.facets import outcome_filter
from stratkit.views.figures import figures
from stratkit.views.indicators import indicators
from stratkit.views.lineage import accepted_changes, retired
from stratkit.views.lines import lines
from stratkit.views.marks import mark
from stratkit.views.matrix import matrix
from stratkit.views.narrative import boxes_in, narrative
from stratkit.views.outcomes import outcomes
from stratkit.views.references import references
from stratkit.views.reporting import reporting
from stratkit.views.reports import reports
from stratkit.views.statements import statement
from stratkit.views.strategy_map import strategy_map
from stratkit.views.theme_index import theme_index
from stratkit.views.themes import themes
from stratkit.views.timeline import timeline
from stratkit.views.tongue import Tongue
from stratkit.views.work import decisions, work_plans


@dataclass(frozen=True, kw_only=True)
class PlanView(DocumentView):
    """All of a plan."""

    contents: tuple[Item, ...]
    sections: tuple[Section, ...]


def plan_view(workspace: Workspace, tongue: Tongue | None = None) -> PlanView:
    """The view of a plan in one tongue. None is the plan's own, with standard words in English."""
    edition = Edition(workspace, tongue or Tongue(workspace.plan.plan.language))
    sections = tuple(mark(section) for section in _sections(edition))
    document = document_view(edition, sections, edition.printed)
    return PlanView(
        **vars(document) | {"filter": outcome_filter(edition, sections)},
        contents=contents(sections),
        sections=sections,
    )


def _sections(edition: Edition) -> Iterator[Section]:
    """The parts in printing order.

    Drawings of the promises precede them, the matrix follows challenges and themes, the reports the promises,
    and the index everything.
    """
    places = edition.outline.places
    crossing = [name for name in places if name in ("challenges", "themes") and places[name]]
    promises = [
        name for name in places if name in ("action_lines", "outcomes", "indicators") and places[name]
    ]
    duties = reporting(edition)
    for name, records in places.items():
        boxes = boxes_in(edition, name)
        if name == "action_lines" and records:
            drawn = strategy_map(edition)
            yield from filter(None, (bars(edition, tabled=drawn is not None), drawn))
        if records or boxes:
            yield _section(edition, name, records, boxes)
        if len(crossing) == 2 and name == crossing[-1] and (crossings := matrix(edition)):
            yield crossings
        if promises and name == promises[-1] and duties:
            yield duties
    if duties and not promises:
        yield duties
    if index := theme_index(edition):
        yield index


def _section(edition: Edition, name: str, records: tuple[Any, ...], boxes: tuple[Entry, ...]) -> Section:
    if records and isinstance(records[0], Chapter | Foreword):
        return narrative(edition, records[0], boxes)
    if name in ("vision", "mission", "objective") and records:
        return statement(edition, name, records[0], boxes)
    if name in ("history", "consultation", "versions"):
        return timeline(edition, name, records, boxes)
    if name in ("members", "stakeholders"):
        return actors(edition, name, records, boxes)
    make = _SECTIONS.get(name, _listing(name))
    return make(edition, records, boxes)


def _listing(name: str) -> Callable[..., Section]:
    def make(edition: Edition, records: tuple[Any, ...], boxes: tuple[Entry, ...]) -> Listing:
        title = edition.words.part(name)
        return Listing(
            part="listing", anchor=name, title=title, entries=edition.entries(records), boxes=boxes
        )

    return make


_SECTIONS: dict[str, Callable[..., Section]] = {
    "figures": figures,
    "themes": themes,
    "challenges": challenges,
    "action_lines": lines,
    "outcomes": outcomes,
    "indicators": indicators,
    "updates": reports,
    "work_plans": work_plans,
    "decisions": decisions,
    "retired": retired,
    "accepted_changes": accepted_changes,
    "references": references,
}
