"""From the commitments of one plan to those of the next: what is drawn, and that it adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from stratkit.views.comparison import ComparisonView
from stratkit.views.ends import ORDER
from stratkit.views.flow import END, FRESH, HEIR, LONGEST, OLD, ROWS, Flow

Compared = Callable[..., ComparisonView]


def flow_of(view: ComparisonView) -> Flow:
    assert view.flow is not None
    return view.flow


def names(flow: Flow, side: int) -> list[str]:
    return [node.id for node in flow.layers[side].nodes]


def words(flow: Flow, side: int) -> list[str]:
    return [node.link.words for node in flow.layers[side].nodes]


def several(kind: str, numbers: range) -> str:
    """Elements of a kind, with numbers for titles."""
    listed = "".join(f"  - {{id: {kind[0]}{n}, title: {kind} {n}}}\n" for n in numbers)
    return f"{kind}:\n{listed}" if listed else ""


def outcomes(count: int) -> str:
    return several("outcomes", range(count))


def everything(numbers: range) -> str:
    return "".join(several(kind, numbers) for kind in ("themes", "challenges", "outcomes", "programmes"))


@pytest.mark.parametrize(("before", "after"), [(500, 500), (500, 0), (0, 500), (500, 3), (19, 19), (21, 40)])
def test_never_more_boxes_than_there_is_room_for(compared: Compared, before: int, after: int) -> None:
    old = "themes: [{id: t, title: T}]\n" + outcomes(before)
    flow = flow_of(compared(old, outcomes(after)))
    assert max(len(layer.nodes) for layer in flow.layers) <= ROWS
    assert sum(tie.count for tie in flow.ties) == before + 1


def test_no_more_of_them_with_many_kinds(compared: Compared) -> None:
    flow = flow_of(compared(everything(range(12)), everything(range(6, 18))))
    assert max(len(layer.nodes) for layer in flow.layers) <= ROWS
    assert sum(tie.count for tie in flow.ties) == 48


def test_ids_that_both_plans_have_do_not_meet(compared: Compared) -> None:
    flow = flow_of(compared(outcomes(3), outcomes(3)))
    assert names(flow, 0) == [f"{OLD}o{n}" for n in range(3)]
    assert names(flow, 1) == [f"{HEIR}o{n}" for n in range(3)]
    assert {(tie.source, tie.target) for tie in flow.ties} == {
        (f"{OLD}o{n}", f"{HEIR}o{n}") for n in range(3)
    }


def test_every_tie_joins_two_boxes_and_every_box_is_named(showcase: ComparisonView) -> None:
    flow = flow_of(showcase)
    old, new = (names(flow, side) for side in (0, 1))
    assert len({*old, *new}) == len(old) + len(new)
    assert {tie.source for tie in flow.ties} == set(old)
    assert {tie.target for tie in flow.ties} <= set(new)
    assert {name for name in new if name.startswith(FRESH)} == set(new) - {tie.target for tie in flow.ties}
    assert all(node.link.words for layer in flow.layers for node in layer.nodes)


def test_bands_add_up_to_what_is_told(showcase: ComparisonView) -> None:
    flow = flow_of(showcase)
    reached = Counter[str]()
    for tie in flow.ties:
        if tie.target.startswith(END):
            reached[tie.target.removeprefix(END)] += tie.count
    ends = {end.key: int(end.count) for end in showcase.ends}
    assert {key: reached[key] for key in ORDER if key != "carried" and key in ends} == {
        key: count for key, count in ends.items() if key != "carried"
    }
    rows = [
        row
        for kind in showcase.commitments
        for some in (kind.rows, *(other.items for other in kind.others))
        for row in some
    ]
    heirs = sum(len(row.heirs) for row in rows if not row.asked)
    assert sum(tie.count for tie in flow.ties if tie.target.startswith(HEIR)) == heirs


def test_the_smallest_kinds_stand_by_themselves(compared: Compared) -> None:
    old = "themes: [{id: quiet, title: Quiet}]\n" + outcomes(60)
    flow = flow_of(compared(old, old))
    assert words(flow, 0) == ["Quiet", "60 outcomes"]
    assert words(flow, 1) == ["Quiet", "60 outcomes"]


def test_one_that_was_split_is_tied_to_each_heir(compared: Compared) -> None:
    new = "outcomes: [{id: a, title: A, succeeds: [o0]}, {id: b, title: B, succeeds: [o0]}]\n"
    flow = flow_of(compared(outcomes(1), new))
    assert [(tie.source, tie.target, tie.count) for tie in flow.ties] == [
        (f"{OLD}o0", f"{HEIR}a", 1),
        (f"{OLD}o0", f"{HEIR}b", 1),
    ]


def test_what_is_new_is_counted_and_reached_by_nothing(compared: Compared) -> None:
    flow = flow_of(compared(outcomes(1), outcomes(1) + "themes: [{id: t, title: T}, {id: u, title: U}]\n"))
    assert words(flow, 1) == ["outcomes 0", "Without a forebear: 2 themes"]
    assert {tie.target for tie in flow.ties} == {f"{HEIR}o0"}


def test_a_long_title_is_cut(compared: Compared) -> None:
    old = f"outcomes: [{{id: o, title: {'A title that goes on ' * 12}}}]\n"
    flow = flow_of(compared(old, old))
    assert all(len(said) <= LONGEST for side in (0, 1) for said in words(flow, side))


def test_the_drawing_is_told_in_a_sentence(compared: Compared) -> None:
    sentence = "Drawing: what became of the commitments from 2018–2021 to 2022–2025: "
    flow = flow_of(compared(outcomes(3), outcomes(1)))
    assert flow.sentence == f"{sentence}Carried on 1, No fate recorded 2."
    assert [layer.title for layer in flow.layers] == ["2018–2021", "2022–2025"]
