"""The formats of findings: what stands in them, and what never reaches a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from stratkit import __version__
from stratkit.check.finding import STRUCTURE, Finding, find
from stratkit.formats import FINDING_FORMATS, Reach, finding_format
from stratkit.formats.full import frame
from stratkit.load.workspace import Workspace
from stratkit.source.text import SourceText

FAULTY = """\
themes:
  - id: gender-equality
    title: 日本の都市 and e\u0301quality
  - id: gender-equality
    title: Twice
outcomes:
  - id: recommendations
    title: 都市の提言
    themes: [gender-equalty]
    due: 2021-13
"""


@pytest.fixture
def findings(plan_of: Callable[..., Workspace]) -> list[Finding]:
    found = find(plan_of(FAULTY), STRUCTURE)
    assert [finding.code for finding in found] == ["duplicate-id", "dangling-reference", "invalid-date"]
    return found


@pytest.mark.parametrize("name", sorted(FINDING_FORMATS))
def test_golden(name: str, findings: list[Finding], golden: Callable[[str, str], None]) -> None:
    text = finding_format(name)(findings, Reach(4, 1), colour=False)
    golden(f"findings.{name}.txt", text.replace(f'"{__version__}"', '"VERSION"'))


def test_json_keeps_its_schema(findings: list[Finding], root: Path) -> None:
    schema = json.loads((root / "schema/findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    answer = json.loads(finding_format("json")(findings, Reach(4, 1), colour=False))
    jsonschema.validate(answer, schema)
    assert answer["summary"] == {
        "error": 3,
        "warning": 0,
        "info": 0,
        "elements": 4,
        "files": 1,
        "plans": 1,
        "known": 0,
    }


def test_colour_changes_no_word(findings: list[Finding]) -> None:
    import re

    plain = finding_format("full")(findings, Reach(4, 1), colour=False)
    coloured = finding_format("full")(findings, Reach(4, 1), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_no_findings() -> None:
    assert finding_format("full")([], Reach(1, 2), colour=False) == "No findings in 1 element and 2 files.\n"
    assert finding_format("concise")([], Reach(1, 2), colour=False) == ""


@pytest.mark.parametrize(
    ("line", "marked", "carets"),
    [
        ("title: x", "x", "       ^"),
        ("日本: x", "x", "      ^"),
        ("a: 都市", "都市", "   ^^^^"),
        ("e\u0301: x", "x", "   ^"),
        ("\ta: x", "x", "       ^"),
        ("𝒳: x", "x", "   ^"),
    ],
)
def test_carets_stand_below_what_they_mark(line: str, marked: str, carets: str) -> None:
    source = SourceText("a.yaml", line + "\n")
    start = line.index(marked)
    assert frame(source.span(start, start + len(marked)))[1] == carets


def test_long_lines_are_cut_around_the_place() -> None:
    line = "a: " + "x" * 400 + " HERE " + "y" * 400
    start = line.index("HERE")
    text, carets = frame(SourceText("a.yaml", line).span(start, start + 4))
    assert len(text) < 120
    assert text[carets.index("^") : carets.rindex("^") + 1] == "HERE"


@pytest.mark.parametrize("name", ["full", "concise"])
def test_no_escape_reaches_the_terminal(name: str) -> None:
    source = SourceText("bad\x1b[2J.yaml", "title: \x1b[31mred\u202e\n")
    finding = Finding("invalid-value", "error", source.span(7, 12), "`\x1b]0;owned\x07`", "\x9b31m", ())
    text = finding_format(name)([finding], Reach(1, 1), colour=False)
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "\\x1b]0;owned\\x07" in text
