from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.promises import promises
from stratkit.views.room import Room

Opener = Callable[..., Edition]


def lines(number: int, axes: int) -> str:
    return "action_lines:\n" + "".join(
        f"  - id: l{n}\n    title: Line {n}\n    axes:\n"
        + "".join(
            f"      - {{id: l{n}a{a}, title: Axis {a}, outcomes: [{{id: l{n}a{a}o, title: Outcome {n}.{a}}}, "
            f"{{id: l{n}a{a}p, title: Second {n}.{a}}}]}}\n"
            for a in range(axes)
        )
        for n in range(number)
    )


def test_counts_axes_and_a_few_outcomes(edition_of: Opener) -> None:
    found = promises(edition_of(), Room(50))
    (line,) = found.items
    assert line.sums == ("4 outcomes", "1 axis")
    assert [(axis.brief.title, axis.brief.code, axis.count) for axis in line.axes] == [("Voice", "1.1", 3)]
    assert [outcome.title for outcome in line.outcomes] == ["A code", "A forum", "A late one", "A fund"]
    assert line.outcomes_more == ""


def test_one_outcome_of_each_axis_goes_before_a_second(edition_of: Opener) -> None:
    found = promises(edition_of(lines(1, 7)), Room(60))
    assert [outcome.title for outcome in found.items[0].outcomes] == [f"Outcome 0.{a}" for a in range(6)]
    assert found.items[0].outcomes_more == "and 8 more in the plan"


def test_detail_is_left_out_before_lines_are(edition_of: Opener) -> None:
    edition = edition_of(lines(9, 6))
    ample, close, narrow = (promises(edition, Room(room)) for room in (200, 42, 9))
    assert [len(found.items) for found in (ample, close, narrow)] == [9, 9, 3]
    assert len(ample.items[0].axes) == 6
    assert (len(close.items[0].axes), close.items[0].axes_more) == (3, "and 3 more in the plan")
    assert narrow.more == "and 6 more in the plan"


def test_lines_stand_beside_one_another(edition_of: Opener) -> None:
    assert [promises(edition_of(lines(n, 1)), Room(99)).beside for n in (1, 2, 3, 4, 5)] == [1, 2, 3, 2, 3]
    assert promises(edition_of("themes: [{id: t, title: T}]\n"), Room(99)).items == ()
