from __future__ import annotations

from collections.abc import Callable

from stratkit.load.tags import Tags, outcomes_in_order, tags_of
from stratkit.views.challenges import challenges
from stratkit.views.edition import Edition
from stratkit.views.matrix import WIDTH, matrix

Opener = Callable[..., Edition]


def test_tags_come_from_the_lines_above_too(edition_of: Opener) -> None:
    edition = edition_of()
    code, forum = list(outcomes_in_order(edition.index))[:2]
    assert tags_of(edition.index, code) == Tags(
        frozenset({"growth"}), frozenset({"equity", "climate"}), reading=True
    )
    assert tags_of(edition.index, forum) == Tags(frozenset({"trust"}), frozenset({"climate"}), reading=False)


def test_cells_count_and_link(edition_of: Opener) -> None:
    found = matrix(edition_of())
    assert found is not None
    (grid,) = found.grids
    assert [column.words for column in grid.columns] == ["Equity", "Climate"]
    assert [[cell.count for cell in row.cells] for row in grid.rows] == [[1, 1], [0, 1]]
    assert [link.code for link in grid.rows[0].cells[0].links] == ["1.1.1"]
    assert grid.rows[0].listed == "growth_outcomes"
    assert {cell.tint for row in grid.rows for cell in row.cells} == {0, 5}
    assert found.reading


def test_there_is_no_empty_matrix(edition_of: Opener) -> None:
    assert matrix(edition_of("themes: [{id: a, title: A}]\nchallenges: [{id: b, title: B}]\n")) is None


def test_many_themes_are_spread_over_tables(edition_of: Opener) -> None:
    themes = "".join(f"  - {{id: t{n}, title: T{n}}}\n" for n in range(WIDTH + 1))
    body = f"themes:\n{themes}challenges: [{{id: b, title: B}}]\n"
    found = matrix(edition_of(body + "outcomes: [{id: o, title: O, challenges: [b], themes: [t0]}]\n"))
    assert found is not None
    assert [len(grid.columns) for grid in found.grids] == [WIDTH, 1]


def test_a_cell_of_outcomes_without_numbers_has_no_links(edition_of: Opener) -> None:
    found = matrix(edition_of(header="  numbering: none\n"))
    assert found is not None
    assert not found.grids[0].rows[0].cells[0].links


def test_a_challenge_lists_what_answers_it_or_its_focus_areas(edition_of: Opener) -> None:
    edition = edition_of()
    section = challenges(edition, edition.plan.challenges, ())
    assert [[link.words for link in one.outcomes] for one in section.challenges] == [["A code"], ["A forum"]]
    assert [fact.label for fact in section.challenges[1].entry.facts] == []
    assert section.challenges[0].focus_areas[0].heading == "Housing"
