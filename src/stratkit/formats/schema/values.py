"""The schema of each shape of value that holds no record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from stratkit.model import shape
from stratkit.model.sdg import GOALS, TARGETS

Schema = dict[str, Any]

# JSON Schema's patterns search, so they need anchors; what `\d` is depends on the editor.
_ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_PART = "H[12]|Q[1-4]"
_DATE = rf"^(FY[0-9]{{4}}(-({_PART}))?|[0-9]{{4}}(-({_PART}|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?)$"
_ADDRESS = r'^(https?://[^\s<>"]+|mailto:[^\s<>"]+@[^\s<>"]+)$'
_AMOUNT = r"^-?[0-9]+(\.[0-9]+)? [A-Z]{3}$"


def refer(name: str) -> Schema:
    """Whatever the definition of this name describes."""
    return {"$ref": f"#/definitions/{name}"}


def choose(words: Iterable[str]) -> Schema:
    """One of the words, or the number that an editor takes it for."""
    words = list(words)
    numbers = [float(word) if "." in word else int(word) for word in words if re.fullmatch(r"[0-9.]+", word)]
    return {"enum": [*words, *dict.fromkeys(numbers)]}


def count(what: shape.Number) -> Schema:
    """A number; in quotes it is one too."""
    sign = "" if what.low is not None and what.low >= 0 else "-?"
    bounds = {"minimum": what.low, "maximum": what.high}
    return {
        "type": ["integer" if what.whole else "number", "string"],
        "pattern": f"^{sign}[0-9]+$" if what.whole else rf"^{sign}[0-9]+(\.[0-9]+)?$",
        **{name: bound for name, bound in bounds.items() if bound is not None},
    }


def _translated(text: Schema) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": _LANGUAGE},
        "additionalProperties": text,
        "minProperties": 1,
    }


def _closed(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _by_number(code: str) -> tuple[int, bool, int, str]:
    goal, _, target = code.partition(".")
    return int(goal), target.isalpha(), int(target) if target.isdigit() else 0, target


_WORD: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_PROSE = [refer("markdown"), refer("prose_file")]

VALUES: dict[str, Schema] = {
    "word": _WORD,
    "text": {"anyOf": [refer("word"), _translated(refer("word"))]},
    "markdown": {**_WORD, "maxLength": 200_000},
    "prose": {"anyOf": [*_PROSE, _translated({"anyOf": _PROSE})]},
    "prose_file": {**_closed({"file": refer("word")}), "required": ["file"]},
    "id": {"type": "string", "pattern": _ID},
    "web_address": {"type": "string", "pattern": _ADDRESS},
    "amount": {"type": "string", "pattern": _AMOUNT, "maxLength": 40},
    "date": {"type": ["string", "integer"], "pattern": _DATE, "minimum": 1000, "maximum": 9998},
    "period": {"anyOf": [refer("date"), _closed({"start": refer("date"), "end": refer("date")})]},
    "flag": {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
    "sdg": choose(sorted({*GOALS, *TARGETS}, key=_by_number)),
}
"""The definitions, by their names."""

NAMES: dict[type[shape.Shape], str] = {
    shape.Line: "text",
    shape.Prose: "prose",
    shape.Word: "word",
    shape.Reference: "word",
    shape.Place: "word",
    shape.FolderPath: "word",
    shape.Measurement: "word",
    shape.Identifier: "id",
    shape.Address: "web_address",
    shape.Amount: "amount",
    shape.DateShape: "date",
    shape.PeriodShape: "period",
    shape.Flag: "flag",
    shape.SdgCode: "sdg",
}
"""The definition that describes each shape."""
