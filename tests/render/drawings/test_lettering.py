import pytest

from stratkit.render.drawings.lettering import break_lines, width


def test_width_grows_with_words_and_size() -> None:
    assert 0 < width("Axis", 8) < width("Axis and line", 8) < width("Axis and line", 16)
    assert width("Axis", 16) == pytest.approx(2 * width("Axis", 8))
    assert width("", 8) == 0


def test_lines_fit_and_keep_every_word() -> None:
    words = "Support for the development and implementation of metropolitan governance structures"
    lines = break_lines(words, 30, 8)
    assert len(lines) > 2
    assert " ".join(lines) == words
    assert all(width(line, 8) <= 30 for line in lines)


def test_a_long_word_has_a_line_of_its_own() -> None:
    assert break_lines("a Donaudampfschifffahrtsgesellschaft b", 10, 8) == (
        "a",
        "Donaudampfschifffahrtsgesellschaft",
        "b",
    )
