"""The binder and the JSON Schema give one verdict on every file, but for the exceptions listed here by name.

An editor shows what the schema finds and `stratkit validate` what the binder finds: an author who is told two
things believes neither.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import pytest
import yaml
from jsonschema import Draft7Validator

from stratkit import shipped
from stratkit.formats.schema import plan_schema
from stratkit.load.folder import PLAN_FILE
from stratkit.load.workspace import Workspace, open_workspace

STRUCTURAL = {
    "unknown-key",
    "missing-key",
    "wrong-type",
    "invalid-value",
    "invalid-date",
    "invalid-id",
    "unknown-sdg",
}
"""What both can see. The rest lies below JSON (bytes, anchors) or across files (references)."""

VALIDATOR = Draft7Validator(plan_schema())
PLANS = sorted(path.parent for path in shipped.plans().glob(f"*/{PLAN_FILE}"))


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do: the core schema of YAML 1.2, and every key a text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


for name, pattern, first in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", "[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("float", r"[-+]?\.(inf|Inf|INF)", list("-+.")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), first)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
EditorLoader.add_constructor(
    "tag:yaml.org,2002:float", lambda _, node: float(node.value.replace(".inf", "inf"))
)


def editor_refuses(text: str) -> bool:
    return not VALIDATOR.is_valid(yaml.load(text, EditorLoader))  # noqa: S506 — a safe loader


def header(extra: str = "", *, version: str = "1") -> str:
    """The first file of a plan."""
    more = f", {extra}" if extra else ""
    return f"format: {version}\nplan: {{id: minimal, title: Minimal, organization: {{name: Nobody}}{more}}}\n"


def value(*extra: str) -> str:
    return f"values: [{{{', '.join(('id: a, title: A', *extra))}}}]"


def outcome(extra: str) -> str:
    return f"outcomes: [{{id: a, title: A, {extra}}}]"


def indicator(extra: str) -> str:
    return f"indicators: [{{id: a, title: A, {extra}}}]"


def titled(title: str) -> str:
    return f"values: [{{id: a, title: {title}}}]"


def weights(*written: str) -> list[str]:
    return [value(f"weight: {number}") for number in written]


def dates(*written: str) -> list[str]:
    return [f"history: [{{title: A, date: {date}}}]" for date in written]


def place(text: str, folder: Path) -> Path:
    """A plan with a file that holds this text, beside a first file unless it is one itself."""
    whole = text.startswith("format:")
    (folder / PLAN_FILE).write_text(header(), encoding="utf-8")
    (folder / "long.md").write_text("A long text.\n", encoding="utf-8")
    (folder / "empty.md").write_text("\n", encoding="utf-8")
    path = folder / (PLAN_FILE if whole else "part.yaml")
    path.write_text(text, encoding="utf-8")
    return path


def codes(workspace: Workspace) -> dict[str, set[str]]:
    """The codes of the problems in each file, by its path."""
    found = defaultdict(set)
    for problem in workspace.problems:
        found[problem.span.path].add(problem.code)
    return found


def binder_codes(text: str, folder: Path) -> set[str]:
    path = place(text, folder)
    return codes(open_workspace(folder, folder))[path.name]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_they_agree_on_every_file_of_the_sample_plans(plan: Path) -> None:
    workspace = open_workspace(plan, plan)
    assert workspace.sources
    for source in workspace.sources:
        if source.path.endswith(".csv"):
            continue  # editors know no schema of tables
        refused = bool(codes(workspace)[source.path] & STRUCTURAL)
        assert editor_refuses(source.text) == refused, source.path


def test_there_are_sample_plans() -> None:
    assert len(PLANS) >= 4


RIGHT = {
    "text": [
        "vision: Homes that people can afford",
        "vision: {statement: Homes}",
        "vision: {en: Homes, fr: Logements}",
        "vision: {file: long.md}",
        "vision: {statement: Homes, text: Long, summary: Short}",
        titled("2021"),
        titled("8.10"),
        titled("no"),
        titled("true"),
        titled("'null'"),
        titled("'~'"),
        titled("12:30"),
        titled("2024-13-01"),
    ],
    "several languages": [
        titled("{en: Openness, fr: Ouverture}"),
        titled("{pt-BR: Abertura}"),
        titled("{en: 2021}"),
        value("text: {en: Long, fr: Longue}"),
        "action_lines: [{id: a, title: A, key_ideas: [One, {en: Two, fr: Deux}]}]",
    ],
    "prose in files": [
        value("text: {file: long.md}"),
        value("text: {en: {file: long.md}, fr: Longue}"),
    ],
    "id": [
        value(),
        "values: [{id: a1-2b-c, title: A}]",
        "history: [{title: Founded}]",
    ],
    "list": [
        "values: []",
        outcome("themes: [one, two]"),
        outcome("succeeds: []"),
        "action_lines: [{id: a, title: A, axes: [{id: b, title: B, axes: [{id: c, title: C}]}]}]",
    ],
    "choice": [
        "themes: [{id: a, title: A, kind: cross_cutting}]",
        value("audience: [public, board]"),
        header(version="'1'"),
    ],
    "number": [
        *weights("0", "8.90", "'8.90'", "007"),
        indicator("targets: [{date: 2021, min: -3}]"),
        indicator("targets: [{date: 2021, min: '-3'}]"),
        outcome("markers: {gender_equality: 2}"),
        header("fiscal_year: {starts: 12}"),
    ],
    "measurement": [
        indicator("baseline: {value: 2642}"),
        indicator("scale: [low, high], baseline: {value: high}"),
    ],
    "amount": [
        outcome("budget: [{amount: 120000 EUR}]"),
        outcome("budget: [{amount: -0.5 USD, date: FY2021}]"),
    ],
    "date": [
        *dates("2021", "'2021'", "2021-H2", "2021-Q4", "2021-09", "2021-12-31", "2024-02-29"),
        *dates("FY2026", "FY2026-H1", "FY2026-Q1"),
    ],
    "period": [
        "programmes: [{id: a, title: A, period: 2021}]",
        "programmes: [{id: a, title: A, period: {start: 2021, end: 2023-06}}]",
        "programmes: [{id: a, title: A, period: {start: FY2021}}]",
    ],
    "address": [
        "members: [{id: a, name: A, url: https://example.org/a#b}]",
        "members: [{id: a, name: A, url: mailto:a@example.org}]",
    ],
    "SDG": [
        outcome("sdgs: [5, 5.c, 8.1, 8.10, 17.19, '16.10']"),
    ],
    "flag": [
        "fields: [{id: a, title: A, required: true}]",
        "fields: [{id: a, title: A, required: 'false'}]",
    ],
    "table": [
        value("fields: {code: 12, new: yes}") + "\nfields: [{id: code, title: C}, {id: new, title: N}]",
        indicator("groups: {sex: [women, men]}"),
        "updates: [{id: a, readings: [{indicator: b, group: {sex: women}, value: 3}]}]",
        header("labels: {axis: Project, outcome: {one: Focus, many: Foci}}"),
    ],
    "record": [
        "retired: [{element: a, fate: dropped}]",
        "decisions: [{id: a, title: A, follow_up: [{text: Do it, due: 2022}]}]",
        header("approved: {by: board, date: 2020-11}"),
    ],
    "file": ["{}", value() + "\nmembers: [{id: b, name: B}]"],
}
"""Near misses: what both have to let pass."""

WRONG = {
    "text": [
        "vision: ''",
        "vision: ' '",
        "vision:",
        "vision: null",
        "vision: [Homes]",
        "vision: {statement: ~}",
        titled("[A]"),
        titled("Null"),
        titled("''"),
        value("text: []"),
        value("text: "),
        value("text: " + "a" * 200_001),
        "vision: " + "a" * 200_001,
    ],
    "several languages": [
        titled("{}"),
        titled("{en: ~}"),
        titled("{en: A, French: B}"),
        titled("{en: [A]}"),
        titled("{en: ''}"),
        titled("{en: {fr: A}}"),
        "members: [{id: a, name: A, roles: [{en: performer}]}]",
    ],
    "prose in files": [
        titled("{file: long.md}"),
        value("text: {file: ~}"),
        value("text: {file: [long.md]}"),
        value("text: {file: long.md, lang: en}"),
        value("text: {path: long.md}"),
        value("text: {en: {fr: x}}"),
    ],
    "id": [
        "values: [{title: A}]",
        "values: [{id: ~, title: A}]",
        "values: [{id: '', title: A}]",
        "values: [{id: A, title: A}]",
        "values: [{id: a_b, title: A}]",
        "values: [{id: a--b, title: A}]",
        "values: [{id: -a, title: A}]",
        "values: [{id: a-, title: A}]",
        "values: [{id: 2a, title: A}]",
        "values: [{id: 2021, title: A}]",
        "values: [{id: é, title: A}]",
        "values: [{id: [a], title: A}]",
        "history: [{id: A, title: Founded}]",
    ],
    "list": [
        "values: {id: a, title: A}",
        "values: A",
        "values:",
        "values: [A]",
        "values: [[{id: a, title: A}]]",
        "values:\n  -\n  - {id: a, title: A}",
        outcome("themes: one"),
        outcome("themes: {one: two}"),
        outcome("themes: [one, ~]"),
        outcome("themes: [[one]]"),
        "action_lines: [{id: a, title: A, axes: [{id: b, title: B, axes: [{id: c}]}]}]",
    ],
    "choice": [
        "themes: [{id: a, title: A, kind: Orienting}]",
        "themes: [{id: a, title: A, kind: [orienting]}]",
        "themes: [{id: a, title: A, kind: ~}]",
        value("audience: [press]"),
        header(version="2"),
        header(version="one"),
    ],
    "number": [
        *weights("-1", "'-1'", "'2,642'", "8.9%", "ten", "1/2", "'1_000'", "+-3", "'1e3'"),
        *weights("'٣'"),
        *weights("''", "~", "true", "[1]", "{one: 1}"),
        outcome("markers: {gender_equality: 3}"),
        outcome("markers: {gender_equality: 1.5}"),
        indicator("targets: [{min: '>80'}]"),
        header("fiscal_year: {starts: 13}"),
        header("fiscal_year: {starts: July}"),
    ],
    "measurement": [
        indicator("baseline: {date: 2021}"),
        indicator("baseline: {value: ~}"),
        indicator("baseline: {value: [1]}"),
        indicator("baseline: 3"),
    ],
    "amount": [
        outcome(f"budget: [{{amount: {amount}}}]")
        for amount in ("120000", "EUR 120000", "1EUR", "1 eur", "'120,000 EUR'", "1.2m EUR", "[1 EUR]")
    ],
    "date": [
        *dates("21", "2021-1", "2021-13", "2021-00", "2021-09-32", "20210930", "21-09-30", "2021/09"),
        *dates("2021-H3", "2021-Q5", "FY21", "FY2021-03", "fy2021", "September", "2021–2023"),
        *dates("2021-09-30T10:00", "2021.5", "-2021", "true", "''", "~", "[2021]"),
    ],
    "period": [
        "programmes: [{id: a, title: A, period: {from: 2021}}]",
        "programmes: [{id: a, title: A, period: {start: soon}}]",
        "programmes: [{id: a, title: A, period: {start: ~}}]",
        "programmes: [{id: a, title: A, period: 2021-2023}]",
        "programmes: [{id: a, title: A, period: [2021, 2023]}]",
    ],
    "address": [
        f"members: [{{id: a, name: A, url: {address}}}]"
        for address in ("example.org", "ftp://example.org", "'https://a b'", "mailto:a", "javascript:a", "7")
    ],
    "SDG": [
        outcome(f"sdgs: {written}")
        for written in (
            "5",
            "[18]",
            "[0]",
            "[-5]",
            "[5.z]",
            "['3.10']",
            "[8.11]",
            "[health]",
            "[true]",
            "[[5]]",
        )
    ],
    "flag": [
        f"fields: [{{id: a, title: A, required: {flag}}}]"
        for flag in ("yes", "1", "'True'", "no", "[true]", "~")
    ],
    "table": [
        value("fields: [b]"),
        value("fields: b"),
        value("fields: {Cip Code: 12}"),
        value("fields: {cip-code: ~}"),
        value("fields: {cip-code: [12]}"),
        indicator("groups: {sex: women}"),
        header("labels: {axis: {many: Projects}}"),
        header("labels: {axis: [Project]}"),
    ],
    "record": [
        value("titel: B"),
        "members: [{id: a, title: A}]",
        "retired: [{element: a}]",
        "retired: [{element: a, fate: ~}]",
        "decisions: [{id: a, title: A, follow_up: [{lead: board}]}]",
        "updates: [{id: a, entries: [{status: on_track}]}]",
        "updates: [{id: a, entries: [{about: b, status: done}]}]",
        header("colour: red"),
        "format: 1\nplan: {id: minimal, title: Minimal}",
        "format: 1\nplan: {id: minimal, title: Minimal, organization: Nobody}",
        "format: 1\nplan: Minimal",
    ],
    "file": [
        "- {id: a, title: A}",
        "just a text",
        "stray: 1\nother: 2",
        "value: [{id: a, title: A}]\nvalues: []",
    ],
}
"""What both have to refuse."""


class Difference(NamedTuple):
    """Files on which the two differ, and why that has to be."""

    reason: str
    binder_refuses: bool
    files: list[str]


EXCEPTIONS = {
    "what YAML says before it is JSON": Difference(
        "anchors, tags and a key written twice are gone once a file is JSON",
        True,
        [
            value("title: B"),
            titled("!!str A"),
            titled("&label A"),
            "values:\n  - id: a\n    title: Openness #always",
        ],
    ),
    "what YAML swallows": Difference(
        "JSON has no value there; the binder reports the trap in place of the empty key",
        False,
        [
            "values:\n  - id: a\n    title: #MetroGovernance",
            value("text: Fair, summary"),
        ],
    ),
    "an empty file": Difference(
        "it adds nothing to its plan and harms nobody; to an editor it is null",
        False,
        ["", "# to be written\n"],
    ),
    "numbers in other spellings": Difference(
        "to JSON they are the number; a plan has digits and a point, so that a text and a number read alike",
        True,
        [
            *weights("1e3", "+3", ".5", "3.", ".inf"),
            header(version="1.0"),
            header(version="01"),
            *dates("+2021", "2021.0"),
            outcome("sdgs: [5.0, 5., 3.10]"),
            outcome("markers: {gender_equality: 1.0}"),
        ],
    ),
    "numbers with too many digits": Difference(
        "JSON Schema bounds a number's size, not its digits",
        True,
        weights("1" * 41),
    ),
    "numbers in quotes that are out of bounds": Difference(
        "JSON Schema has bounds for numbers and none for texts",
        True,
        [outcome("markers: {gender_equality: '3'}")],
    ),
    "flags in other spellings": Difference(
        "to JSON they are the flag",
        True,
        ["fields: [{id: a, title: A, required: True}]", "fields: [{id: a, title: A, required: FALSE}]"],
    ),
    "ids that read as flags": Difference(
        "to JSON they are no text; as an id they do no harm",
        False,
        ["values: [{id: 'true', title: A}, {id: true, title: B}]"],
    ),
    "days that the calendar lacks": Difference(
        "a pattern does not know how long a month is",
        True,
        dates("2021-02-29", "2021-04-31", "'0000'", "'9999'"),
    ),
    "years before 1000": Difference(
        "to JSON `0962` is 962, which is more likely a slip than a year",
        False,
        dates("0962"),
    ),
    "ends that come before their beginnings": Difference(
        "JSON Schema does not compare two values",
        True,
        [
            "programmes: [{id: a, title: A, period: {start: 2023, end: 2021}}]",
            indicator("targets: [{min: 3, max: 2}]"),
        ],
    ),
    "SDG targets in capitals": Difference(
        "the binder knows what is meant; an editor proposes the code as the United Nations write it",
        False,
        [outcome("sdgs: [5.C]")],
    ),
    "words and fields that are declared elsewhere": Difference(
        "an indicator's scale and the plan's own fields may stand in another file",
        True,
        [
            indicator("baseline: {value: high}"),
            value("fields: {cip-code: 12}"),
            value("fields: {code: many}") + "\nfields: [{id: code, title: Code, type: number}]",
            value() + "\nfields: [{id: code, title: Code, of: [value], required: true}]",
        ],
    ),
    "names of keys and kinds in values": Difference(
        "the schema describes keys, not the texts that name them",
        True,
        [
            value("reading: [summary]"),
            "fields: [{id: a, title: A, of: [bicycle]}]",
            header("labels: {bicycle: Bike}"),
        ],
    ),
    "targets with neither a value nor a bound": Difference(
        "in the model each of the three may be left out",
        True,
        [indicator("targets: [{date: 2021}]")],
    ),
    "what other files hold": Difference(
        "the schema sees one file",
        True,
        [
            value("text: {file: empty.md}"),
            value("text: {file: missing.md}"),
            value("text: {file: ../outside.md}"),
            header().partition("\n")[2],
        ],
    ),
    "a plan's first file without its first keys": Difference(
        "the schema cannot know which of a plan's files it looks at",
        True,
        ["format: 1\nvision: Homes"],
    ),
}


def cases(table: dict[str, list[str]]) -> list[Any]:
    return [pytest.param(text, id=f"{group} {text[:70]}") for group, texts in table.items() for text in texts]


@pytest.mark.parametrize("text", cases(RIGHT))
def test_both_let_pass_what_is_right(text: str, tmp_path: Path) -> None:
    assert binder_codes(text, tmp_path) == set()
    assert not editor_refuses(text)


@pytest.mark.parametrize("text", cases(WRONG))
def test_both_refuse_what_is_wrong(text: str, tmp_path: Path) -> None:
    assert binder_codes(text, tmp_path) & STRUCTURAL
    assert editor_refuses(text)


@pytest.mark.parametrize("text", cases({name: exception.files for name, exception in EXCEPTIONS.items()}))
def test_every_exception_is_one(text: str, tmp_path: Path) -> None:
    (exception,) = (exception for exception in EXCEPTIONS.values() if text in exception.files)
    found = binder_codes(text, tmp_path)
    if exception.binder_refuses:
        assert found
        assert not editor_refuses(text)
    else:
        assert not found & STRUCTURAL
        assert editor_refuses(text)


def test_every_exception_has_a_reason_and_a_file() -> None:
    assert all(exception.reason and exception.files for exception in EXCEPTIONS.values())


def test_every_shape_has_a_case_on_either_side() -> None:
    assert RIGHT.keys() == WRONG.keys()
    assert len(cases(WRONG)) >= 60
