import pytest

from stratkit.source.node import Mapping, Node, Scalar, Sequence
from stratkit.source.problem import Problem
from stratkit.source.reader import MAX_DEPTH, MAX_NODES, read_tree
from stratkit.source.text import SourceText


def read(text: str, **limits: int) -> tuple[Node | None, list[Problem]]:
    problems: list[Problem] = []
    return read_tree(SourceText("plan.yaml", text), problems, **limits), problems


def plain(node: Node | None) -> object:
    """A tree as lists, dictionaries and strings."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node else None


def fault(text: str, **limits: int) -> tuple[str, int, int, str]:
    """The one problem of a text: its code, line, column and words."""
    _, problems = read(text, **limits)
    assert len(problems) == 1
    (problem,) = problems
    return problem.code, problem.span.line, problem.span.column, problem.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: no\nb: 1.10\nc: 012\nd: 12:30\ne: 2021-09-30",
            {"a": "no", "b": "1.10", "c": "012", "d": "12:30", "e": "2021-09-30"},
        ),
        ("a: [1, two]\nb: {c: d}", {"a": ["1", "two"], "b": {"c": "d"}}),
        (
            "a: 'it''s'\nb: \"\\u00e9\"\nc: |\n  x\n  y\nd: >\n  x\n  y\n",
            {"a": "it's", "b": "é", "c": "x\ny\n", "d": "x y\n"},
        ),
        ("a: &x [1]\nb: *x", {"a": ["1"], "b": ["1"]}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a: !  b", {"a": "b"}),
        ("a:\nb: ''\nc: ~", {"a": "", "b": "", "c": "~"}),
        ("just text", "just text"),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("", None),
        ("# nothing\n", None),
    ],
)
def test_everything_stays_the_text_it_is(text: str, expected: object) -> None:
    node, problems = read(text)
    assert (plain(node), problems) == (expected, [])


def entry(node: Node | None, key: str) -> tuple[Scalar, Node]:
    assert isinstance(node, Mapping)
    return node.entries[key]


@pytest.mark.parametrize(
    "text",
    [
        "x: y\nkey: value\n",
        "x: y\r\nkey: value\r\n",
        "\u00e9\u0301: 𝒜𝒜\nkey: value",
        "{x: 𝒜, key: value}",
        "x: a\x85 b\nkey: value",
        "x: a\u2028 b\nkey: value",
        "x: 'a\n\n  b'\nkey: value # note",
        "key: value\ny: z",
        "x: |\n  𝒜\n\nkey: value\n\n\n",
    ],
)
def test_offsets_lead_to_the_words(text: str) -> None:
    node, problems = read(text)
    key, value = entry(node, "key")
    assert problems == []
    assert (text[key.start : key.end], text[value.start : value.end]) == ("key", "value")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("key: 'it''s' # x", "'it''s'"),
        ("key: |\n  a\n  b\n\nx: y", "|\n  a\n  b"),
        ("key: [a,\n b] # x", "[a,\n b]"),
        ("key: {a: b}\nx: y", "{a: b}"),
        ("key:\n  - a\n  - b\n\nx: y", "- a\n  - b"),
        ("key:\n  a: b\n  c: d # x\nx: y", "a: b\n  c: d"),
        ("key: &a value\nx: *a", "value"),
        ("key: &a   value\nx: *a", "value"),
    ],
)
def test_offsets_of_values(text: str, value: str) -> None:
    node, problems = read(text)
    _, found = entry(node, "key")
    assert problems == []
    assert text[found.start : found.end] == value


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: !tag b", 1, 4, "a YAML tag"),
        ("- a\n- !!str b", 2, 3, "a YAML tag"),
        ("a: &x !!binary b", 1, 7, "a YAML tag"),
        ("!plan\na: b", 1, 1, "a YAML tag"),
        ("a: !<tag:x> {b: c}", 1, 4, "a YAML tag"),
        ("a: &a {b: c}\nd: {<<: *a}", 2, 5, "merge keys"),
        ("a: b\n---\nc: d", 2, 1, "a second document"),
        ("? [a]\n: b", 1, 3, "a key has to be a word"),
        ("{{a: b}: c}", 1, 2, "a key has to be a word"),
        ("é: b\n?\n: c", 2, 2, "a key is missing"),
        ("&a [*a]", 1, 5, "stands inside what it repeats"),
        ("a: &x\n  b: &y\n    c: *x", 3, 8, "stands inside what it repeats"),
    ],
)
def test_what_hides_or_repeats_is_refused(text: str, line: int, column: int, words: str) -> None:
    code, *place, message = fault(text)
    assert (code, place) == ("unsafe-yaml", [line, column])
    assert words in message
    assert read(text)[0] is None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: 1\nb: 2\na: 3", 3, 1), ("x:\n  {a: 1, 'a': 2}", 2, 10), ("- é: 1\n  é: 2", 2, 3)],
)
def test_duplicate_key_points_to_the_first(text: str, line: int, column: int) -> None:
    node, (problem,) = read(text)
    assert (problem.code, problem.span.line, problem.span.column) == ("duplicate-key", line, column)
    (related,) = problem.related
    assert related.note == "the first is here"
    assert related.span.start < problem.span.start
    assert related.span.text == problem.span.text.strip("'")
    assert "1" in str(plain(node))


def test_same_key_in_two_places_is_no_duplicate() -> None:
    assert read("- a: 1\n- a: 2\n- b: {a: 3}")[1] == []


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_depth(opening: str, closing: str) -> None:
    def nested(depth: int) -> str:
        return opening * depth + "x" + closing * depth

    assert read(nested(MAX_DEPTH))[1] == []
    code, line, column, message = fault(nested(MAX_DEPTH + 1))
    assert (code, line, column) == ("unsafe-yaml", 1, len(opening) * MAX_DEPTH + 1)
    assert str(MAX_DEPTH) in message


@pytest.mark.parametrize("opening", ["[", "{", "{a: ", "- ", "? "])
def test_a_million_levels_are_refused(opening: str) -> None:
    code, line, column, _ = fault(opening * (1_000_000 // len(opening)))
    assert (code, line, column) == ("unsafe-yaml", 1, len(opening) * MAX_DEPTH + 1)


def test_number_of_values() -> None:
    text = "[" + "a," * 9 + "]"
    assert read(text, max_nodes=10)[1] == []
    assert fault(text, max_nodes=9) == ("unsafe-yaml", 1, 18, "the file holds more than 9 values")


def test_repeated_values_count_each_time() -> None:
    text = "a: &a [x, x]\nb: *a\nc: *a\n"
    assert read(text, max_nodes=13)[1] == []
    code, line, column, message = fault(text, max_nodes=12)
    assert (code, line, column) == ("unsafe-yaml", 3, 4)
    assert "with its repetitions" in message


def test_billion_laughs() -> None:
    lines = ["a0: &a0 [" + "x, " * 9 + "x]"]
    lines += [f"a{n}: &a{n} [" + f"*a{n - 1}, " * 9 + f"*a{n - 1}]" for n in range(1, 10)]
    assert fault("\n".join(lines))[:2] == ("unsafe-yaml", 6)


def test_default_number_of_values() -> None:
    assert read("[" + "a," * (MAX_NODES - 1) + "]")[1] == []
    assert fault("[" + "a," * MAX_NODES + "]")[0] == "unsafe-yaml"


@pytest.mark.parametrize(
    ("text", "line", "column", "name"),
    [
        ("a: b\x00", 1, 5, "U+0000"),
        ("a: b\nc: \x1b[31m", 2, 4, "U+001B"),
        ("𝒜: \x7f", 1, 4, "U+007F"),
        ("a: \ufeffb", 1, 4, "U+FEFF"),
        ("a: \ufffe", 1, 4, "U+FFFE"),
        ("a: b\x0bc", 1, 5, "U+000B"),
    ],
)
def test_invisible_characters(text: str, line: int, column: int, name: str) -> None:
    code, *place, message = fault(text)
    assert (code, place) == ("invalid-yaml", [line, column])
    assert name in message


def test_several_faults_are_all_told() -> None:
    _, problems = read("a: x #y\na: 1\nb: &c d\n")
    assert [(p.code, p.span.line) for p in problems] == [
        ("yaml-trap", 1),
        ("duplicate-key", 2),
        ("yaml-trap", 3),
    ]


def test_what_ends_the_reading_explains_its_line() -> None:
    assert fault("a: {b} c")[:3] == ("yaml-trap", 1, 4)
