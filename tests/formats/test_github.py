"""Workflow commands, read back by GitHub's rules, and the summary, read back as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.formats.github import SUMMARY_LIMIT, summary, write
from stratkit.source.shown import visible
from stratkit.source.text import Span

Make = Callable[..., Finding]
REACH = Reach(4, 1)


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def unescape(text: str, codes: Sequence[str]) -> str:
    for code in (*codes, "%25"):
        text = text.replace(code, chr(int(code[1:], 16)))
    return text


def read(line: str) -> Command:
    """A line as the runner takes it apart: the second `::` ends the properties, commas part them."""
    assert line.startswith("::")
    head, data = line[2:].split("::", 1)
    name, _, rest = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in rest.strip().split(","))
    properties = {key: unescape(value, ("%0D", "%0A", "%3A", "%2C")) for key, value in pairs}
    return Command(name, properties, unescape(data, ("%0D", "%0A")))


def commands(findings: Sequence[Finding]) -> list[Command]:
    text = write(findings, REACH, colour=False)
    assert text.count("\n") == len(text.splitlines()) == len(findings)
    return [read(line) for line in text.splitlines()]


def test_no_findings() -> None:
    assert write([], REACH, colour=False) == ""
    assert summary([], Reach(1, 2)) == "## stratkit\n\nNo findings in 1 element and 2 files.\n"


def test_a_command(make: Make) -> None:
    finding = make(help="add it", note="the first is here", severity="info")
    assert write([finding], REACH, colour=False) == (
        "::notice file=plan.yaml,line=1,endLine=1,col=4,endColumn=4,title=dangling-reference"
        "::plan.yaml:1:4: no theme has the id `x`%0Ahelp: add it%0Athe first is here: plan.yaml:1:1\n"
    )


@pytest.mark.parametrize(
    ("severity", "name"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_severities(severity: str, name: str, make: Make) -> None:
    assert commands([make(severity=severity)])[0].name == name


def test_places(place: Span, make: Make) -> None:
    found = {
        name: int(value)
        for name, value in commands([make(span=place)])[0].properties.items()
        if name not in {"file", "title"}
    }
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", place.source.text)
    marked = lines[found["line"] - 1 : found["endLine"]]
    if "col" in found:
        assert found["line"] == found["endLine"]
        marked = [marked[0][found["col"] - 1 : found["endColumn"]]]
        expected = place.text or place.source.text[place.start : place.start + 1]
        assert marked == [expected]
    else:
        assert found["line"] < found["endLine"]
        assert "endColumn" not in found
        assert place.text in "".join(marked)
        assert place.text not in "".join(marked[1:])
        assert place.text not in "".join(marked[:-1])


def test_no_text_forges_a_command(nasty: str, make: Make) -> None:
    (command,) = commands([make(nasty, help=nasty, note=nasty)])
    assert (command.name, command.properties["title"]) == ("error", "dangling-reference")
    help_line = [f"help: {visible(nasty)}"] if nasty else []
    expected = [f"plan.yaml:1:4: {visible(nasty)}", *help_line, f"{visible(nasty)}: plan.yaml:1:1"]
    assert command.data.split("\n") == expected


def test_no_path_forges_a_command(path: str, make: Make) -> None:
    (command,) = commands([make(path=path)])
    assert command.properties["file"] == path
    assert set(command.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert command.data == f"{visible(path)}:1:4: no theme has the id `x`"


def test_no_control_character_reaches_the_log(make: Make) -> None:
    text = write([make(path="a\x1b[2J\x9b\u202e.yaml")], REACH, colour=False)
    assert text.removesuffix("\n").isprintable()
    assert r"file=a\x1b[2J\x9b\u202e.yaml," in text


def rows(text: str) -> list[list[Token]]:
    """The cells of each row below the head."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    assert [token.type for token in tokens].count("table_open") == 1
    cells: list[list[Token]] = []
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            cells.append([])
        if before.type == "td_open":
            cells[-1].append(token)
    return cells[1:]


def words(cell: Token) -> str:
    return "".join(child.content for child in cell.children or ())


def test_summary(make: Make) -> None:
    findings = [make(severity=severity) for severity in ("info", "error", "info", "warning")]
    text = summary(findings, Reach(1234, 1, 1, 3))
    assert "\n1 error, 1 warning, 2 info in 1,234 elements and 1 file. 3 known findings left out.\n" in text
    assert [words(cell) for cell in rows(text)[1]] == [
        "error",
        "plan.yaml:1:4",
        "no theme has the id `x`",
        "",
        "dangling-reference",
    ]


def test_summary_counts_the_plans(make: Make) -> None:
    assert "\n1 error in 4 elements and 3 files of 2 plans.\n" in summary([make()], Reach(4, 3, 2))


def test_summary_holds_texts_as_they_are(awkward: list[Finding]) -> None:
    text = summary(awkward, REACH)
    found = rows(text)
    assert len(found) == len(awkward) == len(text.splitlines()) - 6
    for finding, cells in zip(awkward, found, strict=True):
        expected = (f"{finding.span.path}:1:4", finding.message, finding.help, finding.code)
        assert [words(cell).strip() for cell in cells[1:]] == [visible(one).strip() for one in expected]
        children = [child for cell in cells[1:] for child in cell.children or ()]
        assert {child.type for child in children} <= {"code_inline", "text"}
        assert "".join(child.content for child in children if child.type == "text").strip("|") == ""


def test_summary_keeps_to_the_limit(make: Make) -> None:
    findings = [make("日本" * 200, help="𝒳" * 200) for _ in range(1000)]
    text = summary(findings, REACH)
    assert SUMMARY_LIMIT - 4000 < len(text.encode()) <= SUMMARY_LIMIT
    more = re.search(r"\nThe log has (\d+) more\.\n$", text)
    assert more
    assert len(rows(text)) + int(more[1]) == 1000
