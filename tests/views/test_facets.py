from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.facets import Filter, Option, outcome_filter
from stratkit.views.plan import plan_view

Opener = Callable[..., Edition]
REPORTED = """
stakeholders:
  - {id: board, name: Board}
  - {id: office, name: Office}
action_lines:
  - id: lead-on
    title: Lead on
    lead: board
    axes:
      - id: voice
        title: Voice
        outcomes:
          - {id: code, title: A code}
          - {id: forum, title: A forum, lead: office}
outcomes:
  - {id: own, title: Its own}
updates:
  - {id: later, date: 2023, entries: [{about: code, status: completed}, {about: forum, text: No word}]}
  - {id: first, date: 2022-06, entries: [{about: code, status: at_risk}, {about: forum, status: on_track}]}
"""


def filter_of(edition: Edition) -> Filter:
    found = outcome_filter(edition, plan_view(edition.workspace).sections)
    assert found is not None
    return found


def test_outcomes_are_tagged_with_what_the_lines_above_have_too(edition_of: Opener) -> None:
    tagged = filter_of(edition_of()).tagged
    assert tagged["code"] == {
        "challenge": ("growth",),
        "theme": ("climate", "equity"),
        "lead": (),
        "status": (),
    }
    assert tagged["own"]["theme"] == ()


def test_lead_and_status_are_the_nearest_and_the_last(edition_of: Opener) -> None:
    tagged = filter_of(edition_of(REPORTED)).tagged
    assert {name: (tags["lead"], tags["status"]) for name, tags in tagged.items()} == {
        "code": (("board",), ("completed",)),
        "forum": (("office",), ("on_track",)),
        "own": ((), ()),
    }


def test_options_are_what_some_have_and_others_have_not(edition_of: Opener) -> None:
    found = {facet.key: facet.options for facet in filter_of(edition_of(REPORTED)).facets}
    assert found == {
        "lead": (Option("board", "Board"), Option("office", "Office")),
        "status": (Option("on_track", "On track"), Option("completed", "Completed")),
    }
    same = "themes: [{id: a, title: A}]\noutcomes:\n  - {id: b, title: B, themes: [a]}\n"
    assert filter_of(edition_of(same + "  - {id: c, title: C, themes: [a]}\n")).facets == ()


def test_it_stands_where_the_first_outcomes_do(edition_of: Opener) -> None:
    assert filter_of(edition_of()).place == "action_lines"
    lines = "action_lines: [{id: a, title: A}]\noutcomes: [{id: b, title: B}, {id: c, title: C}]\n"
    assert filter_of(edition_of(lines)).place == "outcomes"


def test_there_is_none_for_a_single_outcome(edition_of: Opener) -> None:
    edition = edition_of("outcomes: [{id: a, title: A}]\n")
    assert outcome_filter(edition, plan_view(edition.workspace).sections) is None
