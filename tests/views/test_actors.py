from __future__ import annotations

from collections.abc import Callable

from stratkit.views.actors import actors
from stratkit.views.edition import Edition

BODY = """
stakeholders:
  - {id: board, name: Board, kind: group, roles: [reviewer, funder], reading: [roles]}
programmes: [{id: p, title: P, funders: [board]}]
"""


def test_what_someone_is_and_does_needs_no_label(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(BODY)
    (board,) = actors(edition, "stakeholders", edition.plan.stakeholders, ()).actors
    said = [(fact.label, [item.words for item in fact.items], fact.reading) for fact in board.entry.facts]
    assert said == [
        ("", ["Group"], False),
        ("", ["Reviewer", "funder"], True),
        ("Pays for", ["P"], False),
    ]
