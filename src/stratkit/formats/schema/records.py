"""The schema of each class of records, and of the file that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.formats.schema.values import NAMES, VALUES, Schema, choose, count, refer
from stratkit.model import shape
from stratkit.model.plan import Plan
from stratkit.model.record import Field, Record

# The draft that yaml-language-server, which stands behind most editors, knows in full.
_DRAFT = "http://json-schema.org/draft-07/schema#"


def plan_schema() -> Schema:
    """The schema of one file of a plan."""
    records = {_name(record): record for record in _records_in(Plan, set())}
    definitions = {**VALUES, **{name: _describe(record) for name, record in records.items()}}
    top = _describe(Plan)
    del top["required"]
    return {
        "$schema": _DRAFT,
        "$id": "plan.schema.json",
        "title": "A file of a strategic plan",
        **top,
        "definitions": dict(sorted(definitions.items())),
    }


def _records_in(record: type[Record], seen: set[type[Record]]) -> Iterator[type[Record]]:
    """Every class of records that may lie in one of this class, each once."""
    for field in record.fields_.values():
        inner = _record_of(field.shape)
        if inner is not None and inner not in seen:
            seen.add(inner)
            yield inner
            yield from _records_in(inner, seen)


def _record_of(what: shape.Shape) -> type[Record] | None:
    match what:
        case shape.Part():
            return what.record
        case shape.Many():
            return _record_of(what.item)
        case shape.Table():
            return _record_of(what.value)
    return None


def _name(record: type[Record]) -> str:
    kind: str = getattr(record, "kind_", "")
    return kind or re.sub(r"(?<=[a-z])(?=[A-Z])", "_", record.__name__).lower()


def _describe(record: type[Record]) -> Schema:
    schema: Schema = {
        "description": record.__doc__,
        "type": "object",
        "properties": {name: _describe_field(field) for name, field in record.fields_.items()},
        "additionalProperties": False,
    }
    if record.required_:
        schema["required"] = list(record.required_)
    return schema


def _describe_field(field: Field) -> Schema:
    value = _describe_value(field.shape)
    # Draft 7 overlooks whatever stands beside a `$ref`, a description too.
    return {"description": field.doc, **({"allOf": [value]} if "$ref" in value else value)}


def _describe_value(what: shape.Shape) -> Schema:
    match what:
        case shape.Many():
            return {"type": "array", "items": _describe_value(what.item)}
        case shape.Part():
            return _describe_part(what)
        case shape.Table():
            return _describe_table(what)
        case shape.Choice():
            return choose(what.options)
        case shape.Number():
            return count(what)
    return refer(NAMES[type(what)])


def _describe_part(what: shape.Part) -> Schema:
    record = refer(_name(what.record))
    if not what.brief:
        return record
    brief = what.record.fields_[what.brief].shape
    return {"anyOf": [refer(NAMES[type(brief)]), record]}


def _describe_table(what: shape.Table) -> Schema:
    keys = {} if what.keys is None else {"propertyNames": _describe_value(what.keys)}
    return {"type": "object", **keys, "additionalProperties": _describe_value(what.value)}
