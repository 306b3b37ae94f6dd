"""The first page of a board's report: one page, whatever the plan, with all it leaves out counted."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pypdf
import pytest
from tests.documents.test_kinds import heights, squeeze, text_of

from stratkit import shipped
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.render.catalogues import speak
from stratkit.render.page import page_for_paper
from stratkit.render.paper import print_pdf
from stratkit.views.board import BoardView, board_view
from stratkit.views.colophon import Printing

DAY = date(2023, 3, 1)
WORDS = {
    "en": "goes on and on, with words of some length, until nobody would go on reading it and then some more",
    "fr": "se poursuit sans fin, avec des mots d’une certaine longueur, jusqu’à ce que plus personne ne lise",
    "ar": "يستمر دون نهاية بكلمات طويلة بعض الشيء حتى لا يبقى أحد راغبًا في مواصلة القراءة ثم يستمر بعد ذلك",
}
STATUSES = ("on_track", "off_track", "at_risk", "completed", "on_track", "discontinued")
LEADING = 10
"""The points from line to line in the last words of the first page."""


def crowded(count: int, words: str, language: str) -> str:
    """A plan of so many outcomes in five action lines, with two reports, milestones, risks and decisions."""

    def outcome(n: int) -> dict[str, Any]:
        named = {"lead": "office"} if n % 5 else {}
        return named | {
            "id": f"outcome{n}",
            "title": f"{n} {words}",
            "due": "2022" if n % 9 == 4 else "2024",
            "milestones": [{"id": f"milestone{n}", "title": f"{n} {words}", "due": f"2022-{n % 12 + 1:02}"}],
            "indicators": [
                {
                    "id": f"indicator{n}",
                    "title": f"{n} {words}",
                    "direction": "increase",
                    "baseline": {"date": "2020", "value": "0"},
                    "targets": [{"date": "2024", "value": "100"}],
                }
            ],
        }

    def update(year: int, shift: int) -> dict[str, Any]:
        told = [n for n in range(count) if (n + shift) % 7]
        return {
            "id": f"report{year}",
            "period": f"{year}",
            "date": f"{year + 1}-02-10",
            "entries": [{"about": f"outcome{n}", "status": STATUSES[(n + shift) % 6]} for n in told],
            "readings": [{"indicator": f"indicator{n}", "value": f"{(n * 7 + shift) % 120}"} for n in told],
        }

    lines = [
        {"id": f"line{k}", "title": f"{k} {words}", "outcomes": [outcome(n) for n in range(k, count, 5)]}
        for k in range(min(5, count))
    ]
    plan = {
        "format": "1",
        "plan": {
            "id": "crowded",
            "title": f"{words} {words}"[:180],
            "language": language,
            "organization": {"name": words},
            "period": {"start": "2021", "end": "2024"},
            "reporting": [{"title": words, "cadence": "yearly"}],
        },
        "stakeholders": [{"id": "office", "name": words}],
        "action_lines": lines,
        "risks": [{"id": "risk", "title": words, "threatens": ["outcome1"], "response": words}],
        "decisions": [
            {
                "id": f"decision{n}",
                "title": f"{n} {words}",
                "date": "2022-06",
                "follow_up": [{"text": f"{n} {words}", "due": "2022-12", "lead": "office"}],
            }
            for n in range(1 + count // 10)
        ],
        "updates": [update(2021, 0), update(2022, 2)],
    }
    return json.dumps(plan, ensure_ascii=False)


def opened(plan_of: Callable[..., Workspace], body: str, paper: str) -> Workspace:
    workspace = plan_of(body, header="")
    (workspace.door.root / "stratkit.yaml").write_text(f"brand: {{paper: {paper}}}\n", encoding="utf-8")
    workspace = open_workspace(workspace.folder, workspace.folder)
    assert not workspace.problems
    return workspace


def printed(workspace: Workspace, *, whole: bool = True) -> list[pypdf.PageObject]:
    """The pages; if not the `whole`, with nothing in the tables behind the first."""
    html = page_for_paper(workspace, "board", printing=Printing(as_of=DAY))
    if not whole:
        front, tables, _ = html.partition('<div class="tables">')
        html = f'{front}{tables}<p id="_outcomes">Outcomes</p><p id="_decisions">Decisions</p></div>'
    paper = print_pdf(html, folders=[shipped.templates()], base=shipped.templates())
    return list(pypdf.PdfReader(io.BytesIO(paper.pdf)).pages)


def clearance(page: pypdf.PageObject) -> float:
    """The points between the last line of the first page's lists and the words at its foot.

    Numbers that stand alone are left out: that in the ring is found where it does not stand.
    """
    placed = {round(height, 1) for words, height in heights(page) if not words.strip().isdecimal()}
    found = sorted(placed)
    assert found[0] > 20
    place = 0
    while found[place + 1] - found[place] <= LEADING + 0.5:
        place += 1
    return found[place + 1] - found[place]


def view_of(workspace: Workspace) -> BoardView:
    return board_view(workspace, speak(workspace.plan.plan.language), DAY)


@pytest.mark.parametrize(
    ("count", "language", "long", "paper"),
    [
        (1, "en", False, "A4"),
        (3, "en", True, "Letter"),
        (100, "en", False, "Letter"),
        (100, "en", True, "A4"),
        (100, "fr", False, "A4"),
        (100, "fr", True, "Letter"),
        (100, "ar", False, "A4"),
        (100, "ar", True, "Letter"),
        (500, "en", False, "A4"),
    ],
)
def test_the_first_page_is_one_page(
    plan_of: Callable[..., Workspace], count: int, language: str, long: bool, paper: str
) -> None:
    words = WORDS[language] if long else " ".join(WORDS[language].split()[:6])
    workspace = opened(plan_of, crowded(count, words, language), paper)
    front = view_of(workspace).front
    first, second = printed(workspace, whole=False)
    assert clearance(first) > LEADING + 3
    assert "Outcomes" in text_of(second)
    assert len(front.concerns.items) >= min(3, count)
    if language != "ar":  # its letters are joined to other characters
        titles = [squeeze(one.title) for one in (front.concerns, front.asks, front.moves)]
        assert [title in text_of(first) for title in titles] == [True] * 3


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_hundred_outcomes_leave_the_tables_to_the_second_page(
    plan_of: Callable[..., Workspace], paper: str
) -> None:
    workspace = opened(plan_of, crowded(100, "is there for all who need it", "en"), paper)
    front, pages = view_of(workspace).front, printed(workspace)
    first, *rest = map(text_of, pages)
    for title in (front.concerns.title, front.asks.title, front.moves.title):
        assert squeeze(title) in first
        assert [page for page in rest if squeeze(title) in page] == []
    assert "Outcomes" in rest[0]
    assert [n for n in range(100) if f"{n}isthere" not in "".join(rest)] == []
    assert left_out_untold(workspace, pages) == []


def test_what_the_first_page_leaves_out_is_counted(plan_of: Callable[..., Workspace]) -> None:
    workspace = opened(plan_of, crowded(100, WORDS["en"], "en"), "A4")
    assert left_out_untold(workspace, printed(workspace)) == []


def left_out_untold(workspace: Workspace, pages: list[pypdf.PageObject]) -> list[str]:
    """What the first page should say of what it leaves out: how much, and on which page it is."""
    front = view_of(workspace).front
    told = [*front.concerns.more, *front.asks.more, *front.moves.more]
    assert {one.target for one in told} == {"_outcomes", "_decisions"}
    where = {"_outcomes": 2, "_decisions": _page_of(pages, "Decisions")}
    said = [f"{one.words}, page {where[one.target]}" for one in told]
    first = text_of(pages[0])
    return [words for words in said if squeeze(words) not in first]


def _page_of(pages: list[pypdf.PageObject], title: str) -> int:
    """The first page whose head or heading is a title."""
    return next(number for number, page in enumerate(pages, 1) if number > 1 and title in page.extract_text())
