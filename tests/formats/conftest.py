"""What the tests of all formats share: places that are hard to count, and texts that are hard to write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stratkit.check.finding import Finding
from stratkit.source.problem import Related
from stratkit.source.text import SourceText, Span

# A text and where in it the place begins and ends.
PLACES = {
    "plain": ("a: x\n", 3, 4),
    "wide before": ("日本: [x]\n", 5, 6),
    "wide inside": ("a: 都市x\n", 3, 5),
    "combining before": ("e\u0301a\u0308: x\n", 6, 7),
    "combining inside": ("a: e\u0301\n", 3, 5),
    "astral before": ("𝒳𐐀: x\n", 4, 5),
    "astral inside": ("a: 𝒳𐐀x\n", 3, 5),
    "joined inside": ("a: 👩\u200d👧\n", 3, 6),
    "a later line": ("日本\n𝒳: x\n", 6, 7),
    "several lines": ("a: |\n  日本\n  𝒳x\nb: 1\n", 3, 14),
    "several lines, CRLF": ("a: |\r\n  日本\r\n  𝒳x\r\nb: 1\r\n", 3, 16),
    "lines that end in CR": ("é\rb: 𝒳x\r", 5, 7),
    "up to the next line": ("日本\nb\n", 1, 3),
    "one line feed": ("日本\nb\n", 2, 3),
    "empty in a line": ("日本: 𝒳\n", 4, 4),
    "empty at the end": ("日本: 𝒳", 5, 5),
    "empty after the last line end": ("日本: 𝒳\n", 6, 6),
    "an empty file": ("", 0, 0),
}

NASTY = {
    "command": "x\n::error::forged",
    "old command": "##[group]forged",
    "carriage return": "x\r::error::forged",
    "escaped line end": "x%0A::error::forged%0D%25",
    "separators": "a,b:c=d::e;f]g",
    "line separators": "a\x0b\x0c\x1c\x85\u2028\u2029b",
    "table": "a | b || c \\| d |",
    "html": '<img src="x" onerror="y"> &amp; <!-- c --> <br>',
    "mention": "@all me@example.org #12 GH-3 :tada: $x$",
    "links": "[a](1) ![b](https://example.org) <https://example.org> www.example.org",
    "emphasis": "*a* _b_ ~~c~~ \\* `",
    "backticks": "`a` ``b`` ```",
    "placeholder": "{0} }{ {{1}}",
    "cdata": "<![CDATA[ ]]> ]]> --> <?x?>",
    "controls": "\x00\x1b[31m\x07\x08\x7f\x9b",
    "directions": "\u202egnp.exe\u202c \u200f \u2066",
    "surrogates": "\ud800 \udcff",
    "no characters": "\ufffe\uffff\ufeff",
    "spaces": "  a\tb  ",
    "nothing": "",
}

PATHS = [
    "plans/a b#c%41?d.yaml",
    "a,b:c=d::e.yaml",
    "a\n::error::forged.yaml",
    "a\r\nb.yaml",
    "日本/é&<>\"'.yaml",
    "a|b`c\\d.yaml",
    "../up/plan.yaml",
    "/somewhere/else/a b.yaml",
]

Make = Callable[..., Finding]


@pytest.fixture(params=PLACES.values(), ids=list(PLACES))
def place(request: pytest.FixtureRequest) -> Span:
    text, start, end = request.param
    return SourceText("plan.yaml", text).span(start, end)


@pytest.fixture(params=NASTY.values(), ids=list(NASTY))
def nasty(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=PATHS)
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make() -> Make:
    """Makes a finding on `a: x` in plan.yaml, or wherever is said."""

    def make_finding(message: str = "no theme has the id `x`", **other: Any) -> Finding:
        source = SourceText(other.pop("path", "plan.yaml"), "a: x\n")
        note = other.pop("note", None)
        return Finding(
            code=other.pop("code", "dangling-reference"),
            severity=other.pop("severity", "error"),
            span=other.pop("span", source.span(3, 4)),
            message=message,
            help=other.pop("help", ""),
            related=() if note is None else (Related(source.span(0, 1), note),),
            **{"identity": "x", **other},
        )

    return make_finding


@pytest.fixture
def awkward(make: Make) -> list[Finding]:
    """Every nasty text as message, help and note, and every path."""
    severities = ("error", "warning", "info")
    texts = [
        make(text, help=text, note=text, severity=severities[number % 3], identity=f"text {number}")
        for number, text in enumerate(NASTY.values())
    ]
    return texts + [make(path=path, identity=f"path {number}") for number, path in enumerate(PATHS)]


@pytest.fixture
def published(root: Path) -> Callable[[str], Any]:
    """Reads a published schema."""

    def read(name: str) -> Any:
        folder = root.parent / "shared/data/schemas"
        if not folder.is_dir():
            pytest.skip(f"the published schemas are not in {folder}")
        return json.loads((folder / name).read_text(encoding="utf-8"))

    return read


@pytest.fixture
def cut() -> Callable[..., str]:
    """Cuts out what lies between two lines and columns, counted from 1, given the lines of a file."""

    def cut_out(lines: list[Any], start: tuple[int, int], end: tuple[int, int]) -> Any:
        (line, column), (end_line, end_column) = start, end
        lines = [*lines, lines[0][:0]]
        if line == end_line:
            return lines[line - 1][column - 1 : end_column - 1]
        between = lines[line : end_line - 1]
        empty = lines[0][:0]
        return empty.join([lines[line - 1][column - 1 :], *between, lines[end_line - 1][: end_column - 1]])

    return cut_out
