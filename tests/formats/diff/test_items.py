"""Items of lists in sentences, and in JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from stratkit.check.comparison import Comparison
from stratkit.formats.diff.items import PATTERNS
from stratkit.formats.diff.json import write
from stratkit.formats.diff.piece import plain
from stratkit.formats.diff.sentences import Sentences
from stratkit.model.plan import Plan
from stratkit.model.record import Record
from stratkit.model.shape import Many, Part, Table

Compared = Callable[..., Comparison]
PLAN = """\
format: 1
plan: {id: p, title: P, organization: {name: O}, reporting: [{title: Review, due: 2022-06}]}
outcomes:
  - id: quays
    title: Quays
    budget: [{amount: 5 EUR, date: 2021}, {amount: 7 EUR, date: 2022, funder: bank}]
    indicators: [{id: depth, title: Depth, groups: {port: [north]}, targets: [{date: 2023, value: 12}]}]
stakeholders: [{id: bank, name: Bank}]
decisions: [{id: more, title: More money, follow_up: [{text: Ask the ports.}]}]
history: [{title: The port is founded, date: 1890}]
updates:
  - id: report
    title: A
    date: 2021-12
    entries: [{about: quays, status: on_track}]
    readings: [{indicator: depth, date: 2021, group: {port: north}, value: 9}]
"""
EDITS = {
    "amount: 7": (
        "amount: 8",
        "The amount of the budget for 2022 from *Bank* of *Quays* changed from 7 EUR to 8 EUR",
        {"date": "2022"},
    ),
    "status: on_track": (
        "status: at_risk",
        "The status of the entry on *Quays* in the report *A* changed from on track to at risk",
        {"about": "quays"},
    ),
    "value: 9": (
        "value: 10",
        "The value of the reading of *Depth* for 2021 (port: north) in the report *A* changed from 9 to 10",
        {"indicator": "depth", "date": "2021", "group": {"port": "north"}},
    ),
    "text: Ask the ports.": (
        "text: Ask the ports., due: 2022",
        "The due date of the follow-up “Ask the ports.” of *More money* is now given: 2022",
        {"text": "Ask the ports."},
    ),
    "date: 1890": (
        "date: 1891",
        "The date of the entry *The port is founded* of the history changed from 1890 to 1891",
        {"title": "The port is founded"},
    ),
    "due: 2022-06": (
        "due: 2022-09",
        "The due date of the report *Review* was postponed from 2022-06 to 2022-09",
        {"title": "Review"},
    ),
    "date: 2023, value: 12": (
        "date: 2023-12, value: 12",
        "The date of the target 12 of *Depth* changed from 2023 to 2023-12",
        {"date": "2023-12"},
    ),
}


@pytest.fixture
def schema(root: Path) -> Any:
    return json.loads((root / "schema/diff.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("before", EDITS)
def test_a_field_is_told_with_its_item(compared: Compared, schema: Any, before: str) -> None:
    after, sentence, known = EDITS[before]
    assert PLAN.count(before) == 1
    comparison = compared(PLAN, PLAN.replace(before, after))
    (change,) = comparison.judgement.changes
    assert plain(Sentences(comparison).of(change)) == sentence
    answer = json.loads(write(comparison))
    jsonschema.Draft7Validator(schema).validate(answer)
    assert answer["changes"][0]["item"] == known


def test_a_field_of_an_element_lies_in_no_item(compared: Compared) -> None:
    answer = json.loads(write(compared(PLAN, PLAN.replace("title: Quays", "title: Deep quays"))))
    assert "item" not in answer["changes"][0]


def test_below_a_sentence_on_the_element_the_item_is_its_own(compared: Compared) -> None:
    comparison = compared(PLAN, PLAN.replace("amount: 5", "amount: 6"))
    (change,) = comparison.judgement.changes
    told = plain(Sentences(comparison).of(change, beneath=True))
    assert told == "The amount of its budget for 2021 changed from 5 EUR to 6 EUR"


def lists(record: type[Record], seen: set[type[Record]]) -> Iterator[str]:
    """The keys of all lists of what may stand without an id."""
    seen.add(record)
    for name, field in record.fields_.items():
        inner = field.item.value if isinstance(field.item, Table) else field.item
        if isinstance(inner, Part):
            if isinstance(field.shape, Many) and "id" not in inner.record.required_:
                yield name
            if inner.record not in seen:
                yield from lists(inner.record, seen)


def test_items_of_every_list_have_a_name() -> None:
    untold = {"accepted_changes", "retired"}
    assert set(lists(Plan, set())) - untold == set(PATTERNS)
