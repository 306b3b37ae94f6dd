"""What a comparison tells besides its changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.check.comparison import Comparison, compare
from stratkit.load.workspace import open_workspace

HEAD = "format: 1\nplan:\n  id: {0}\n  title: T\n  organization: {{name: O}}\n"
IGNORE = "  # stratkit: ignore[{0}] — the minutes were lost\n"
Compared = Callable[..., Comparison]


@pytest.fixture
def compared(tmp_path: Path) -> Compared:
    """Compares a plan of one theme with one of none, whose head ends with some lines."""

    def compare_heads(lines: str, name: str = "new") -> Comparison:
        old, older = (
            HEAD.format(each) + "themes: [{id: quiet, title: Quiet}]\n" for each in ("old", "older")
        )
        for each, text in (("older", older), ("old", old), ("new", HEAD.format(name) + lines)):
            (tmp_path / each).mkdir(exist_ok=True)
            (tmp_path / each / "plan.yaml").write_text(text, encoding="utf-8")
        return compare(open_workspace(tmp_path / "old", tmp_path), open_workspace(tmp_path / "new", tmp_path))

    return compare_heads


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (IGNORE.format("commitment-without-fate") + "  previous: ../old\n", "the minutes were lost"),
        (
            "  previous: ../old  # stratkit: ignore[commitment-without-fate] — the minutes were lost\n",
            "the minutes were lost",
        ),
        ("  # stratkit: ignore[commitment-without-fate]\n  previous: ../old\n", ""),
        (IGNORE.format("duplicate-title") + "  previous: ../old\n", ""),
        (IGNORE.format("commitment-without-fate") + "  url: https://example.org\n  previous: ../old\n", ""),
        (IGNORE.format("commitment-without-fate") + "  previous: ../older\n", ""),
        ("", ""),
    ],
)
def test_silence_has_the_reason_that_its_author_gives(compared: Compared, lines: str, reason: str) -> None:
    assert compared(lines).silence == reason


def test_a_revision_is_not_silent(compared: Compared) -> None:
    lines = IGNORE.format("commitment-without-fate") + "  previous: ../older\n"
    comparison = compared(lines, "old")
    assert comparison.difference.matching.revised
    assert comparison.silence == ""
