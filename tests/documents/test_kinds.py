"""The kinds of document beside the plan: what they hold, on how many sheets, and that every link lands."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from tests.documents.samples import (
    ALL,
    FIGURES,
    KINDS,
    LANGUAGES,
    PLANS,
    PROGRESS,
    REAL,
    SHOWN,
    TIMELESS,
    Samples,
)

from stratkit import __version__, shipped
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.measure import Indicator
from stratkit.model.promise import ActionLine, Axis, Challenge, Theme
from stratkit.render.page import page_for_paper
from stratkit.render.paper import print_pdf
from stratkit.views.colophon import Printing

A4, A3 = (595, 842), (1191, 842)
TRANSLATED = Path(__file__).parents[1] / "render/translated.yaml"


@pytest.fixture(params=SHOWN["summary"])
def name(request: pytest.FixtureRequest) -> str:
    """Each of the sample plans of which the kinds on what is promised are tested."""
    return str(request.param)


def pages(workspace: Workspace, kind: str, language: str | None = None) -> list[pypdf.PageObject]:
    html = page_for_paper(workspace, kind, language)
    paper = print_pdf(html, folders=[shipped.templates()], base=shipped.templates())
    assert not [remark for remark in paper.remarks if "HarfBuzz" not in remark]
    return list(pypdf.PdfReader(io.BytesIO(paper.pdf)).pages)


def squeeze(words: str) -> str:
    """Words without spaces and hyphens, which come and go where lines break."""
    return re.sub(r"[\s\u00ad‐-]+", "", words)


def text_of(page: pypdf.PageObject) -> str:
    return squeeze(page.extract_text())


def heights(page: pypdf.PageObject) -> list[tuple[str, float]]:
    """The words on a page in their order, and how many points above its foot they stand."""
    found: list[tuple[str, float]] = []

    def visit(words: str, outer: list[float], inner: list[float], *_: object) -> None:
        if words.strip():
            found.append((words, inner[4] * outer[1] + inner[5] * outer[3] + outer[5]))

    page.extract_text(visitor_text=visit)
    return found


def size_of(page: pypdf.PageObject) -> tuple[int, int]:
    return round(page.mediabox.width), round(page.mediabox.height)


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<body>")[2])).split())


def huge(count: int) -> str:
    """A plan with more of everything than two pages hold, in long words."""
    long = "that goes on and on with words of some length until nobody would go on reading it"
    told = f"text: '{'A sentence that says something about it at length. ' * 12}'"
    parts = {
        "vision": f"{{statement: '{long}, {long}, {long}, {long}, {long}.'}}",
        "mission": f"{{statement: '{long}, {long}, {long}, {long}, {long}.'}}",
        "objective": f"{{statement: '{long}, {long}, {long}, {long}, {long}.'}}",
    }
    lists = {
        "figures": "{{id: figure{n}, title: 'Figure {n} {long}', value: more than 1{n} million}}",
        "challenges": "{{id: challenge{n}, title: 'Challenge {n} {long}', {told}}}",
        "themes": "{{id: theme{n}, title: 'Theme {n} {long}', {told}}}",
        "indicators": "{{id: indicator{n}, title: 'Indicator {n} {long}', unit: '{long}', "
        "baseline: {{value: 1, date: 2020-01-31}}, targets: [{{value: 2, date: 2023-12-31}}]}}",
        "outcomes": "{{id: outcome{n}, title: 'Outcome {n} {long}', challenges: [challenge{n}]}}",
        "programmes": "{{id: programme{n}, title: 'Programme {n} {long}', {told}}}",
        "action_lines": "{{id: line{n}, title: 'Line {n} {long}', {told}, challenges: [challenge{n}], "
        "axes: [{{id: axis{n}, title: 'Axis {n} {long}', outcomes: "
        "[{{id: inner{n}, title: 'Inner {n} {long}', themes: [theme{n}]}}]}}]}}",
    }
    body = "".join(f"{name}: {value}\n" for name, value in parts.items())
    for name, line in lists.items():
        body += f"{name}:\n" + "".join(
            f"  - {line.format(n=n, long=long, told=told)}\n" for n in range(1, count + 1)
        )
    return body


def test_there_are_kinds() -> None:
    assert PROGRESS == ("board", "final-evaluation", "progress", "scorecard", "work-plan")
    assert set(KINDS) == {*TIMELESS, *PROGRESS, "changes"}
    assert {kind: len(names) >= 3 for kind, names in SHOWN.items()} == dict.fromkeys(KINDS, True)


@pytest.mark.parametrize(("name", "kind"), [one for one in ALL if one[1] != "plan"])
def test_links_land_and_headings_leave_no_level_out(samples: Samples, name: str, kind: str) -> None:
    for medium in ("paper", "screen"):
        html = samples.html(medium, name, kind)
        places = re.findall(r'\sid="([^"]+)"', html)
        assert len(places) == len(set(places))
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(places)
        assert not re.findall(r"<a\b[^>]*>[^<]*<(?!/a>)", html)
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
        assert (levels[0], levels.count(1)) == (1, 1)
        assert all(below <= above + 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_of_styles_is_short(kind: str) -> None:
    for sheet in (shipped.templates() / kind).glob("*.css"):
        assert sheet.read_text(encoding="utf-8").count("{") < 150, sheet


def test_a_summary_has_two_pages(samples: Samples, name: str) -> None:
    plan, found = samples.plan(name), samples.pages(name, "summary")
    assert [size_of(page) for page in found] == [A4, A4]
    front, back = map(text_of, found)
    lines = plan.index.of_kind(ActionLine)
    assert lines
    assert squeeze(plan.plan.plan.organization.name or "") in front
    assert all(squeeze(challenge.title) in front for challenge in plan.index.of_kind(Challenge))
    assert all(squeeze(theme.title) in front for theme in plan.index.of_kind(Theme))
    assert all(squeeze(line.title) in back for line in lines)
    assert all(squeeze(axis.title) in back for axis in plan.index.of_kind(Axis))
    shown = [squeeze(indicator.title) in back for indicator in plan.index.of_kind(Indicator)]
    assert sum(shown) >= min(len(shown), 6)
    more = [int(number) for number in re.findall(r"and(\d+)moreintheplan", back)]
    assert all(shown) or max(more) >= len(shown) - sum(shown)
    assert "Aboutthisdocument" in back


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("count", [1, 3, 5, 9, 30])
def test_a_summary_of_a_large_plan_has_two_pages_too(
    plan_of: Callable[..., Workspace], count: int, paper: str
) -> None:
    workspace = plan_of(huge(count))
    (workspace.door.root / "stratkit.yaml").write_text(f"brand: {{paper: {paper}}}\n", encoding="utf-8")
    workspace = open_workspace(workspace.folder, workspace.folder)
    assert not workspace.problems
    html = page_for_paper(workspace, "summary")
    found = pages(workspace, "summary")
    assert len(found) == 2
    front, back = map(heights, found)
    assert min(height for _, height in front) > 20
    last = next(number for number, (words, _) in enumerate(back) if "About this" in words)
    assert min(height for _, height in back[:last]) > back[last][1] + 5
    assert back[-1][1] > 20
    assert ("more in the plan" in words_of(html)) == (count > 1)
    assert [title in html for title in ("Challenge 1 ", "Line 1 ", "Indicator 1 ")] == [True] * 3


def test_each_indicator_has_a_sheet(samples: Samples, name: str) -> None:
    indicators = samples.plan(name).index.of_kind(Indicator)
    found = samples.pages(name, "indicators")
    begins = [n for n, page in enumerate(found) if re.search(r"Indicator\d+of\d+", text_of(page))]
    assert len(begins) == len(indicators)
    listed = squeeze("".join(page.extract_text() for page in found[: begins[0] if begins else 1]))
    sheets = [found[one:other] for one, other in pairwise([*begins, len(found)])]
    for number, (indicator, sheet) in enumerate(zip(indicators, sheets, strict=True), 1):
        text = squeeze("".join(page.extract_text() for page in sheet))
        assert {size_of(page) for page in sheet} == {A4}
        assert squeeze(indicator.title) in text
        assert f"Indicator{number}of{len(indicators)}" in text
        assert squeeze(indicator.source or "Not stated here:") in text
        assert ("Whatcarriesthismark" in text) == ("†" in text)
        assert squeeze(indicator.title) in listed
    if not indicators:
        assert "Noindicatorsarestatedhere." in listed


def test_the_latest_readings_are_told(samples: Samples) -> None:
    first = samples.pages(FIGURES, "indicators")[0]
    assert "Latest at least 9,000 (2020)" in " ".join(first.extract_text().split())
    back = text_of(samples.pages(FIGURES, "summary")[1])
    assert "atleast9,0002020" in back
    assert "Publishedasmorethan9,000." in back
    assert "Nobaselinesandnotargetsarestatedhere." in back


def test_the_foot_of_a_sheet_tells_the_plan_and_the_day(root: Path) -> None:
    plan = open_workspace(TRANSLATED, TRANSLATED.parent)
    html = page_for_paper(plan, "indicators", printing=Printing(as_of=date(2026, 1, 31)))
    (foot,) = set(re.findall(r'data-foot="([^"]*)"', html))
    assert foot.startswith(f"{plan.plan.plan.title} · ")
    assert foot.endswith("As of 31 January 2026")


def test_a_list_of_indicators_tells_their_pages(samples: Samples) -> None:
    words = samples.pages(REAL, "indicators")[0].extract_text().split()
    titles = len(samples.plan(REAL).index.of_kind(Indicator))
    assert [word for word in words if re.fullmatch(r"\d", word)] == [*map(str, range(2, titles + 2)), "1"]


def test_a_poster_holds_the_map_and_its_table(samples: Samples, name: str) -> None:
    plan = samples.plan(name)
    html, found = samples.html("paper", name, "one-pager"), samples.pages(name, "one-pager")
    drawn = "<svg" in html
    assert [size_of(page) for page in found] == [A3] * (2 if drawn else 1)
    poster = text_of(found[0])
    kinds = (Challenge, ActionLine, Axis, Theme)
    shown = [record for kind in kinds for record in plan.index.of_kind(kind)]
    assert shown
    assert all(squeeze(record.title) in poster for record in shown)
    assert f"stratkit{__version__}" in poster
    assert ("Whatcarriesthismark" in poster) == ("†" in poster)
    if drawn:
        assert re.search(r"<svg[^>]*>\s*<title>[^<]{40,}</title>", html)
        assert '<table class="ties">' in samples.html("screen", name, "one-pager")
        assert "Whatthedrawingshows" in text_of(found[1])


def test_two_sample_plans_have_no_map(samples: Samples) -> None:
    drawn = {name: "<svg" in samples.html("paper", name, "one-pager") for name in PLANS}
    assert [name for name, there in drawn.items() if not there] == [
        "cities-alliance-2018-2021",
        "cities-alliance-2022-2025",
    ]


def test_a_poster_of_a_large_plan_is_one_sheet_and_its_table(plan_of: Callable[..., Workspace]) -> None:
    for count in (9, 40):
        html = page_for_paper(plan_of(huge(count)), "one-pager")
        assert "<svg" in html
        assert html.count('class="sheet front"') == 1
    found = pages(plan_of(huge(41)), "one-pager")
    assert len(found) == 1
    last = next(number for number, (words, _) in enumerate(heights(found[0])) if "About this" in words)
    assert "moreintheplan" in text_of(found[0])
    assert min(height for _, height in heights(found[0])[:last]) > heights(found[0])[last][1] + 5


@pytest.mark.parametrize("kind", TIMELESS)
@pytest.mark.parametrize("name", ["french", "arabic"])
def test_other_languages(samples: Samples, kind: str, name: str) -> None:
    indicators = samples.plan(name).index.of_kind(Indicator)
    wanted = {"summary": 2, "indicators": 1 + len(indicators), "one-pager": 2}
    assert len(samples.pages(name, kind)) == wanted[kind]
    html = samples.html("paper", name, kind)
    assert ("<svg" in html) == (kind == "one-pager" and name == "french")
    assert f'lang="{LANGUAGES[name]}"' in html
