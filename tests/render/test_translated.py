"""A plan in three languages, not all of it translated: as a French reader and an Arabic one find it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pypdf
import pytest
import tinyhtml5

from stratkit import shipped
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.render.catalogues import speak
from stratkit.render.page import page_for_paper, page_for_screen
from stratkit.render.paper import print_pdf
from stratkit.views.plan import PlanView, plan_view
from stratkit.views.strategy_map import StrategyMap
from stratkit.views.untranslated import Untranslated, languages_in

PLAN = Path(__file__).parent / "translated.yaml"
ENGLISH = (
    "To share what we know",
    "The charter is renewed",
    "Climate",
    "A guide for skippers",
    "It tells where",
)
"""What nobody has translated."""


@pytest.fixture(scope="module")
def plan() -> Workspace:
    workspace = open_workspace(PLAN, PLAN.parent)
    assert not workspace.problems
    return workspace


def view(plan: Workspace, tag: str) -> PlanView:
    return plan_view(plan, speak(tag))


def texts(element: Element, language: str = "") -> Iterator[tuple[str, str]]:
    """Every text with the language that it is told to be in."""
    here = element.get("lang", language)
    if element.text and element.text.strip():
        yield element.text.strip(), here
    for child in element:
        yield from texts(child, here)
        if child.tail and child.tail.strip():
            yield child.tail.strip(), here


def test_views_speak_french(plan: Workspace) -> None:
    found = view(plan, "fr")
    assert [section.title for section in found.sections] == [
        "Mot de bienvenue",
        "Vision",
        "Mission",
        "Chiffres",
        "Thèmes",
        "Défis",
        "Croisement entre défis et thèmes",
        "Comment tout s’articule",
        "Lignes d’action",
        "Indicateurs",
        "Rapports prévus",
        "Parties prenantes",
        "Rapports",
        "Références",
        "Historique",
    ]
    assert (found.status, found.period, found.language) == ("Approuvé", "2021–2023", "fr")
    drawn = next(section for section in found.sections if isinstance(section, StrategyMap))
    assert drawn.sentence == (
        "Schéma : 2 défis, 2 lignes d’action, 2 axes stratégiques et 2 thèmes, "
        "reliés par les résultats qu’ils ont en commun."
    ).replace(" :", "\u00a0:")


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_what_is_not_translated_says_its_language(plan: Workspace, tag: str) -> None:
    found = view(plan, tag)
    assert [(link.code, link.words) for link in found.untranslated] == [
        ("en", {"fr": "anglais", "ar": "الإنجليزية"}[tag])
    ]
    assert set(languages_in(found.sections)) == {"en"}
    assert not isinstance(found.title, Untranslated)


def test_the_plans_own_language_marks_nothing(plan: Workspace) -> None:
    assert view(plan, "en").untranslated == ()
    html = page_for_screen(plan, "plan")
    assert html.count(" lang=") == 1
    assert "not translated" not in html


@pytest.mark.parametrize("page", [page_for_screen, page_for_paper])
def test_texts_stand_in_an_element_of_their_language(plan: Workspace, page: Callable[..., str]) -> None:
    said = list(texts(tinyhtml5.parse(page(plan, "plan", "fr"), namespace_html_elements=False)))
    for text in ENGLISH:
        tags = {tag for words, tag in said if words.startswith(text) and words != "Harbour Watch"}
        drawn = {"fr"} if text == "Climate" else set()  # in the drawing, whose title tells it in French
        assert tags - drawn == {"en"}, text
    assert {tag for words, tag in said if words in ("Sommaire", "Défis", "Équité")} == {"fr"}
    assert not [words for words, _ in said if words in ("Contents", "Challenges", "Answers", "Baseline")]


def test_one_line_explains_the_mark(plan: Workspace) -> None:
    html = page_for_screen(plan, "plan", "fr")
    assert html.count("non traduit, en anglais") == 1


def test_a_document_without_contents_explains_it_on_its_last_page(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "format: 1\nplan: {id: a, title: {en: A plan, fr: Un plan}, organization: {name: A}}\nmission: M\n",
        encoding="utf-8",
    )
    html = page_for_paper(open_workspace(tmp_path, tmp_path), "plan", "fr")
    assert html.partition('id="_imprint"')[2].count("non traduit, en anglais") == 1


def test_dates_and_numbers_are_french(plan: Workspace) -> None:
    html = page_for_screen(plan, "plan", "fr")
    for said in (
        "30 novembre 2020",
        "61,50\u00a0%",
        "1\u00a0250,5\u00a0%",
        "T3 2022",
        "S2 2023",
        "120\u00a0000 EUR",
    ):
        assert said in html, said


def test_links_hold_plain_words(plan: Workspace) -> None:
    """A tag inside a link would break a PDF's structure."""
    html = page_for_paper(plan, "plan", "fr")
    assert 'lang="en" dir="ltr">Climate</a>' in html
    assert not re.findall(r"<a\b[^>]*>[^<]*<(?!/a)", html)


def test_arabic_runs_from_right_to_left(plan: Workspace) -> None:
    html = page_for_screen(plan, "plan", "ar")
    assert '<html lang="ar" dir="rtl">' in html
    assert "محور واحد" not in html
    assert "محوران" in html
    assert "غير مترجم، باللغة الإنجليزية" in html
    assert '<blockquote class="statement" lang="en" dir="ltr">' in html


def test_the_drawing_is_turned_for_arabic(plan: Workspace) -> None:
    arabic, french = (page_for_screen(plan, "plan", tag) for tag in ("ar", "fr"))
    first = r'<text x="([\d.]+)"'
    sides = [re.findall(first, html) for html in (arabic, french)]
    assert [round(float(x) + float(y)) for x, y in zip(*sides, strict=True)] == [162] * len(sides[0])
    assert "scale(-1 1)" in arabic
    assert "scale(-1 1)" not in french


def test_arabic_paper_tells_drawings_in_their_tables(plan: Workspace) -> None:
    """WeasyPrint 70 joins no letters in a drawing. Years have none to be joined."""
    arabic, french = (page_for_paper(plan, "plan", tag) for tag in ("ar", "fr"))
    drawn = [re.findall(r"<text[^>]*>([^<]*)", html) for html in (arabic, french)]
    assert all(words.isdigit() for words in drawn[0])
    assert not all(words.isdigit() for words in drawn[1])
    assert '<table class="ties">' in arabic


def test_sheets_name_no_side_that_a_language_would_turn() -> None:
    side = re.compile(
        r"(?<![\w@-])(?:(?:margin|padding|border)-(?:left|right)|(?:text-align|float): *(?:left|right))"
    )
    for name in ("page.css", "screen.css"):
        text = (shipped.templates() / "plan" / name).read_text(encoding="utf-8")
        found = [
            line for line in text.splitlines() if side.search(line) and not line.startswith(("@", "html[dir"))
        ]
        assert len(text) > 5000
        assert found == [], name


def test_margins_of_pages_are_turned_for_arabic(plan: Workspace) -> None:
    arabic, french = (page_for_paper(plan, "plan", tag) for tag in ("ar", "fr"))
    assert "@bottom-left { content: counter(page)" in arabic
    assert "@bottom-left { content: counter(page)" not in french


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_a_pdf_tells_which_texts_are_in_another_language(plan: Workspace, tag: str, tmp_path: Path) -> None:
    root = shipped.templates()
    paper = print_pdf(page_for_paper(plan, "plan", tag), folders=[root], base=root)
    (tmp_path / "paper.pdf").write_bytes(paper.pdf)
    pdf = pypdf.PdfReader(tmp_path / "paper.pdf")
    assert str(pdf.root_object["/Lang"]) == tag
    objects: list[Any] = [pdf.get_object(number) for number in range(1, int(str(pdf.trailer["/Size"])))]
    elements = [each for each in objects if isinstance(each, dict) and {"/S", "/Lang"} <= each.keys()]
    told = [each["/S"] for each in elements if each["/Lang"] == "en"]
    assert {"/Link", "/Span", "/BlockQuote", "/Div"} <= set(told)
    assert "To share what we know" in "".join(page.extract_text() for page in pdf.pages)
