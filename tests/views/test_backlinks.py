from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition

MANY = """
themes: [{id: equity, title: Equity}]
action_lines:
  - id: a
    title: A
    outcomes:
"""


def test_an_element_tells_who_names_it(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of()
    code = edition.index.elements["code"]
    facts = {fact.label: fact for fact in edition.entry(code).facts}  # type: ignore[arg-type]
    assert [link.words for link in facts["Supported by"].items] == ["Its own"]


def test_many_numbered_elements_are_told_by_their_numbers(edition_of: Callable[..., Edition]) -> None:
    def served(count: int) -> bool:
        lines = "".join(f"      - {{id: o{n}, title: O{n}, themes: [equity]}}\n" for n in range(count))
        edition = edition_of(MANY + lines)
        return edition.entry(edition.plan.themes[0]).facts[0].codes

    assert [served(3), served(4)] == [False, True]


def test_a_body_tells_which_reports_it_reviews(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(
        "stakeholders: [{id: board, name: Board}]\n",
        header="  reporting: [{title: Yearly report, reviewed_by: board}]\n",
    )
    fact = edition.entry(edition.plan.stakeholders[0]).facts[0]
    assert (fact.label, fact.items[0].words, fact.items[0].target) == (
        "Reviews",
        "Yearly report",
        "_reporting",
    )
