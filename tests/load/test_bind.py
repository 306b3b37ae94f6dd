from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from stratkit.load.workspace import Workspace
from stratkit.model.date import PartialDate, Period
from stratkit.model.language import Translated
from stratkit.model.money import Money
from stratkit.source.problem import Problem

PlanOf = Callable[..., Workspace]
HEAD_LINES = 6
"""How many lines stand above what a test adds."""


def told(problem: Problem) -> tuple[str, int, int, str]:
    """A problem's code, its line below the head, its column and the words it is about."""
    return problem.code, problem.span.line - HEAD_LINES, problem.span.column, problem.span.text


def test_a_text_is_what_stands_there(plan_of: PlanOf) -> None:
    plan = plan_of(
        "values:\n  - id: a\n    title: no\n    number: 1.10\n"
        "outcomes:\n  - {id: b, title: 12:30, sdgs: [8.10, 5.C], weight: 0.50, due: 2021-09-30}\n"
    ).plan
    assert (plan.values[0].title, plan.values[0].number) == ("no", "1.10")
    (outcome,) = plan.outcomes
    assert (outcome.title, outcome.sdgs, outcome.weight) == ("12:30", ("8.10", "5.c"), Decimal("0.50"))
    assert outcome.due == PartialDate("2021-09-30")


def test_nested_values(plan_of: PlanOf) -> None:
    workspace = plan_of(
        "vision: Quiet quays\n"
        "mission: {statement: Clean water, text: In full}\n"
        "action_lines:\n"
        "  - id: water\n"
        "    title: {en: Water, fr: Eau}\n"
        "    period: {start: 2024}\n"
        "    outcomes:\n"
        "      - id: clean\n"
        "        title: Clean\n"
        "        markers: {gender_equality: 1}\n"
        "        budget: [{amount: 120000 EUR}]\n"
        "work_plans:\n"
        "  - {id: first, title: First, period: 2024-H1}\n"
    )
    plan = workspace.plan
    assert workspace.problems == []
    assert plan.vision is not None
    assert plan.vision.statement == "Quiet quays"
    assert plan.mission is not None
    assert plan.mission.text == "In full"
    (line,) = plan.action_lines
    assert line.title == Translated("Water", {"en": "Water", "fr": "Eau"})
    assert line.period == Period(PartialDate("2024"), None)
    (clean,) = line.outcomes
    assert clean.markers == {"gender_equality": 1}
    assert clean.budget[0].amount == Money(Decimal(120000), "EUR")
    assert plan.work_plans[0].period == Period(PartialDate("2024-H1"), PartialDate("2024-H1"))


def test_translation_in_the_plans_language_comes_first(plan_of: PlanOf) -> None:
    plan = plan_of(
        "  language: fr\nvision: {statement: {en: Quiet, fr: Calme}}\nobjective: {text: {en: Clean}}\n"
    ).plan
    assert plan.vision is not None
    assert plan.vision.statement == "Calme"
    assert plan.objective is not None
    assert plan.objective.text == Translated("Clean", {"en": "Clean"})


@pytest.mark.parametrize(
    ("body", "expected", "words", "mend"),
    [
        ("visoin: x", ("unknown-key", 1, 1, "visoin"), "has no key `visoin`", "did you mean `vision`?"),
        ("values: [{id: a, title: b, tilte: c}]", ("unknown-key", 1, 28, "tilte"), "a value has", "`title`"),
        ("values: [{id: a, tilte: c}]", ("unknown-key", 1, 18, "tilte"), "a value has", "`title`"),
        ("values: [{id: a, x-y: c, title: b}]", ("unknown-key", 1, 18, "x-y"), "`x-y`", "own keys go under"),
        ("values: [{quay: c}]", ("unknown-key", 1, 11, "quay"), "a value has no key `quay`", "format.md"),
        ("  period: {begin: 1, end: 2024}", ("unknown-key", 1, 12, "begin"), "a period has", "`start:`"),
        ("vision: {engl: x}", ("unknown-key", 1, 10, "engl"), "no key `engl`", "format.md"),
        ("values: [{id: a, title: {Fr: x}}]", ("unknown-key", 1, 26, "Fr"), "not a language", "`en:`"),
        ("values: [{id: a}]", ("missing-key", 1, 10, "{id"), "`title` is missing", "add `title: …`"),
        ("values:\n  - title: b", ("missing-key", 2, 5, "title"), "`id` is missing", "add `id: …`"),
        ("values: quiet", ("wrong-type", 1, 9, "quiet"), "takes a list", "`- id: …`"),
        ("values: 𝒜\u0301", ("wrong-type", 1, 9, "𝒜\u0301"), "takes a list", "`- id: …`"),
        ("values: {id: a, title: b}", ("wrong-type", 1, 9, "{id: a, title: b}"), "takes a list", "`- id: …`"),
        (
            "values: [quiet]",
            ("wrong-type", 1, 10, "quiet"),
            "a value belongs here, with keys of its own, and this is a text",
            "begin with `- id: quiet` and write `title: …` below it",
        ),
        ("values: ['quiet:loud']", ("wrong-type", 1, 10, "'quiet:loud'"), "a value", "a space is missing"),
        ("values: [[]]", ("wrong-type", 1, 10, "[]"), "and this is a list", "out of the inner list"),
        ("values: {quiet: {title: b}}", ("wrong-type", 1, 9, "{quiet: {title: b}}"), "", "`- id: quiet`"),
        ("values:\n  title: b", ("wrong-type", 2, 3, "title: b"), "takes a list", "`- id: …`"),
        ("  approved: 2024", ("wrong-type", 1, 13, "2024"), "an approval belongs", "`by: …` and `date: …`"),
        ("  approved: [2024]", ("wrong-type", 1, 13, "[2024]"), "an approval belongs", "without hyphens"),
        ("  fiscal_year: 7", ("wrong-type", 1, 16, "7"), "a fiscal year belongs", "`starts: 7`"),
        ("  language: []", ("wrong-type", 1, 13, "[]"), "a text belongs", "after `language:`"),
        ("  status: [draft]", ("wrong-type", 1, 11, "[draft]"), "one of draft", "write `status: draft`"),
        ("  period: [2024]", ("wrong-type", 1, 11, "[2024]"), "a period belongs", "`start:` and `end:`"),
        ("outcomes: [{id: a, title: b, lead: {id: x}}]", ("wrong-type", 1, 36, "{id: x}"), "", "`lead: x`"),
        ("outcomes: [{id: a, title: b, sdgs: [[5]]}]", ("wrong-type", 1, 37, "[5]"), "an SDG", "`5` alone"),
        ("outcomes: [{id: a, title: b, sdgs: [[]]}]", ("wrong-type", 1, 37, "[]"), "an SDG", "the item"),
        (
            "updates: [{id: a, raedings: []}]",
            ("unknown-key", 1, 19, "raedings"),
            "an update has",
            "`readings`",
        ),
        (
            "updates: [{id: a, entries: [{x: y}]}]",
            ("unknown-key", 1, 30, "x"),
            "an entry has",
            "format.md lists",
        ),
        ("  reporting: [{titel: x}]", ("unknown-key", 1, 16, "titel"), "a reporting duty has", "`title`"),
        ("vision: {en: x, fr_CA: y}", ("unknown-key", 1, 17, "fr_CA"), "not a language", "`fr-CA:`"),
        ("vision: {en: x, french: y}", ("unknown-key", 1, 17, "french"), "not a language", "`en:`"),
        ("outcomes: [{id: a, title: b, sdgs: 5}]", ("wrong-type", 1, 36, "5"), "a list", "`sdgs: [5]`"),
        ("outcomes: [{id: a, title: b, sdgs: {x: 5}}]", ("wrong-type", 1, 36, "{x: 5}"), "a list", "hyphen"),
        (
            "outcomes: [{id: a, title: b, due: [1]}]",
            ("wrong-type", 1, 35, "[1]"),
            "a date belongs here",
            "`due: 1`",
        ),
        ("outcomes: [{id: a, title: b, due: {x: 1}}]", ("wrong-type", 1, 35, "{x: 1}"), "a mapping", ""),
        (
            "outcomes: [{id: a, title: b, markers: 1}]",
            ("wrong-type", 1, 39, "1"),
            "a mapping",
            "keys with their",
        ),
        ("vision: [a]", ("wrong-type", 1, 9, "[a]"), "this is a list", "without hyphens"),
        ("vision:", ("invalid-value", 1, 1, "vision"), "nothing stands after `vision`", "delete the key"),
        ("vision: ~", ("invalid-value", 1, 9, "~"), "`~` is YAML's word for nothing", "in quotes"),
        ("vision: null", ("invalid-value", 1, 9, "null"), "YAML's word for nothing", "in quotes"),
        ("vision: ''", ("invalid-value", 1, 9, "''"), "no text between the quotes", "delete the key"),
        (
            "values: [{id: a, title: {}}]",
            ("invalid-value", 1, 25, "{}"),
            "no text in this mapping",
            "write it",
        ),
        ("values: [{id: a, title: {en: }}]", ("invalid-value", 1, 26, "en"), "nothing stands after", "write"),
        ("values:\n  -\n", ("invalid-value", 2, 3, "-"), "nothing stands after this hyphen", "the line"),
        ("outcomes: [{id: a, title: b, lead: null}]", ("invalid-value", 1, 36, "null"), "for nothing", ""),
        (
            "outcomes: [{id: a, title: b, themes: [x-y, ~]}]\nthemes: [{id: x-y, title: X}]",
            ("invalid-value", 1, 44, "~"),
            "for nothing",
            "",
        ),
        (
            "  period: {start: 2024, end: 2023-Q4}",
            ("invalid-value", 1, 30, "2023-Q4"),
            "before it starts",
            "swap",
        ),
        ("values:\n  - id: a\n    title: |\n\n", ("invalid-value", 3, 12, "|"), "no text", "delete the key"),
        ("values: [{id: A, title: b}]", ("invalid-id", 1, 15, "A"), "`A` cannot be an id", "`a`"),
        ("values: [{id: a, title: b, fields: {A: 1}}]", ("invalid-id", 1, 37, "A"), "cannot be an id", "`a`"),
        (
            "action_lines: [{id: a, title: b, key_ideas: [Our aim: quiet]}]",
            ("yaml-trap", 1, 46, "Our aim: quiet"),
            "YAML takes `Our aim:` for a key",
            '`"Our aim: quiet"`',
        ),
        (
            "stakeholders: [{id: a, name: b, roles: [Host: 2024]}]",
            ("yaml-trap", 1, 41, "Host: 2024"),
            "YAML takes `Host:` for a key",
            '`"Host: 2024"`',
        ),
    ],
)
def test_one_mistake_one_message(
    plan_of: PlanOf, body: str, expected: tuple[str, int, int, str], words: str, mend: str
) -> None:
    workspace = plan_of(body + "\n")
    (problem,) = workspace.problems
    assert told(problem) == expected
    assert words in problem.message
    assert mend in problem.help


def test_long_values_are_pointed_at_in_their_first_line(plan_of: PlanOf) -> None:
    (problem,) = plan_of("outcomes:\n  - id: a\n    title: b\n    due:\n      - 1\n      - 2\n").problems
    assert told(problem) == ("wrong-type", 5, 7, "- 1")


def test_text_in_the_place_of_a_single_element_is_bound_all_the_same(plan_of: PlanOf) -> None:
    plan = plan_of("values: {id: quiet, title: Quiet}\nthemes: calm\n").plan
    assert [value.id for value in plan.values] == ["quiet"]
    assert plan.themes == ()


def test_ids_in_what_is_not_bound_are_remembered(plan_of: PlanOf) -> None:
    workspace = plan_of("visions:\n  - {id: a, x: [{id: b}]}\nvalues:\n  - [{id: c}]\n")
    assert workspace.index.unread.ids == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("themes: [{id: A, title: b}]", {"theme"}),
        ("themes: [{title: b}]", {"theme"}),
        ("themes: [calm]", {"theme"}),
        ("themes: calm", {"theme"}),
        ("history: [{id: A, title: b}]", {"history"}),
        ("history: [{title: b}]", set()),
        ("outcomes: [{id: a, title: b, budget: [5]}]", set()),
    ],
)
def test_kinds_of_elements_whose_id_is_broken(plan_of: PlanOf, body: str, kinds: set[str]) -> None:
    assert plan_of(body + "\n").index.unread.kinds == kinds


def test_help_for_an_unknown_setting(plan_of: PlanOf, tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "stratkit.yaml").write_text("fail-onn: error\ncolour: blue\n", encoding="utf-8")
    found = [(problem.code, problem.message, problem.help) for problem in plan_of().problems]
    assert found == [
        ("unknown-setting", "a settings file has no key `fail-onn`", "did you mean `fail_on`?"),
        ("unknown-setting", "a settings file has no key `colour`", "docs/format.md lists the settings"),
    ]


def test_what_a_doubled_key_parts_off_is_lost(plan_of: PlanOf) -> None:
    workspace = plan_of("themes:\n  - id: a\n    title: A\n    id: b\n    title: B\n    number: 1\n")
    (theme,) = workspace.plan.themes
    assert (theme.id, theme.title, theme.number) == ("a", "A", None)
    assert "b" in workspace.index.unread.ids
    assert workspace.index.unread.kinds == {"theme"}
