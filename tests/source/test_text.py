import pytest

from stratkit.source.text import MAX_SHOWN, SourceText, short

TEXT = "a\nbc\r\n\r\rd\x85\u2028e\n𝒜́x"
"""Line ends of all kinds, YAML's further ones, an astral letter with an accent of its own."""


@pytest.mark.parametrize(
    ("letter", "line", "column"),
    [
        ("a", 1, 1),
        ("b", 2, 1),
        ("c", 2, 2),
        ("d", 5, 1),
        ("e", 5, 4),
        ("𝒜", 6, 1),
        ("\u0301", 6, 2),
        ("x", 6, 3),
    ],
)
def test_lines_end_where_editors_end_them_and_columns_count_code_points(
    letter: str, line: int, column: int
) -> None:
    assert SourceText("t", TEXT).position(TEXT.index(letter)) == (line, column)


def test_lines_without_their_ends() -> None:
    source = SourceText("t", TEXT)
    assert [source.line(number) for number in range(1, 8)] == ["a", "bc", "", "", "d\x85\u2028e", "𝒜́x", ""]


@pytest.mark.parametrize(
    ("text", "offset", "end"),
    [
        ("ab\ncd", 0, 2),
        ("ab\ncd", 2, 2),
        ("ab\ncd", 3, 5),
        ("ab\r\ncd", 1, 2),
        ("ab\r\ncd", 3, 3),
        ("ab\rcd", 0, 2),
        ("", 0, 0),
        ("ab", 2, 2),
        ("ab\n", 3, 3),
    ],
)
def test_end_of_the_line(text: str, offset: int, end: int) -> None:
    assert SourceText("t", text).line_end(offset) == end


def test_span() -> None:
    span = SourceText("plan.yaml", "ab\ncd\nef").span(1, 7)
    assert (span.path, span.line, span.column, span.text) == ("plan.yaml", 1, 2, "b\ncd\ne")
    assert span.end_position == (3, 2)
    assert list(span.lines()) == [1, 2, 3]


def test_span_without_an_end_is_empty() -> None:
    assert SourceText("t", "abc").span(1).text == ""


def test_span_ends_with_the_text() -> None:
    span = SourceText("t", "abc").span(3, 4)
    assert (span.start, span.end) == (3, 3)


def test_long_texts_are_quoted_in_part() -> None:
    assert short("a" * MAX_SHOWN) == "a" * MAX_SHOWN
    assert short("a" * (MAX_SHOWN + 1)) == "a" * (MAX_SHOWN - 1) + "…"


def test_place_and_first_line_of_a_span() -> None:
    source = SourceText("plan.yaml", "one\n  two\nthree")
    span = source.first_line(6, 12)
    assert (span.text, span.place) == ("two", "plan.yaml:2:3")
    assert source.first_line(6, 8).text == "tw"
