from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stratkit.views.edition import Edition

OUTCOME = """
stakeholders: [{id: bank, name: The bank}, {id: city, name: The city}]
fields: [{id: code, title: Budget code, type: text}, {id: twin, title: Twin, type: reference}]
outcomes:
  - id: first
    title: First
    sdgs: [5.c, "8.10", 11]
    markers: {gender_equality: 2}
    lead: city
    funders: [bank]
    due: 2023-06
    budget: [{amount: 120000 EUR, date: 2022, funder: bank, note: in kind}]
    fields: {code: A7, twin: bank}
    audience: [board]
    weight: 2
    reading: [lead]
"""


@pytest.fixture
def facts(edition_of: Callable[..., Edition]) -> dict[str, Any]:
    """The facts of one outcome by their labels."""
    edition = edition_of(OUTCOME)
    return {fact.label: fact for fact in edition.entry(edition.plan.outcomes[0]).facts}


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (
            "SDGs",
            [
                "5.c Gender equality",
                "8.10 Decent work and economic growth",
                "11 Sustainable cities and communities",
            ],
        ),
        ("Markers", ["Gender equality: principal"]),
        ("Lead", ["The city"]),
        ("Paid for by", ["The bank"]),
        ("Due", ["June 2023"]),
        ("Budget", ["EUR 120,000 (2022, The bank, in kind)"]),
        ("Budget code", ["A7"]),
        ("Twin", ["The bank"]),
        ("Audience", ["Board"]),
        ("Weight", ["2"]),
    ],
)
def test_a_field_is_said_by_its_shape(facts: dict[str, Any], label: str, words: list[str]) -> None:
    assert [item.words for item in facts[label].items] == words


def test_our_reading_is_marked(facts: dict[str, Any]) -> None:
    assert [label for label, fact in facts.items() if fact.reading] == ["Lead"]


def test_references_lead_to_what_is_printed(facts: dict[str, Any]) -> None:
    assert facts["Lead"].items[0].target == "city"


def test_empty_fields_and_ids_are_not_said(facts: dict[str, Any]) -> None:
    assert len(facts) == 10
