from __future__ import annotations

from collections.abc import Callable

import pytest

from stratkit.views.edition import Edition
from stratkit.views.figures import cut, figures


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("more than 1.8 billion", ("more than", "1.8", "billion")),
        ("43%", ("", "43%", "")),
        ("€1.2bn", ("", "€1.2bn", "")),
        ("1 in 4", ("", "1", "in 4")),
        ("none at all", ("", "none at all", "")),
    ],
)
def test_a_value_is_cut_around_its_number(value: str, parts: tuple[str, str, str]) -> None:
    assert cut(value) == parts
    assert " ".join(part for part in parts if part) == value


def test_figures_with_a_table_stand_in_it(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(
        'figures: [{id: a, title: A, value: "1", table: T}, {id: b, title: B, value: "2"}, '
        '{id: c, title: C, value: "3", table: T}]\n'
    )
    section = figures(edition, edition.plan.figures, ())
    assert [figure.entry.heading for figure in section.large] == ["B"]
    assert [(table.heading, len(table.rows)) for table in section.tables] == [("T", 2)]
