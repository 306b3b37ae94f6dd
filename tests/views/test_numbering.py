from __future__ import annotations

from collections.abc import Callable

import pytest

from stratkit.views.edition import Edition

NAMED = "  numbering: named\n  labels: {action_line: {one: Action Line, short: Line}}\n"


@pytest.mark.parametrize(
    ("header", "target", "label", "code"),
    [
        (NAMED, "lead-on", "Action Line 1", "1"),
        (NAMED, "voice", "Line 1 Axis 1", "1.1"),
        (NAMED, "forum", "1.1.2", "1.1.2"),
        (NAMED, "late", "1.1.3", "1.1.3"),
        (NAMED, "fund", "1.9", "1.9"),
        (NAMED, "own", "", ""),
        ("", "lead-on", "1", "1"),
        ("", "code", "1.1.1", "1.1.1"),
        ("", "fund", "9", "9"),
        ("  numbering: none\n", "code", "", ""),
        ("  numbering: none\n", "fund", "9", "9"),
    ],
)
def test_numbers(edition_of: Callable[..., Edition], header: str, target: str, label: str, code: str) -> None:
    number = edition_of(header=header).numbering.of(target)
    assert (number.label, number.code) == (label, code)


def test_outcomes_beside_axes_go_on_counting(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(
        "action_lines:\n  - {id: a, title: A, axes: [{id: b, title: B}], outcomes: [{id: c, title: C}]}\n"
    )
    assert [edition.numbering.of(target).code for target in "abc"] == ["1", "1.1", "1.2"]
