import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from stratkit import shipped
from stratkit.formats.schema import plan_schema, schema_text
from stratkit.formats.schema.layout import lay_out
from stratkit.model.plan import Plan
from stratkit.model.promise import Axis, Outcome
from stratkit.model.record import Record, field
from stratkit.model.shape import Shape


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return plan_schema()


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from nodes(inner)


def test_committed_file_is_fresh() -> None:
    path = shipped.schema() / "plan.schema.json"
    assert path.read_bytes() == schema_text().encode(), (
        "make it anew: stratkit schema -o schema/plan.schema.json --force"
    )


def test_text_says_what_the_schema_says(schema: dict[str, Any]) -> None:
    assert json.loads(schema_text()) == schema
    assert len(schema_text().encode()) < 200_000


def test_it_is_a_schema_of_its_draft(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert re.fullmatch(r"[a-z.]+", schema["$id"])


def test_every_reference_leads_to_a_definition_and_every_definition_is_used(schema: dict[str, Any]) -> None:
    targets = {node["$ref"].removeprefix("#/definitions/") for node in nodes(schema) if "$ref" in node}
    assert targets == set(schema["definitions"])
    assert list(schema["definitions"]) == sorted(schema["definitions"])


def test_one_file_needs_no_key_at_the_top_and_knows_all_of_them(schema: dict[str, Any]) -> None:
    assert "required" not in schema
    assert list(schema["properties"]) == list(Plan.fields_)


def test_each_record_is_closed_and_asks_for_what_the_model_asks_for(schema: dict[str, Any]) -> None:
    outcome = schema["definitions"]["outcome"]
    assert outcome["required"] == ["id", "title"]
    assert outcome["additionalProperties"] is False
    assert list(outcome["properties"]) == list(Outcome.fields_)
    assert outcome["description"] == Outcome.__doc__


def test_every_record_and_every_field_says_what_it_is_for(schema: dict[str, Any]) -> None:
    records = [schema, *(node for node in schema["definitions"].values() if "description" in node)]
    assert len(records) > 30
    for record in records:
        assert record["properties"]
        assert all(field["description"] for field in record["properties"].values())


def test_nothing_stands_beside_a_reference(schema: dict[str, Any]) -> None:
    references = [node for node in nodes(schema) if "$ref" in node]
    assert len(references) > 100
    assert all(len(node) == 1 for node in references)


def test_axes_may_lie_in_axes(schema: dict[str, Any]) -> None:
    inner = schema["definitions"]["axis"]["properties"]["axes"]
    assert inner == {
        "description": Axis.fields_["axes"].doc,
        "type": "array",
        "items": {"$ref": "#/definitions/axis"},
    }


def test_a_shape_without_a_description_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd(Shape):
        pass

    class Holder(Record):
        """Holds it."""

        odd: str = field(Odd(), "What nobody knows.")

    monkeypatch.setitem(Plan.fields_, "odd", Holder.fields_["odd"])
    with pytest.raises(KeyError, match="Odd"):
        plan_schema()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({}, "{}"),
        ({"a": [1, "é", None]}, '{"a": [1, "é", null]}'),
        ({"a": 1, "b": {"c": "x" * 90}}, '{\n  "a": 1,\n  "b": {"c": "' + "x" * 90 + '"}\n}'),
        (["x" * 60, {"y": "y" * 60}], '[\n  "' + "x" * 60 + '",\n  {"y": "' + "y" * 60 + '"}\n]'),
        ("x" * 200, '"' + "x" * 200 + '"'),
    ],
)
def test_layout_breaks_only_what_is_too_wide(value: Any, text: str) -> None:
    assert lay_out(value) == text
    assert json.loads(text) == value
