"""reviewdog's format, held against its schema and read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import jsonschema
import pytest

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.formats.rdjson import write
from stratkit.source.shown import visible
from stratkit.source.text import SourceText, Span

Make = Callable[..., Finding]


def answer(findings: Sequence[Finding]) -> dict[str, Any]:
    text = write(findings, Reach(4, 1), colour=False)
    assert text.isascii()
    one: dict[str, Any] = json.loads(text)
    return one


def diagnostic(finding: Finding) -> dict[str, Any]:
    (one,) = answer([finding])["diagnostics"]
    assert isinstance(one, dict)
    return one


@pytest.mark.parametrize("count", [0, 1, None])
def test_schema(count: int | None, awkward: list[Finding], published: Callable[[str], Any]) -> None:
    schema = published("rdjson-DiagnosticResult.schema.json")
    jsonschema.Draft4Validator.check_schema(schema)
    jsonschema.Draft4Validator(schema).validate(answer(awkward[:count]))


def test_no_findings() -> None:
    assert answer([]) == {"source": {"name": "stratkit"}, "diagnostics": []}


def test_the_worst_severity_stands_for_all(make: Make) -> None:
    found = answer([make(severity=severity) for severity in ("info", "warning", "info")])
    assert found["severity"] == "WARNING"
    assert [one["severity"] for one in found["diagnostics"]] == ["INFO", "WARNING", "INFO"]


def test_places(place: Span, make: Make, cut: Callable[..., bytes]) -> None:
    where = diagnostic(make(span=place))["location"]["range"]
    start, end = ((where[side]["line"], where[side]["column"]) for side in ("start", "end"))
    lines = place.source.text.encode().splitlines(keepends=True)  # of bytes: at LF, CR and CRLF only
    lines = lines or [b""]
    assert cut(lines, start, end) == place.text.encode()
    assert len(b"".join(lines[: start[0] - 1])) + start[1] - 1 == len(
        place.source.text[: place.start].encode()
    )


def test_the_example_of_its_documentation(make: Make) -> None:
    span = SourceText("plan.yaml", "a𐐀b").span(2, 3)
    assert diagnostic(make(span=span))["location"]["range"]["start"] == {"line": 1, "column": 6}


def test_paths(path: str, make: Make) -> None:
    assert diagnostic(make(path=path))["location"]["path"] == path


def test_messages(nasty: str, make: Make) -> None:
    found = diagnostic(make(nasty, help=nasty, note=nasty))
    shown = visible(nasty)
    assert found["message"].split("\n") == ([shown, f"help: {shown}"] if nasty else [""])
    assert found["code"] == {"value": "dangling-reference"}
    (related,) = found["related_locations"]
    assert related["message"] == shown
    assert related["location"]["range"] == {
        "start": {"line": 1, "column": 1},
        "end": {"line": 1, "column": 2},
    }
