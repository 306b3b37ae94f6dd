from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.imprint import imprint

HEADER = """  period: {start: 2021}
  status: approved
  approved: {by: board, date: 2020-11}
  fiscal_year: {starts: 7, named_for: end}
  url: https://example.org/plan
"""
BODY = """
stakeholders: [{id: board, name: Board}]
versions: [{title: Draft, date: 2020-05}, {title: In force, date: 2021-01-01}]
"""


def test_the_last_page_tells_which_plan_it_is(edition_of: Callable[..., Edition]) -> None:
    page = imprint(edition_of(BODY, header=HEADER))
    facts = {fact.label: ", ".join(item.words for item in fact.items) for fact in page.facts}
    assert facts == {
        "Period": "from 2021",
        "Status": "Approved",
        "Approved": "Board, November 2020",
        "Version": "In force, 1 January 2021",
        "Language": "English",
        "Fiscal year": "begins in July and is named for the year it ends in",
        "Online": "https://example.org/plan",
    }
    assert page.organization.heading == "A network"
    assert page.interpretations == ()


def test_short_numbers_stand_for_many_interpreted_elements(edition_of: Callable[..., Edition]) -> None:
    def codes(count: int) -> bool:
        outcomes = "".join(f"      - {{id: o{n}, title: O, basis: reading}}\n" for n in range(count))
        edition = edition_of(f"action_lines:\n  - id: a\n    title: A\n    outcomes:\n{outcomes}")
        (one,) = imprint(edition).interpretations
        assert len(one.links) == count
        return one.codes

    assert (codes(3), codes(4)) == (False, True)
