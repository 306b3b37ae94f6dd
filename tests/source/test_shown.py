from __future__ import annotations

import pytest

from stratkit.source.shown import count, display_width, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 都", "plain é 都"),
        ("\x1b[0m", "\\x1b[0m"),
        ("a\u202eb", "a\\u202eb"),
        ("\r\n", "\\x0d\\x0a"),
    ],
)
def test_control_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("都市", 4), ("e\u0301", 1), ("𝒳", 1), ("ｱ", 1)]
)
def test_width(text: str, width: int) -> None:
    assert display_width(text) == width


def test_things_are_counted_in_words() -> None:
    assert [count(number, "plan") for number in (0, 1, 1200)] == ["0 plans", "1 plan", "1,200 plans"]
