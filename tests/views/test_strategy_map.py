from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.strategy_map import MOST, StrategyMap, strategy_map

Opener = Callable[..., Edition]


def drawn(edition: Edition) -> StrategyMap:
    found = strategy_map(edition)
    assert found is not None
    return found


def test_layers_and_ties(edition_of: Opener) -> None:
    found = drawn(edition_of())
    assert [(layer.title, [node.id for node in layer.nodes], layer.ordered) for layer in found.layers] == [
        ("Challenges", ["growth", "trust"], False),
        ("Action lines", ["lead-on"], True),
        ("Axes", ["voice"], True),
        ("Themes", ["equity", "climate"], False),
    ]
    assert {(tie.source, tie.target): tie.count for tie in found.ties} == {
        ("growth", "lead-on"): 1,
        ("trust", "lead-on"): 1,
        ("lead-on", "voice"): 3,
        ("voice", "climate"): 3,
        ("voice", "equity"): 1,
    }
    assert found.reading
    assert "2 challenges, 1 action line, 1 axis, 2 themes" in found.sentence


def test_axes_have_the_colour_of_their_line(edition_of: Opener) -> None:
    body = "action_lines:\n" + "".join(
        f"  - {{id: l{n}, title: L, axes: [{{id: a{n}, title: A}}]}}\n" for n in range(7)
    )
    lines, axes = drawn(edition_of(body)).layers
    assert [node.tone for node in lines.nodes] == [1, 2, 3, 4, 5, 6, 1]
    assert [node.tone for node in axes.nodes] == [node.tone for node in lines.nodes]


def test_table_tells_what_the_drawing_shows(edition_of: Opener) -> None:
    rows = drawn(edition_of()).rows
    assert [(row.head.words, [(to.words, count) for to, count in row.ties]) for row in rows] == [
        ("Growth", [("Lead on", 1)]),
        ("Trust", [("Lead on", 1)]),
        ("Lead on", [("Voice", 3)]),
        ("Voice", [("Climate", 3), ("Equity", 1)]),
    ]


def test_a_layer_without_ties_is_no_map(edition_of: Opener) -> None:
    line = "action_lines: [{id: l, title: L}]\n"
    assert strategy_map(edition_of(line)) is None
    assert strategy_map(edition_of(line + "themes: [{id: t, title: T}]\n")) is None


def test_too_many_elements_are_no_map(edition_of: Opener) -> None:
    axes = "".join(f"      - {{id: a{n}, title: A}}\n" for n in range(MOST + 1))
    body = f"action_lines:\n  - id: l\n    title: L\n    axes:\n{axes}"
    assert strategy_map(edition_of(body)) is None
