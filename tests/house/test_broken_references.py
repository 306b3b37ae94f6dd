"""One broken reference is one finding more, where it stands: for every reference of every plan in `plans/`.

Where a reference stands is searched in the text of the files, apart from what the reader says of positions.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from stratkit.check.finding import Finding, find
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.shape import Reference

PLANS = Path(__file__).resolve().parents[2] / "plans"
NAMES = sorted(path.parent.name for path in PLANS.glob("*/plan.yaml"))

# What a reference looks like in these plans: in block lists, in one-line lists, after a key, before a comma.
ID = r"[a-z][a-z0-9_-]*"
KEYS = (
    r"(?:lead|author|parent|about|indicator|by|prepared_by|reviewed_by|funder|box_in|element|"
    r"kinds|challenges|themes|partners|funders|depends_on|contributes_to|measures|threatens|concerns|succeeds|outline)"
)
AFTER_KEY = re.compile(rf"(?<![\w-]){KEYS}:[ ]+({ID})(?=[ ]*[,}}\n])")
ONE_LINE = re.compile(rf"(?<![\w-]){KEYS}:[ ]+\[([^\]]*)\]")
BLOCK = re.compile(rf"^([ ]*){KEYS}:\n((?:\1[ ]*- {ID}\n)+)", re.MULTILINE)
ROW = re.compile(rf"^({ID})(?=,)", re.MULTILINE)
LINK = re.compile(r"\]\(#([^)]*)\)")
PATH = re.compile(r"(?:previous|file):[ ]+([^\s}]+)")
OWN_ID = re.compile(rf"(?<![\w-])id:[ ]+({ID})")


class Place(NamedTuple):
    """A word in a file, with its line and column counted here."""

    file: Path
    start: int
    line: int
    column: int
    word: str


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "plans"
    shutil.copytree(PLANS, folder)
    return folder


def words(file: Path) -> Iterator[tuple[int, str]]:
    """Everything in a file that names something else, with its offset."""
    text = file.read_text("utf-8")
    if file.suffix == ".csv":
        yield from ((match.start(1), match[1]) for match in ROW.finditer(text, text.index("\n")))
        return
    yield from ((match.start(1), match[1]) for match in LINK.finditer(text))
    if file.suffix == ".md":
        return
    yield from ((match.start(1), match[1]) for match in [*AFTER_KEY.finditer(text), *PATH.finditer(text)])
    for match in ONE_LINE.finditer(text):
        yield from ((match.start(1) + word.start(), word[0]) for word in re.finditer(r"[^\s,]+", match[1]))
    for match in BLOCK.finditer(text):
        yield from ((match.start(2) + word.start(1), word[1]) for word in re.finditer(rf"- ({ID})", match[2]))


def place(file: Path, start: int, word: str) -> Place:
    before = file.read_text("utf-8")[:start]
    return Place(file, start, before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1, word)


def files(plan: Path) -> list[Path]:
    return sorted(path for path in plan.rglob("*") if path.suffix in {".yaml", ".md", ".csv"})


def references(plan: Path) -> list[Place]:
    return [place(file, start, word) for file in files(plan) for start, word in words(file)]


def ids(plan: Path) -> list[Place]:
    yamls = [file for file in files(plan) if file.suffix == ".yaml"]
    return [
        place(file, match.start(1), match[1])
        for file in yamls
        for match in OWN_ID.finditer(file.read_text("utf-8"))
    ]


def read(plan: Path) -> Workspace:
    return open_workspace(plan, plan.parent)


def added(plan: Path, where: Place, word: str, known: set[tuple[str, ...]]) -> list[Finding]:
    """What is found once the word at a place is another, as long as it is, and was not known before."""
    assert len(word) == len(where.word)
    intact = where.file.read_text("utf-8")
    assert intact.startswith(where.word, where.start)
    where.file.write_text(intact[: where.start] + word + intact[where.start + len(where.word) :], "utf-8")
    try:
        return [finding for finding in find(read(plan)) if told(finding) not in known]
    finally:
        where.file.write_text(intact, "utf-8")


def shown(where: Place, plan: Path) -> tuple[str, int, int]:
    return where.file.relative_to(plan.parent).as_posix(), where.line, where.column


def told(finding: Finding) -> tuple[str, ...]:
    return finding.code, finding.message, *map(str, position(finding))


def position(finding: Finding) -> tuple[str, int, int]:
    return finding.span.path, finding.span.line, finding.span.column


def test_there_are_plans_and_they_have_no_errors(plans: Path) -> None:
    assert len(NAMES) >= 4
    assert [
        finding for name in NAMES for finding in find(read(plans / name)) if finding.severity == "error"
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_search_sees_every_reference_the_reader_sees(plans: Path, name: str) -> None:
    found = [shown(where, plans / name) for where in references(plans / name)]
    links = [(link.span.path, link.span.line, link.span.column) for link in read(plans / name).index.links]
    assert links
    assert len(found) == len(set(found))
    assert set(links) <= set(found)


@pytest.mark.parametrize("name", NAMES)
def test_each_broken_reference_is_one_finding_where_it_stands(plans: Path, name: str) -> None:
    plan = plans / name
    known = {told(finding) for finding in find(read(plan))}
    former = {
        (link.span.path, link.span.line, link.span.column)
        for link in read(plan).index.links
        if isinstance(link.shape, Reference) and link.shape.former
    }
    wrong = []
    for where in references(plan):
        found = added(plan, where, where.word[:-1] + ("q" if where.word[-1] != "q" else "z"), known)
        expected = [] if shown(where, plan) in former else [shown(where, plan)]
        if [position(finding) for finding in found] != expected:
            wrong.append((where, found))
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_each_broken_id_is_one_finding_where_it_stands(plans: Path, name: str) -> None:
    plan = plans / name
    known = {told(finding) for finding in find(read(plan))}
    assert sorted(where.word for where in ids(plan)) == sorted(read(plan).index.elements)
    wrong = []
    for where in ids(plan):
        found = added(plan, where, where.word[0].upper() + where.word[1:], known)
        if [(finding.code, *position(finding)) for finding in found] != [("invalid-id", *shown(where, plan))]:
            wrong.append((where, found))
    assert wrong == []
