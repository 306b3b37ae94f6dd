"""The charts of documents, written out: on paper and on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from weasyprint import HTML

from stratkit import shipped
from stratkit.load.workspace import Workspace
from stratkit.render.documents import VIEWS
from stratkit.render.drawings.marks import MARKS
from stratkit.render.page import page_for_paper, page_for_screen
from stratkit.render.templates import TemplateFolder
from stratkit.views.bullet import Bullet
from stratkit.views.donut import Donut, Slice
from stratkit.views.gantt import Gantt, Stretch, Task
from stratkit.views.plan import plan_view
from stratkit.views.ticks import months, quarters, years
from stratkit.views.tongue import Tongue
from stratkit.views.trend import Bounds, Level, Spot, Trend

Opener = Callable[..., Workspace]
SVG = "{http://www.w3.org/2000/svg}"
FIRST, LAST = date(2022, 1, 1), date(2022, 12, 31)
PAGE = """\
{% from "_shared/drawings/trend.html.j2" import trend with context %}
{% from "_shared/drawings/bullet.html.j2" import bullet with context %}
{% from "_shared/drawings/donut.html.j2" import donut with context %}
{% from "_shared/drawings/gantt.html.j2" import gantt with context %}
<!DOCTYPE html>
<html lang="{{ plan.language }}" dir="{{ page.direction }}"><head><title>Charts</title>
<style>{{ page.style }}</style></head><body>
{% for one in plan.trends %}{{ trend(one, 76) }}{{ trend(one, 30, 8) }}{% endfor %}
{% for one in plan.bullets %}{{ bullet(one) }}{% endfor %}
{{ donut(plan.donut) }}
{{ gantt(plan.gantt, 162, 200) }}
</body></html>
"""


def trends() -> Iterator[Trend]:
    """One with nothing, and one with everything that there can be."""
    yield Trend(sentence="Nothing <was> read.", first=FIRST, last=LAST)
    spots = [Spot(day=date(2022, month, 1), value=month - 5, words=f"{month} & more") for month in (1, 6, 12)]
    yield Trend(
        sentence="All was read.",
        first=FIRST,
        last=LAST,
        ticks=years(FIRST, LAST),
        path=(spots[0], spots[1], spots[2]),
        bounds=(Bounds(low=1, words="at least 1"),),
        readings=(*spots, Spot(day=LAST, value=8, words="above 8", beyond="above")),
        baseline=spots[0],
        target=spots[2],
        today=date(2022, 7, 1),
        levels=(Level(value=0, words="none"),),
    )


def gantt() -> Gantt:
    """Sixty-three rows: seven for each status, and for none."""
    tasks = tuple(
        Task(
            label=f"<Task> {status}",
            lead="Board",
            start=None if status == "on_track" else FIRST,
            due=date(2022, 5, 1),
            done=date(2022, 6, 1) if status == "completed" else None,
            late=status == "off_track",
            milestone=status == "at_risk",
            status=status,
            sentence=f"Task {status}.",
        )
        for status in (*MARKS, "")
    )
    return Gantt(
        sentence="Many tasks.",
        first=FIRST,
        last=LAST,
        heads=quarters(FIRST, LAST, Tongue("en")),
        ticks=months(FIRST, LAST, Tongue("en")),
        today=date(2022, 7, 1),
        label_title="Task",
        lead_title="Lead",
        groups=(Stretch(head="Line", again="Line (continued)", tasks=tasks * 7),),
    )


@pytest.fixture
def write(plan_of: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Writes a page with every chart."""
    slices = [Slice(status=name, words=name, count=at, figure=str(at)) for at, name in enumerate(MARKS)]
    figures: list[Any] = [(None, None), (171, 100), (-20, 40), (900, 40)]
    bullets = [
        Bullet(sentence="A bar.", percent=one, expected=other, status="off_track", at_risk=50, on_track=57)
        for one, other in figures
    ]
    charts = {
        "trends": list(trends()),
        "bullets": bullets,
        "donut": Donut(sentence="A ring.", slices=tuple(slices), figure="28", words="outcomes"),
        "gantt": gantt(),
    }

    def view(workspace: Workspace, tongue: Tongue, _day: date) -> Any:
        return SimpleNamespace(**vars(plan_view(workspace, tongue)) | charts)

    folder = tmp_path / "templates" / "charts"
    folder.mkdir(parents=True)
    for name, text in {"page.html.j2": PAGE, "page.css": "", "screen.css": ""}.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "document.yaml").write_text(
        "title: Charts\nview: plan\noutputs: [pdf, html]\n", encoding="utf-8"
    )
    monkeypatch.setitem(VIEWS, "plan", view)
    templates = TemplateFolder(folder.parent, shipped.templates())

    def page(medium: Callable[..., str], language: str = "en") -> str:
        return medium(plan_of(), "charts", language, templates)

    return page


def drawings(html: str) -> list[ET.Element]:
    return [
        ET.fromstring(svg)  # noqa: S314 # our own
        for svg in re.findall(r"<svg\b.*?</svg>", html.partition("<body>")[2], re.DOTALL)
    ]


@pytest.mark.parametrize("medium", [page_for_paper, page_for_screen])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_drawing_begins_with_a_sentence(
    write: Callable[..., str], medium: Callable[..., str], language: str
) -> None:
    found = drawings(write(medium, language))
    assert len(found) >= 8
    for svg in found:
        assert svg[0].tag == f"{SVG}title"
        assert str(svg[0].text).endswith(".")


def test_all_charts_are_there_in_both_media(write: Callable[..., str]) -> None:
    paper, screen = (drawings(write(medium)) for medium in (page_for_paper, page_for_screen))
    assert len(paper) == len(screen) == 4 + 4 + 1 + 3
    words = {text.text for svg in paper for text in svg.iter(f"{SVG}text")}
    assert {"1 & more", "at least 1", "above 8", "none", "28", "Lead", "<Task> completed"} <= words


def test_letters_that_join_are_not_drawn_on_arabic_paper(write: Callable[..., str]) -> None:
    words = [text.text for svg in drawings(write(page_for_paper, "ar")) for text in svg.iter(f"{SVG}text")]
    assert words == ["28"]


def test_every_colour_follows_light_and_dark_on_the_screen(write: Callable[..., str]) -> None:
    html = write(page_for_screen)
    style = html.partition("</style>")[0]
    painted = [
        part
        for svg in drawings(html)
        for part in svg.iter()
        if {part.get("fill", "none"), part.get("stroke", "none")} != {"none"}
    ]
    assert len(painted) > 100
    for part in painted:
        names = part.get("class", "").split()
        for attribute, before in (("fill", ""), ("stroke", "line-")):
            if part.get(attribute, "none") != "none":
                (ruled,) = [name for name in names if f".chart .{name} {{ {attribute}:" in style]
                assert ruled.startswith(before)


def test_every_status_has_its_shape_in_both_media(write: Callable[..., str]) -> None:
    for medium, times in ((page_for_paper, 1), (page_for_screen, 2)):
        style = write(medium).partition("</style>")[0]
        for shape in MARKS.values():
            assert style.count(f"d='{shape}'") == times


def test_no_colour_is_made_by_charts(write: Callable[..., str]) -> None:
    html = write(page_for_paper)
    style, _, body = html.partition("</style>")
    named = set(re.findall("#[0-9a-f]{6}", style.replace("%23", "#")))
    assert set(re.findall('(?:fill|stroke)="(#[^"]+)"', body)) <= named


def test_a_tall_chart_breaks_over_pages(write: Callable[..., str]) -> None:
    html = write(page_for_paper)
    assert html.count("Line (continued)") == 2
    pages = HTML(string=html, base_url=f"{shipped.templates().as_uri()}/").render().pages
    assert len(pages) == 3
