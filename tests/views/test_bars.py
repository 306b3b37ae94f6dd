from __future__ import annotations

from collections.abc import Callable

from stratkit.views.bars import Bars, bars
from stratkit.views.edition import Edition

Opener = Callable[..., Edition]
AXES = """
action_lines:
  - id: lead-on
    title: Lead on
    axes:
      - id: voice
        title: Voice
        outcomes: [{id: code, title: A code}]
        axes: [{id: inner, title: Inner, outcomes: [{id: forum, title: A forum}]}]
      - {id: quiet, title: Quiet}
  - id: save
    title: Save
    axes: [{id: money, title: Money, outcomes: [{id: fund, title: A fund}]}]
"""
OWN = "  - {id: alone, title: Alone}\n"


def shown(edition: Edition, *, tabled: bool = False) -> Bars:
    found = bars(edition, tabled=tabled)
    assert found is not None
    return found


def test_axes_count_what_is_further_in(edition_of: Opener) -> None:
    found = shown(edition_of(AXES))
    assert [(group.head.words, group.count) for group in found.groups] == [("Lead on", 2), ("Save", 1)]
    assert [[(bar.head.code, bar.count, bar.tone) for bar in group.bars] for group in found.groups] == [
        [("1.1", 2, 1), ("1.2", 0, 1)],
        [("2.1", 1, 2)],
    ]
    assert (found.title, found.place_title) == ("Outcomes by axis", "Axis")
    assert found.sentence == "Drawing: a bar for each count of outcomes. 1.1: 2; 1.2: 0; 2.1: 1."


def test_outcomes_beside_axes_are_a_bar_of_the_line(edition_of: Opener) -> None:
    (group,) = shown(
        edition_of(AXES.partition("  - id: save")[0] + "    outcomes: [{id: own, title: Own}]\n")
    ).groups
    assert [(bar.head.words, bar.count) for bar in group.bars] == [("Voice", 2), ("Quiet", 0), ("Lead on", 1)]
    assert group.count == 3


def test_a_line_without_axes_is_a_bar(edition_of: Opener) -> None:
    found = shown(edition_of(AXES + OWN), tabled=True)
    assert [bar.count for bar in found.groups[-1].bars] == [0]
    assert found.title == "Outcomes by action line and axis"
    assert not found.tabled


def test_a_table_elsewhere_is_enough_for_axes(edition_of: Opener) -> None:
    assert shown(edition_of(AXES), tabled=True).tabled
    assert not shown(edition_of(AXES)).tabled


def test_two_bars_are_not_drawn_nor_empty_ones(edition_of: Opener) -> None:
    assert bars(edition_of("action_lines:\n" + OWN + OWN.replace("alone", "other"))) is None
    three = "".join(OWN.replace("alone", name) for name in ("a", "b", "c"))
    assert bars(edition_of("action_lines:\n" + three)) is None
    assert bars(edition_of("themes: [{id: t, title: T}]\n")) is None
