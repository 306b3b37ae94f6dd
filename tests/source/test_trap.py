"""What YAML misreads silently or refuses: each with its place and its cure."""

import pytest

from stratkit.source.problem import Problem
from stratkit.source.reader import read_tree
from stratkit.source.text import SourceText


def problems(text: str) -> list[Problem]:
    found: list[Problem] = []
    read_tree(SourceText("plan.yaml", text), found)
    return found


def trap(text: str) -> tuple[int, int, str, str, str]:
    """The one trap of a text: its line, column and words, what is said, and the cure."""
    (problem,) = problems(text)
    assert problem.code == "yaml-trap"
    return problem.span.line, problem.span.column, problem.span.text, problem.message, problem.help


STARTS = [
    ('"Quiet" quays', "closes at the next quotation mark", "'\"Quiet\" quays'"),
    ('"Quiet" and "clean"', "closes at the next quotation mark", '\'"Quiet" and "clean"\''),
    ('"Our "quiet" quays"', "closes at the next quotation mark", "'Our \"quiet\" quays'"),
    ("'Quiet' quays", "closes at the next quotation mark", "\"'Quiet' quays\""),
    ("'The harbour's own'", "closes at the next quotation mark", '"The harbour\'s own"'),
    ("[Quiet] quays", "begins a list", '"[Quiet] quays"'),
    ("{Quiet} quays", "begins a mapping", '"{Quiet} quays"'),
    ("* Quiet quays", "repeats a value", '"* Quiet quays"'),
    ("& quiet quays", "names an anchor", '"& quiet quays"'),
    ("%quiet", "may not begin with `%`", '"%quiet"'),
    ("@harbour", "may not begin with `@`", '"@harbour"'),
    ("`quiet` quays", "may not begin with a backtick", ""),
    ("]quiet", "may not begin with `]`", '"]quiet"'),
    (", quiet", "may not begin with a comma", '", quiet"'),
    ("| quiet", "announces a text on the lines below", '"| quiet"'),
    ("> quiet quays", "announces a text on the lines below", '"> quiet quays"'),
    ("- quiet", "begins a list item", '"- quiet"'),
    ("? quiet", "begins a key", '"? quiet"'),
    ("?", "begins a key", '"?"'),
    ("Our aim: quiet quays", "a colon with a space after it ends a key", '"Our aim: quiet quays"'),
    ('"Aim": quiet quays', "a colon with a space after it ends a key", "'\"Aim\": quiet quays'"),
]


@pytest.mark.parametrize(("text", "words", "quoted"), STARTS)
@pytest.mark.parametrize(
    "lead", ["title: ", "é𝒜: 1\ntitle: ", "- id: a\n  title: ", "x:\n  - é: 1\n    title:   "]
)
def test_text_that_starts_with_a_sign(lead: str, text: str, words: str, quoted: str) -> None:
    line, column, span, message, mend = trap(f"{lead}{text}\n")
    assert (line, column, span) == (lead.count("\n") + 1, len(lead) - lead.rfind("\n"), text)
    assert words in message
    assert mend == "put the whole text in quotes" + (f": `{quoted}`" if quoted else "")


@pytest.mark.parametrize(("text", "words", "quoted"), STARTS)
def test_cure_is_read_as_the_text_that_was_meant(text: str, words: str, quoted: str) -> None:
    assert problems(f"title: {quoted or repr(text)}") == []


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: Quiet #quays\n", 1, 4, "Quiet #quays"),
        ("𝒜: é́ #quays\n", 1, 4, "é́ #quays"),
        ("a: [Quiet #quays\n  , x]\n", 1, 5, "Quiet #quays"),
        ("- Quiet\t#quays # really\n", 1, 3, "Quiet\t#quays # really"),
        ("a: Quiet\n  and clean #quays\n", 2, 3, "and clean #quays"),
    ],
)
def test_hash_that_cuts_a_text_off(text: str, line: int, column: int, words: str) -> None:
    *place, span, message, mend = trap(text)
    assert (place, span) == ([line, column], words)
    assert "the text ends before it" in message
    assert mend.startswith("put the whole text in quotes")
    assert mend.endswith("for a comment, write a space after the `#`")


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("a: [#quays]\nb: >-\n  c\n", 5, "#quays"),
        ("a: [b, #quays]\n\n- c: d\n", 8, "#quays"),
        ("a: {b: Quiet #quays, c: d}\n", 8, "Quiet #quays, c: d"),
    ],
)
def test_hash_that_hides_a_bracket(text: str, column: int, words: str) -> None:
    *place, span, message, _ = trap(text)
    assert (place, span) == ([1, column], words)
    assert message.endswith("hides the closing bracket")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [[1] first, second]", "[1] first"),
        ("a: {b: {x} first}", "{x} first"),
        ("a: [@first, second]", "@first"),
        ("a: [b, > first]", "> first"),
    ],
)
def test_sign_that_begins_a_text_in_brackets(text: str, words: str) -> None:
    line, column, span, _, mend = trap(text)
    assert (line, column, span) == (1, text.index(words) + 1, words)
    assert mend == f'put the whole text in quotes: `"{words}"`'


@pytest.mark.parametrize("bound", [">80", ">=80", ">5", "> 80", ">80%", ">-5"])
@pytest.mark.parametrize("text", ["a: {}\nb: c\n", "- a: {}\n  b: c\n", "x:\n  a: {}\n"])
def test_bound_is_to_be_a_number(bound: str, text: str) -> None:
    _, column, span, _, mend = trap(text.format(bound))
    assert (column, span) == (text.splitlines()[-1 if text[0] == "x" else 0].index("{") + 1, bound)
    assert mend.startswith("write the number alone; for a bound use `min:` or `max:`")


@pytest.mark.parametrize("head", [">2", "|2-", ">-", "|+1", ">9+"])
def test_head_of_a_block_is_none(head: str) -> None:
    assert problems(f"a: {head}\n             b\nc: d\n") == []


@pytest.mark.parametrize("text", ["a: [b, !c]", "a: !Medellín", "a: !x!y z"])
def test_tag_stands_where_its_sign_does(text: str) -> None:
    (problem,) = problems(text)
    assert (problem.code, problem.span.column) == ("unsafe-yaml", text.index("!") + 1)


@pytest.mark.parametrize(
    ("text", "line", "column", "empty"),
    [
        ("title: #quays\nx: y\n", 1, 8, "`title` is empty"),
        ("title:   #quays", 1, 10, "`title` is empty"),
        ("- #quays\n- x\n", 1, 3, "the item is empty"),
        ("a:\n  -   #quays\n", 2, 7, "the item is empty"),
    ],
)
def test_hash_that_empties_a_value(text: str, line: int, column: int, empty: str) -> None:
    *place, span, message, mend = trap(text)
    assert (place, span) == ([line, column], "#quays")
    assert message.endswith(empty)
    assert mend == 'put the whole text in quotes: `"#quays"`'


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("- {id: a, title: Quiet, always}", 1, 25, "always"),
        ("- {id: a, title: Quiet, and always so, due: 2025}", 1, 25, "and always so"),
        ("- {id: a,\n   title: Quiet, é}", 2, 18, "é"),
    ],
)
def test_comma_in_braces(text: str, line: int, column: int, words: str) -> None:
    *place, span, message, mend = trap(text)
    assert (place, span) == ([line, column], words)
    assert "a comma ends a text" in message
    assert mend == "put the whole text in quotes"


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("- {id: a, title: Our aim: quiet}", 18, "Our aim: quiet"),
        ("- {title: Our aim: quiet, id: a}", 11, "Our aim: quiet"),
        ("- {a: {title: Our aim: quiet, id: a}, b: c}", 15, "Our aim: quiet"),
        ("a: {en: 'x', fr: Le but: le calme} # x", 18, "Le but: le calme"),
    ],
)
def test_colon_in_braces(text: str, column: int, words: str) -> None:
    line, at, span, message, mend = trap(text)
    assert (line, at, span) == (1, column, words)
    assert "a colon with a space" in message
    assert mend == f'put the whole text in quotes: `"{words}"`'


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("- {id: a, title: ?}", 18, "?"),
        ("- {id: a, title: ? Who, x: y}", 18, "? Who"),
        ("- {id: a, title: - Who}", 18, "- Who"),
    ],
)
def test_question_mark_in_braces(text: str, column: int, words: str) -> None:
    line, at, span, message, mend = trap(text)
    assert (line, at, span) == (1, column, words)
    assert f"starts with `{words[0]}`" in message
    assert mend == f'put the whole text in quotes: `"{words}"`'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: &clean Water", "&clean Water"),
        ("title: &clean\nx: y", "&clean"),
        ("- &clean Water", "&clean Water"),
        ("[&clean Water]", "&clean Water"),
    ],
)
def test_anchor_that_nothing_repeats(text: str, words: str) -> None:
    _, column, span, message, mend = trap(text)
    assert (column, span) == (text.index("&") + 1, words)
    assert "`&clean`" in message
    assert mend == f'put the whole text in quotes: `"{words}"`'


@pytest.mark.parametrize("text", ["title: *quiet", "- *quiet quays", "[x, *quiet]"])
def test_star_that_repeats_nothing(text: str) -> None:
    _, column, span, message, _ = trap(text)
    assert column == text.index("*") + 1
    assert span == text[text.index("*") :]
    assert "takes `*quiet" in message


@pytest.mark.parametrize(
    "text",
    [
        "a: Quiet # quays",
        "a: Quiet #",
        "a: Quiet #! quays",
        "a: C# and R&D, 100% of us* (all) at 12:30?",
        'a: "Quiet" # quays',
        'a: "Quiet" #quays',
        "a: |\n  Quiet #quays: now\n",
        "a: >-\n  - [Quiet] #quays\n",
        "a: ''\nb: # nothing yet\n",
        "a: http://example.org/#quays",
        "a: {b: 'c, d', e: \"f: g\", h: what?}",
        "a: {b: , c: d}",
        "a: -5\nb: -x\nc: ?x",
        "#quays\na: b",
        "a: b\n#quays\n",
        "a:\n#quays\n  b: c",
        "a: &x Water\nb: *x",
    ],
)
def test_near_miss(text: str) -> None:
    assert problems(text) == []
