"""What libyaml refuses, in an author's words and at the place to mend."""

import pytest

from stratkit.source.problem import Problem
from stratkit.source.reader import read_tree
from stratkit.source.text import SourceText


def refusal(text: str) -> Problem:
    found: list[Problem] = []
    assert read_tree(SourceText("plan.yaml", text), found) is None
    (problem,) = found
    assert problem.code == "invalid-yaml"
    return problem


@pytest.mark.parametrize(
    ("text", "place", "words", "message", "mend"),
    [
        ('a: 𝒜\nb: "x\nc: y', (2, 4), '"x', "never closed", "close it at the end"),
        ("a: 'x\nb: y\n", (1, 4), "'x", "never closed", "close it at the end"),
        ('a: "x\nb: "y"\n', (1, 4), '"x', "closed only in line 2", "close it at the end"),
        ('a: x\nb: "x\n\n  y" z\n', (2, 4), '"x', "closed only in line 4", "close it at the end"),
        (r'a: "x\qy"', (1, 6), r"\q", r"`\q` is none", "single quotes"),
        ("a:\n\tb: c", (2, 1), "\t", "a tab", "two for each level"),
        ("a:\n  - b\n\t- c", (3, 1), "\t", "a tab", "two for each level"),
        ("a: [b, c\nd: e", (1, 4), "[", "this `[` is not closed", "`]`"),
        ("a: {b: c\nd: e", (1, 4), "{", "this `{` is not closed", "`}`"),
        ("- {a: {b: c}\n- {a: {b: c}, d: e}", (1, 3), "{", "this `{` is not closed", "`}`"),
        ("title:x\nb: c", (1, 1), "title:", "a space is missing after `title:`", "add it"),
        ('a:x\nb: ["[c](d)"]', (1, 1), "a:", "a space is missing after `a:`", "add it"),
        ("title:x\n\nb: c", (1, 1), "title:", "a space is missing after `title:`", "add it"),
        ("a: {b:}", (1, 5), "b:", "a space is missing after `b:`", "add it"),
        ('- id: "x\n  b: c\n- id: "y"\n', (1, 7), '"x', "closed only in line 3", "close it at the end"),
        ("- id: 'x\n  b: Rue d'Artois\n", (1, 7), "'x", "closed only in line 2", "close it at the end"),
        ('a: {b: "x}\nc: "d"\n', (1, 8), '"x}', "closed only in line 2", "close it at the end"),
        ("- id: a\n- title:x\n  b: c", (2, 3), "title:", "a space is missing after `title:`", "add it"),
        ("a: é\n b: c", (2, 2), "b: c", "does not stand where", "needs quotes"),
        ("a:\n    b: c\n   d: e", (3, 4), "d: e", "does not stand where", "same column"),
        ("a:\n  - b\n  c: d", (3, 3), "c: d", "does not stand where", "same column"),
        ("- a\nb: c", (2, 1), "b: c", "does not stand where", "same column"),
        ("[[[", (1, 4), "", "YAML cannot read this", "look for"),
        ("%x y\na: b", (1, 3), " y", "YAML cannot read this", "look for"),
    ],
)
def test_place_words_and_cure(text: str, place: tuple[int, int], words: str, message: str, mend: str) -> None:
    problem = refusal(text)
    span = problem.span
    assert (span.line, span.column, span.text) == (*place, words)
    assert message in problem.message
    assert mend in problem.help


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(line_end: str) -> None:
    span = refusal(line_end.join(["é: 𝒜", "a: b", " c: d"])).span
    assert (span.line, span.column, span.text) == (3, 2, "c: d")


def test_open_bracket_tells_where_reading_ended() -> None:
    (related,) = refusal("a: [b\nc: d\n").related
    assert (related.span.line, related.note) == (2, "YAML gave up here")


@pytest.mark.parametrize("text", ["a: b\x85 c: d", "a: b\u2028 c: d"])
def test_line_breaks_that_only_yaml_knows(text: str) -> None:
    found: list[Problem] = []
    read_tree(SourceText("plan.yaml", text), found)
    assert [(problem.span.line, problem.span.column) for problem in found] == [(1, 4)]
