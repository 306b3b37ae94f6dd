from __future__ import annotations

from collections.abc import Callable

from stratkit.load.workspace import Workspace
from stratkit.views.poster import poster_view

Opener = Callable[..., Workspace]
TIED = """
challenges: [{id: c, title: Growth}]
action_lines:
  - {id: l, title: Lead on, outcomes: [{id: o, title: A code, challenges: [c]}]}
vision: {statement: We see far. And farther.}
"""


def test_the_map_and_the_vision(plan_of: Opener) -> None:
    found = poster_view(plan_of(TIED))
    assert found.map is not None
    assert [node.link.target for layer in found.map.layers for node in layer.nodes] == ["", ""]
    assert found.purpose is not None
    assert found.purpose.words == "We see far. And farther."


def test_lists_stand_where_no_map_can_be_drawn(plan_of: Opener) -> None:
    found = poster_view(plan_of("action_lines: [{id: l, title: Alone}]\nthemes: [{id: t, title: T}]\n"))
    assert found.map is None
    assert found.purpose is None
    assert [(one.title, one.count, [item.title for item in one.items]) for one in found.lists] == [
        ("Action line", 1, ["Alone"]),
        ("Theme", 1, ["T"]),
    ]
    assert (found.beside, found.ample) == (2, True)


def test_long_lists_are_cut_and_counted(plan_of: Opener) -> None:
    body = "themes:\n" + "".join(f"  - {{id: t{n}, title: Theme {n}}}\n" for n in range(60))
    found = poster_view(plan_of(body))
    (block,) = found.lists
    assert not found.ample
    assert 9 < len(block.items) < 60
    assert block.more == f"and {60 - len(block.items)} more in the plan"


def test_chapters_stand_alone_only(plan_of: Opener) -> None:
    chapters = "chapters: [{id: c, title: A chapter}]\n"
    assert [one.title for one in poster_view(plan_of(chapters)).lists] == ["Chapter"]
    found = poster_view(plan_of(chapters + "themes: [{id: t, title: T}]\n"))
    assert [one.title for one in found.lists] == ["Theme"]


def test_what_is_not_drawn_is_counted(plan_of: Opener) -> None:
    more = (
        "outcomes: [{id: apart, title: Apart}, {id: half, title: Half, challenges: [c]}]\n"
        "indicators: [{id: i, title: I}]\n"
    )
    assert poster_view(plan_of(TIED)).undrawn == ""
    assert poster_view(plan_of(TIED + more)).undrawn == "Not drawn: 2 outcomes, 1 indicator"
    found = poster_view(plan_of("themes: [{id: t, title: T}]\n" + more.replace(", challenges: [c]", "")))
    assert found.map is None
    assert found.undrawn == "Not drawn: 1 indicator"
