from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import Any

import pytest

from stratkit.render.drawings.gantt import Sheet, draw_gantt
from stratkit.render.drawings.lettering import width
from stratkit.views.gantt import Gantt, Stretch, Task
from stratkit.views.ticks import months, quarters
from stratkit.views.tongue import Tongue

FIRST, LAST = date(2022, 1, 1), date(2022, 12, 31)
LONG = "Publish the handbook on participatory budgeting in intermediary cities in four languages"


def task(label: str = "Open the fund", **fields: object) -> Task:
    given = {"label": label, "sentence": f"{label}.", "start": date(2022, 3, 1), "due": date(2022, 5, 31)}
    return Task(**given | fields)  # type: ignore[arg-type]


def drawn(
    *groups: tuple[Task, ...], height: float = 0, lead: str = "Lead", mirrored: bool = False
) -> tuple[Sheet, ...]:
    tongue = Tongue("en")
    stretches = [
        Stretch(head=f"Line {number}", again=f"Line {number} (continued)", tasks=tasks)
        for number, tasks in enumerate(groups, 1)
    ]
    plan = Gantt(
        sentence="A drawing.",
        first=FIRST,
        last=LAST,
        heads=quarters(FIRST, LAST, tongue),
        ticks=months(FIRST, LAST, tongue),
        today=date(2022, 9, 15),
        label_title="Activity",
        lead_title=lead,
        groups=tuple(stretches),
    )
    return draw_gantt(plan, 162, height, mirrored=mirrored)


def xs(path: str) -> list[float]:
    return [float(x) for x in re.findall(r"[MHL](-?[\d.]+)", path)]


def test_a_bar_lies_between_its_days() -> None:
    ((sheet),) = drawn((task(start=FIRST, due=date(2022, 6, 30)), task(start=FIRST, due=LAST)))
    half, whole = (xs(bar.body) for bar in sheet.bars)
    assert (min(whole), max(whole)) == (sheet.left, sheet.right)
    assert max(half) - min(half) == pytest.approx((sheet.right - sheet.left) * 181 / 364, abs=0.2)


def test_a_bar_that_goes_on_is_pointed() -> None:
    ((sheet),) = drawn((task(start=date(2021, 5, 1), due=date(2023, 5, 1)), task()))
    on, within = sheet.bars
    assert on.body.count("L") == 3
    assert within.body.count("L") == 1


@pytest.mark.parametrize(
    ("fields", "drawn_as"),
    [
        ({"due": None}, {"stem"}),
        ({"start": None}, {"stem"}),
        ({"start": None, "due": None}, set()),
        ({"start": date(2024, 1, 1), "due": date(2024, 2, 1)}, set()),
        ({"start": None, "due": date(2024, 2, 1)}, set()),
        ({"milestone": True, "start": None}, {"body"}),
        ({"milestone": True, "start": None, "due": date(2024, 2, 1)}, set()),
        ({"done": date(2022, 6, 20)}, {"body", "done"}),
        ({"late": True}, {"body", "late"}),
        ({"late": True, "due": date(2022, 9, 15)}, {"body"}),
    ],
)
def test_only_what_is_known_is_drawn(fields: dict[str, Any], drawn_as: set[str]) -> None:
    ((sheet),) = drawn((task(**fields),))
    (bar,) = sheet.bars
    assert {name for name in ("body", "stem", "done", "late") if getattr(bar, name)} == drawn_as


def test_sixty_rows_break_into_pieces_that_fit() -> None:
    groups = [tuple(task(f"{LONG} {number}") for number in range(count)) for count in (7, 25, 1, 27)]
    sheets = drawn(*groups, height=200)
    assert len(sheets) > 1
    assert all(sheet.height <= 200.3 for sheet in sheets)
    assert sum(len(sheet.bars) for sheet in sheets) == 60
    for sheet in sheets:
        heads = [label.words for label in sheet.labels if label.strong and label.words.startswith("Line")]
        assert len(heads) == len(sheet.bold)
        # a heading is followed by a row
        assert max(sheet.bold) < max(sheet.rules[:-1])
    again = [label.words for label in chain.from_iterable(sheet.labels for sheet in sheets[1:])]
    assert any(words.endswith("(continued)") for words in again)


def test_without_a_height_all_is_one() -> None:
    assert len(drawn(tuple(task() for _ in range(200)))) == 1


def test_a_row_higher_than_a_page_is_a_piece_of_its_own() -> None:
    sheets = drawn((task(LONG * 9), task()), height=30)
    assert [len(sheet.bars) for sheet in sheets] == [1, 1]


@pytest.mark.parametrize("mirrored", [False, True])
def test_words_stay_in_their_columns(mirrored: bool) -> None:
    ((sheet),) = drawn(
        (task(LONG, lead="Committee on social inclusion, participation and rights", status="at_risk"),),
        mirrored=mirrored,
    )
    for label in sheet.labels:
        if label.anchor == "start" and not label.strong:
            start = 162 - label.x if mirrored else label.x
            assert start + width(label.words, 7.5) < sheet.left
    (mark,) = (bar.mark for bar in sheet.bars)
    assert mark
    assert (mark[0] > 100) == mirrored


def test_leads_can_be_left_out() -> None:
    ((one),), ((other),) = drawn((task(lead="Board"),)), drawn((task(lead="Board"),), lead="")
    assert other.left < one.left
    assert "Board" not in {label.words for label in other.labels}
