from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.outcomes import outcome_entry


def test_when_an_outcome_is_due_stands_apart_from_its_facts(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of("outcomes: [{id: a, title: A, due: 2023-06, reading: [due]}, {id: b, title: B}]\n")
    dated, undated = (outcome_entry(edition, record) for record in edition.plan.outcomes)
    assert dated.due is not None
    assert (dated.due.label, dated.due.items[0].words, dated.due.reading) == ("Due", "June 2023", True)
    assert "due" not in {fact.key for fact in dated.entry.facts}
    assert undated.due is None
