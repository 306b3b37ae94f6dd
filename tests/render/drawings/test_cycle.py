from __future__ import annotations

from itertools import pairwise

from stratkit.render.drawings.cycle import Cycle, draw_cycle
from stratkit.render.drawings.lettering import width
from stratkit.views.entry import Entry, Link
from stratkit.views.reporting import Duty, Reporting


def duty(title: str, *, by: str = "", judge: str = "", recurs: bool = False) -> Duty:
    return Duty(
        entry=Entry(heading=title),
        when="Every year" if recurs else "2023",
        recurs=recurs,
        prepared_by=Link(words=by) if by else None,
        reviewed_by=Link(words=judge) if judge else None,
    )


def drawn(*duties: Duty, mirrored: bool = False) -> Cycle:
    plan = Reporting(
        part="reporting",
        anchor="_reporting",
        title="Reporting",
        duties=duties,
        sentence="A drawing.",
        report_title="Report",
        prepared_title="Prepared by",
        reviewed_title="Reviewed by",
    )
    return draw_cycle(plan, 162, mirrored=mirrored)


def test_a_report_leads_from_who_prepares_it_to_who_reviews_it() -> None:
    drawing = drawn(duty("Report", by="Office", judge="Board", recurs=True))
    assert [[line.words for line in stop.lines] for stop in drawing.stops] == [
        ["Office"],
        ["Report", "Every year"],
        ["Board"],
    ]
    assert [stop.report for stop in drawing.stops] == [False, True, False]
    assert all(one.x + one.width < other.x for one, other in pairwise(drawing.stops))
    assert len(drawing.arrows) == 3


def test_what_comes_once_does_not_lead_back() -> None:
    once, again = drawn(duty("R", judge="Board")), drawn(duty("R", judge="Board", recurs=True))
    assert (len(once.stops), len(once.arrows), len(again.arrows)) == (2, 1, 2)
    assert once.height < again.height


def test_what_names_nobody_is_left_to_the_table() -> None:
    drawing = drawn(duty("Work plan"), duty("Report", by="Office"))
    assert [line.words for stop in drawing.stops for line in stop.lines] == ["Office", "Report", "2023"]


def test_words_stay_inside_their_boxes_and_rows_apart() -> None:
    title = "A report on everything that has been done in all of the parts of the plan"
    drawing = drawn(*(duty(title, by=title, judge=title, recurs=True) for _ in range(3)))
    for stop in drawing.stops:
        assert all(stop.x <= line.x for line in stop.lines)
        assert all(line.x + width(line.words, 7.5) <= stop.x + stop.width for line in stop.lines)
        assert all(stop.y < line.y < stop.y + stop.height for line in stop.lines)
    rows = sorted({(stop.y, stop.height) for stop in drawing.stops})
    assert len(rows) == 3
    assert all(y + height < below for (y, height), (below, _) in pairwise(rows))
    assert rows[-1][0] + rows[-1][1] < drawing.height


def test_words_are_turned_and_boxes_left_to_be() -> None:
    one, other = (drawn(duty("R", by="Office"), mirrored=mirrored) for mirrored in (False, True))
    assert {round(a.x + b.x, 2) for a, b in zip(one.heads, other.heads, strict=True)} == {162}
    assert [stop.x for stop in one.stops] == [stop.x for stop in other.stops]
