"""GitLab's Code Quality report, held against the fields that GitLab documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import jsonschema
import pytest

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.formats.gitlab import write
from stratkit.source.shown import visible
from stratkit.source.text import Span

Make = Callable[..., Finding]

DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def report(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    text = write(findings, Reach(4, 1), colour=False)
    assert text.isascii()
    answer: list[dict[str, Any]] = json.loads(text)
    jsonschema.Draft7Validator(DOCUMENTED).validate(answer)
    return answer


def test_no_findings() -> None:
    assert write([], Reach(4, 1), colour=False) == "[]\n"


def test_the_documented_fields(awkward: list[Finding]) -> None:
    assert len(report(awkward)) == len(awkward)


@pytest.mark.parametrize(("severity", "theirs"), [("error", "major"), ("warning", "minor"), ("info", "info")])
def test_severities(severity: str, theirs: str, make: Make) -> None:
    assert report([make(severity=severity)])[0]["severity"] == theirs


def test_lines(place: Span, make: Make) -> None:
    before = place.source.text[: place.start].encode().splitlines(keepends=True)
    line = len(before) + (not before or before[-1].endswith((b"\n", b"\r")))
    assert report([make(span=place)])[0]["location"]["lines"] == {"begin": line}


def test_paths(path: str, make: Make) -> None:
    assert report([make(path=path)])[0]["location"]["path"] == path


def test_messages(nasty: str, make: Make) -> None:
    shown = visible(nasty)
    assert report([make(nasty, help=nasty)])[0]["description"] == (
        f"{shown} (help: {shown})" if nasty else ""
    )


def test_findings_that_are_alike_stay_apart(make: Make) -> None:
    report_ = report([make(identity=name) for name in ("aa", "bb", "aa", "aa")])
    assert [one["fingerprint"][16:] for one in report_] == ["", "", "-2", "-3"]
