from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.theme_index import theme_index

Opener = Callable[..., Edition]
THEMES = "themes: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}]\n"
OUTCOMES = """
outcomes:
  - {id: fund, title: A fund, themes: [c, a], reading: [themes]}
action_lines:
  - {id: line, title: Line, themes: [b], outcomes: [{id: code, title: A code, themes: [a]}]}
"""


def test_themes_stand_with_their_outcomes(edition_of: Opener) -> None:
    found = theme_index(edition_of(THEMES + OUTCOMES))
    assert found is not None
    assert found.title == "Index: outcomes by theme"
    assert [
        (heading.theme.target, [link.target for link in heading.outcomes]) for heading in found.headings
    ] == [("a", ["code", "fund"]), ("b", ["code"]), ("c", ["fund"])]
    assert found.reading


def test_only_what_is_printed_is_indexed(edition_of: Opener) -> None:
    outline = "outline: [themes, action_lines]\n"
    assert theme_index(edition_of(outline + THEMES + OUTCOMES)) is None


def test_two_themes_need_no_index(edition_of: Opener) -> None:
    assert theme_index(edition_of(THEMES + OUTCOMES.replace("[c, a]", "[a]"))) is None
