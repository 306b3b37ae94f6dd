from __future__ import annotations

import pytest

from stratkit.views.room import Room, lines_of, rows_of


def test_what_fits_is_taken_from_the_front() -> None:
    room = Room(7)
    assert room.take([3, 3, 3, 1], float) == (3, 3)
    assert room.lines == 1
    assert room.take([2, 1], float) == ()


def test_the_richest_version_that_fits_whole_is_taken() -> None:
    made = []

    def make(*items: int) -> tuple[int, ...]:
        made.append(items)
        return items

    makers = [lambda: make(9, 9), lambda: make(3, 3), lambda: make(1, 1)]
    assert Room(7).richest(makers, float) == (3, 3)
    assert made == [(9, 9), (3, 3)]
    assert Room(10).richest(makers[:1], float) == (9,)


@pytest.mark.parametrize(("words", "lines"), [("", 0), ("abc", 1), ("abcd", 2), ("abcdefg", 3)])
def test_lines_of_words(words: str, lines: int) -> None:
    assert lines_of(words, 3) == lines


def test_rows() -> None:
    assert rows_of("abcde", 2) == (("a", "b"), ("c", "d"), ("e",))
    assert rows_of("", 2) == ()


def test_lists_are_dealt_in_turn() -> None:
    assert Room(5).deal([[1, 1, 1], [1], [1, 1, 1]]) == (2, 1, 2)
    assert Room(4).deal([[1, 3, 1], [2, 1]]) == (1, 2)
    assert Room(0).deal([[1], []]) == (0, 0)


def test_letters_of_east_asia_are_wide() -> None:
    assert (lines_of("都市連合", 4), lines_of("été!", 4)) == (2, 1)
