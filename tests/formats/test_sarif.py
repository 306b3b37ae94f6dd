"""SARIF, held against the schema of the standard and read back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from markdown_it import MarkdownIt

from stratkit import __version__
from stratkit.check import catalogue
from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.formats.sarif import write
from stratkit.source.shown import visible
from stratkit.source.text import Span

Make = Callable[..., Finding]


def run(findings: Sequence[Finding]) -> dict[str, Any]:
    text = write(findings, Reach(4, 1), colour=False)
    assert text.isascii()
    log = json.loads(text)
    assert len(log["runs"]) == 1
    one: dict[str, Any] = log["runs"][0]
    return one


def result(finding: Finding) -> dict[str, Any]:
    (one,) = run([finding])["results"]
    assert isinstance(one, dict)
    return one


def where(one: dict[str, Any]) -> dict[str, Any]:
    (location,) = one["locations"]
    physical: dict[str, Any] = location["physicalLocation"]
    return physical


@pytest.mark.parametrize("count", [0, 1, None])
def test_schema(count: int | None, awkward: list[Finding], published: Callable[[str], Any]) -> None:
    schema = published("sarif-2.1.0.json")
    jsonschema.Draft4Validator.check_schema(schema)
    log = json.loads(write(awkward[:count], Reach(4, 1), colour=False))
    jsonschema.Draft4Validator(schema).validate(log)


def test_no_findings() -> None:
    one = run([])
    assert one["results"] == []
    assert one["tool"]["driver"] == {"name": "stratkit", "version": __version__, "rules": []}


def test_rules_that_occur(make: Make) -> None:
    codes = ["invalid-date", "dangling-reference", "invalid-date"]
    one = run([make(code=code) for code in codes])
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == codes[:2]
    assert [rules[found["ruleIndex"]]["id"] for found in one["results"]] == codes
    assert [found["ruleId"] for found in one["results"]] == codes


@pytest.mark.parametrize("code", catalogue.CODES)
def test_what_a_rule_says(code: str, make: Make) -> None:
    (rule,) = run([make(code=code)])["tool"]["driver"]["rules"]
    told = catalogue.rule(code)
    levels = {"error": "error", "warning": "warning", "info": "note"}
    assert rule["shortDescription"]["text"] == told.summary
    assert rule["fullDescription"]["text"] == told.why
    assert rule["defaultConfiguration"]["level"] == levels[told.severity]
    tokens = MarkdownIt().parse(rule["help"]["markdown"])
    assert [token.content.rstrip("\n") for token in tokens if token.type == "fence"] == [told.bad, told.good]


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")]
)
def test_levels(severity: str, level: str, make: Make) -> None:
    assert result(make(severity=severity))["level"] == level


def test_places(place: Span, make: Make, cut: Callable[..., str]) -> None:
    one = run([make(span=place)])
    assert one["columnKind"] == "unicodeCodePoints"
    line_end = "|".join(map(re.escape, one["newlineSequences"]))
    lines = re.findall(f".*?(?:{line_end}|$)", place.source.text, re.DOTALL)
    region = where(one["results"][0])["region"]
    start, end = ((region[f"{side}Line"], region[f"{side}Column"]) for side in ("start", "end"))
    assert cut(lines, start, end) == place.text
    before = lines[: start[0] - 1]
    assert len("".join(before)) + start[1] - 1 == place.start


def test_paths(path: str, make: Make) -> None:
    uri = where(result(make(path=path)))["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+", uri)
    parts = urlsplit(uri)
    assert parts.scheme == ("file" if PurePosixPath(path).is_absolute() else "")
    assert (parts.netloc, unquote(parts.path)) == ("", path)


def test_a_path_that_is_no_unicode(make: Make) -> None:
    assert where(result(make(path="a\udcff")))["artifactLocation"]["uri"] == "a%5Cudcff"


def test_messages(nasty: str, make: Make) -> None:
    found = result(make(nasty, help=nasty, note=nasty))
    message, note = found["message"]["text"], found["relatedLocations"][0]["message"]["text"]
    shown = visible(nasty)
    assert message.split("\n") == ([note, f"help: {note}"] if nasty else [""])
    assert not re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", note)  # no placeholder, `{{` being a brace
    assert not re.search(r"\[[^]]*\]\([^)]*\)", note)  # no link
    assert note.replace("{{", "{").replace("}}", "}").replace("] (", "](") == shown


def test_fingerprints_and_related_places(make: Make) -> None:
    finding = make(note="the first is here")
    found = result(finding)
    assert found["partialFingerprints"] == {"stratkit/v1": finding.fingerprint}
    (related,) = found["relatedLocations"]
    assert related["message"]["text"] == "the first is here"
    assert related["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 1,
        "endLine": 1,
        "endColumn": 2,
    }
