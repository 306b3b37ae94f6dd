"""Progress as a tree, as JSON, as CSV and as Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from stratkit import __version__
from stratkit.formats.progress import csv as csv_form
from stratkit.formats.progress import json as json_form
from stratkit.formats.progress import markdown, tree
from stratkit.formats.progress.rows import MARKS, age
from stratkit.load.workspace import open_workspace
from stratkit.model.report import STATUSES
from stratkit.progress.overview import Overview
from stratkit.source.shown import display_width, visible

PLAN = """\
format: 1
plan:
  id: p
  title: A plan
  organization: {id: o, name: A network}
  period: {start: 2021, end: 2023}
  reporting: [{title: Yearly report, cadence: yearly}]
  labels: {off_track: Behind}
stakeholders:
  - {id: ann, name: Ann}
action_lines:
  - id: line
    title: Learn by doing
    lead: ann
    axes:
      - id: axis
        title: Among peers
        outcomes:
          - id: trained
            title: People are trained, in many more places than a title of one line could ever name
            indicators:
              - id: people
                title: People
                direction: increase
                baseline: {date: 2020, value: 0}
                targets: [{date: 2023, value: 90}]
    outcomes:
      - id: code
        title: A code is adopted
        milestones: [{id: adopted, title: Adopted, due: 2022}]
      - {id: fund, title: "=1+1"}
indicators:
  - {id: trust, title: Trust}
updates:
  - {id: report-2021, period: 2021, date: 2022-02-15, readings: [{indicator: people, value: 36}]}
  - id: report-2022
    period: 2022
    date: 2023-02-15
    entries: [{about: trained, status: on_track}, {about: fund, status: discontinued}]
    readings: [{indicator: people, value: 45}]
"""
WRITERS: dict[str, Callable[[Overview], str]] = {
    "tree": lambda overview: tree.write(overview, whole=False, colour=False, width=100),
    "narrow": lambda overview: tree.write(overview, whole=True, colour=False, width=60),
    "json": json_form.write,
    "csv": csv_form.write,
    "markdown": lambda overview: markdown.write(overview, whole=True),
}


@pytest.fixture
def overview(tmp_path: Path) -> Overview:
    return opened(tmp_path, PLAN)


def opened(folder: Path, text: str) -> Overview:
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    workspace = open_workspace(folder, folder)
    assert not workspace.problems
    return Overview(workspace, date(2023, 4, 15))


@pytest.mark.parametrize("name", list(WRITERS))
def test_golden(overview: Overview, name: str, golden: Callable[[str, str], None]) -> None:
    text = WRITERS[name](overview)
    golden(f"progress.{name}.txt", text.replace(f'"{__version__}"', '"VERSION"'))


def test_json_keeps_its_schema(overview: Overview, root: Path) -> None:
    schema = json.loads((root / "schema/progress.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(json.loads(json_form.write(overview)), schema)


def test_every_status_has_a_shape_of_its_own() -> None:
    assert {*STATUSES, "no_report", "not_computed"} == set(MARKS)
    assert len(set(MARKS.values())) == len(MARKS)


def test_tree_is_as_wide_as_it_may_be(overview: Overview) -> None:
    for width in (50, 80, 200):
        lines = tree.write(overview, whole=True, colour=False, width=width).splitlines()
        assert max(map(display_width, lines)) <= width


def test_colour_only_where_it_is_wanted(overview: Overview) -> None:
    assert "\x1b[" in tree.write(overview, whole=False, colour=True, width=100)
    assert "\x1b[" not in tree.write(overview, whole=False, colour=False, width=100)


@pytest.mark.parametrize("name", list(WRITERS))
def test_a_title_does_no_harm(tmp_path: Path, nasty: str, name: str) -> None:
    if not nasty.strip() or any("\ud800" <= one <= "\udfff" or one in "\ufffe\uffff" for one in nasty):
        return
    text = PLAN.replace("title: A code is adopted", f"title: {json.dumps('x' + nasty)}")
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    told = WRITERS[name](Overview(open_workspace(tmp_path, tmp_path), date(2023, 4, 15)))
    if name == "json":
        assert json.loads(told)["elements"]
        return
    assert all(line == visible(line) for line in told.replace("\r", "\\r").split("\n"))


def test_csv_is_read_back(overview: Overview) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_form.write(overview))))
    assert [(row["id"], row["within"]) for row in rows] == [
        ("line", ""),
        ("axis", "line"),
        ("trained", "axis"),
        ("people", "trained"),
        ("code", "line"),
        ("adopted", "code"),
        ("fund", "line"),
        ("trust", ""),
    ]
    assert rows[2]["percent"] == "50.00"
    assert rows[6]["title"] == "'=1+1"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (10, "10 days"),
        (11, "2 weeks"),
        (44, "6 weeks"),
        (45, "2 months"),
        (547, "18 months"),
        (548, "2 years"),
    ],
)
def test_age(days: int, words: str) -> None:
    assert age(days) == words
