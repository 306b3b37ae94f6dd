"""Where a stretch of a YAML text stands in its file."""

import pytest

from stratkit.source.node import Mapping, Scalar
from stratkit.source.place import placing
from stratkit.source.reader import read_tree
from stratkit.source.text import SourceText


def scalar_in(text: str) -> tuple[SourceText, Scalar]:
    source = SourceText("plan.yaml", text)
    root = read_tree(source, [])
    assert isinstance(root, Mapping)
    value = root.entries["text"][1]
    assert isinstance(value, Scalar)
    return source, value


@pytest.mark.parametrize(
    "text",
    [
        "text: one two three",
        "text: 'one two three'",
        'text: "one two three"',
        "text: one\n  two\n  three",
        "text: |\n    one\n      two\n\n    three\n",
        "text: >- # folded\n    one\n    two three\n",
        "text: |\r\n  one\r\n  two\r\n  three\r\n",
        "text: &anchor one two three",
        "text: 'one\n\n  two three'",
    ],
)
def test_words_are_found_where_they_are_written(text: str) -> None:
    source, scalar = scalar_in(text)
    find = placing(source, scalar)
    for word in ("one", "two", "three"):
        start = scalar.text.index(word)
        span = find(start, start + len(word))
        assert span.text == word
        assert span.start == text.rindex(word)


def test_where_escapes_hide_the_place_it_is_the_first_line() -> None:
    source, scalar = scalar_in('text: "one\\ttwo\n  three"')
    assert placing(source, scalar)(4, 7).text == '"one\\ttwo'


def test_an_empty_stretch_is_a_place_between_characters() -> None:
    source, scalar = scalar_in("text: one two")
    assert placing(source, scalar)(4, 4) == source.span(10)
    assert placing(source, scalar)(7, 7) == source.span(13)
