"""The documents on the screen, in a real browser: for everybody, on every width, with or without a script."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.documents.samples import ALL, OF_PLANS, PLANS, Samples

from stratkit import shipped
from stratkit.load.workspace import Workspace
from stratkit.render.page import page_for_screen

WIDTHS = (320, 390, 1280)
LIKE_THE_NARROWEST = 390
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
CONTRAST = "color-contrast"
EVERY_RULE: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}}
ALL_BUT_CONTRAST: dict[str, Any] = {**EVERY_RULE, "rules": {CONTRAST: {"enabled": False}}}
"""Contrast takes most of the time."""
CONTRAST_ALONE: dict[str, Any] = {"runOnly": {"type": "rule", "values": [CONTRAST]}}
CHECKER = Path(sys.prefix) / "node/node_modules/vnu-jar/build/dist/vnu.jar"


def lack(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if not program:
        lack("there is no `chromium`: `./run test` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@pytest.fixture
def said() -> list[str]:
    """What the browser complained of."""
    return []


@pytest.fixture
def page(browser: Browser, said: list[str]) -> Iterator[Page]:
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    page.close()


@pytest.fixture
def choice(page: Page, samples: Samples) -> Page:
    """The plan with much to choose from."""
    page.goto(samples.screen("choice", "plan").as_uri())
    return page


def shown(page: Page) -> list[str]:
    """The ids of the outcomes that are to be seen."""
    return [one.get_attribute("id") or "" for one in page.locator(".outcome:visible").all()]


def unseen(page: Page, selector: str) -> list[str]:
    """What of the elements of a selector is not to be seen."""
    found: list[str] = page.evaluate(
        "(selector) => [...document.querySelectorAll(selector)]"
        ".filter((one) => !one.checkVisibility()).map((one) => one.outerHTML.slice(0, 200))",
        selector,
    )
    return found


def violations(page: Page, rules: dict[str, Any] = EVERY_RULE) -> list[tuple[str, list[str]]]:
    """The rules that axe finds broken, and where."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **rules}).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize(("name", "kind"), ALL)
def test_everybody_can_read_it(page: Page, said: list[str], samples: Samples, name: str, kind: str) -> None:
    """On a narrow screen and a wide one; all that depends on a scheme is contrast, on whatever width."""
    page.goto(samples.screen(name, kind).as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width != LIKE_THE_NARROWEST:
            assert violations(page, EVERY_RULE if width == WIDTHS[-1] else ALL_BUT_CONTRAST) == [], width
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST_ALONE) == []
    assert said == []


def test_no_style_changes_between_the_narrow_widths() -> None:
    """So that whoever can read a page on the narrowest can on the next."""
    bounds = [
        float(found) * 16
        for sheet in shipped.templates().rglob("*.css")
        for found in re.findall(r"\((?:max|min)-width: ([\d.]+)rem", sheet.read_text(encoding="utf-8"))
    ]
    assert len(bounds) > 3
    assert [bound for bound in bounds if WIDTHS[0] <= bound <= LIKE_THE_NARROWEST] == []


def test_every_page_is_valid(samples: Samples, tmp_path: Path) -> None:
    if not CHECKER.exists() or not shutil.which("java"):
        lack(f"no Java, or no {CHECKER}: `./run test` installs them")
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><html lang=en><title>x</title><p id=a><p id=a>", encoding="utf-8")
    checker = ["java", "-jar", CHECKER, "--format", "json", "--errors-only"]
    done = subprocess.run(
        list(map(str, [*checker, wrong, *(samples.screen(name, kind) for name, kind in ALL)])),
        capture_output=True,
        text=True,
        check=False,
    )
    found = [(Path(one["url"]).name, one["message"]) for one in json.loads(done.stderr)["messages"]]
    assert found
    assert [one for one in found if one[0] != wrong.name] == []


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_lost_without_a_script(browser: Browser, samples: Samples, name: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(samples.screen(name, "plan").as_uri())
    assert page.locator("[id]:visible").count() == page.locator("[id]:not(#_filter, #_filter *)").count()
    assert page.locator("[data-scripted]:visible").count() == 0
    page.close()


@pytest.mark.parametrize("name", PLANS)
def test_every_element_and_every_link_has_its_place(page: Page, samples: Samples, name: str) -> None:
    page.goto(samples.screen(name, "plan").as_uri())
    places = set(page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)"))
    assert set(samples.plan(name).index.elements) <= places
    assert unseen(page, "[id]") == []
    links = page.evaluate("[...document.querySelectorAll('a')].map((one) => one.getAttribute('href'))")
    assert {link[1:] for link in links if link.startswith("#")} <= places
    others = {link for link in links if not link.startswith("#")}
    assert {link for link in others if not link.startswith(("http", "mailto:"))} == {f"{name}-plan.pdf"}


@pytest.mark.parametrize(("name", "kind"), OF_PLANS)
def test_other_kinds_print_whole(page: Page, samples: Samples, name: str, kind: str) -> None:
    page.goto(samples.screen(name, kind).as_uri())
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 718
    assert unseen(page, "main *:not(title, .here, .filter, .filter *)") == []
    assert page.locator(".pdf:visible").count() == 0


@pytest.mark.parametrize("name", PLANS)
def test_print_fits_and_loses_nothing(page: Page, samples: Samples, name: str) -> None:
    page.goto(samples.screen(name, "plan").as_uri())
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 less its margins
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 718
    assert unseen(page, "main [id]:not(#_filter, #_filter *)") == []
    assert page.locator(".filter:visible, .here:visible, .pdf:visible").count() == 0


def test_print_is_dark_on_white_in_any_scheme(choice: Page) -> None:
    choice.emulate_media(media="print", color_scheme="dark")
    assert choice.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert violations(choice) == []


@pytest.mark.parametrize("width", [320, 640, 990])
def test_a_long_title_stays_clear_of_the_drawing(
    page: Page, plan_of: Callable[..., Workspace], tmp_path: Path, width: int
) -> None:
    title = "A long title of a plan about metropolises, and about everything to be done in all of them"
    header = f"format: 1\nplan: {{id: long, title: '{title}', organization: {{name: A network}}}}\n"
    file = tmp_path / "long.html"
    file.write_text(page_for_screen(plan_of(header=header), "plan"), encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().top") >= 320


def test_the_script_is_small() -> None:
    assert (shipped.templates() / "_shared/filter.js").stat().st_size < 4000


def test_outcomes_are_chosen_by_keyboard(choice: Page) -> None:
    result = choice.get_by_role("status")
    assert result.inner_text() == "Outcomes: 4 of 4"
    choice.locator("#_filter-q").focus()
    choice.keyboard.type("Hou")
    assert (shown(choice), result.inner_text()) == (["code", "fund"], "Outcomes: 2 of 4")
    choice.keyboard.press("Enter")
    choice.keyboard.press("Tab")
    assert choice.evaluate("document.activeElement.name") == "challenge"
    choice.keyboard.press("Tab")
    choice.keyboard.press("Tab")
    choice.keyboard.type("Sec")
    assert (shown(choice), result.inner_text()) == (["code"], "Outcomes: 1 of 4")
    assert choice.locator("#first").is_visible()
    assert not choice.locator("#second").is_visible()
    choice.keyboard.press("Tab")
    choice.keyboard.press("Tab")
    choice.keyboard.press("Enter")
    assert (len(shown(choice)), result.inner_text()) == (4, "Outcomes: 4 of 4")
    assert "?" not in choice.url
    assert choice.evaluate("document.activeElement.type") == "reset"


@pytest.mark.parametrize(
    ("field", "word", "found"),
    [
        ("Challenge", "Growth", ["code", "fund"]),
        ("Theme", "Équité", ["forum"]),
        ("Lead", "Board", ["forum"]),
        ("Status", "Completed", ["code"]),
        ("Status", "At risk", ["fund"]),
    ],
)
def test_each_facet_chooses(choice: Page, field: str, word: str, found: list[str]) -> None:
    choice.get_by_label(field, exact=True).select_option(word)
    assert shown(choice) == found


def test_a_search_minds_neither_accents_nor_capitals_nor_order(choice: Page) -> None:
    search = choice.get_by_label("Containing")
    search.fill("EQUITE forum")
    assert shown(choice) == ["forum"]
    search.fill(" ")
    assert len(shown(choice)) == 4
    search.fill("nowhere")
    assert (shown(choice), choice.get_by_role("status").inner_text()) == ([], "Outcomes: 0 of 4")


def test_a_choice_can_be_sent(choice: Page, page: Page, said: list[str]) -> None:
    choice.get_by_label("Containing").fill("é & x")
    choice.get_by_label("Challenge", exact=True).select_option("Trust")
    address = choice.url
    page.goto("about:blank")
    page.goto(address)
    assert page.get_by_label("Containing").input_value() == "é & x"
    assert page.get_by_label("Challenge", exact=True).input_value() == "trust"
    assert (shown(page), page.get_by_role("status").inner_text()) == ([], "Outcomes: 0 of 4")
    assert page.locator("#_filter").evaluate("(form) => form.getBoundingClientRect().top < innerHeight")
    page.goto(address.partition("?")[0] + "?lead=nobody&other=1")
    assert (len(shown(page)), page.locator("#_filter-lead").input_value()) == (4, "")
    page.get_by_label("Challenge", exact=True).select_option("Trust")
    assert "other=1" in page.url
    assert said == []


def test_a_link_shows_what_was_hidden(choice: Page) -> None:
    choice.get_by_label("Challenge", exact=True).select_option("Trust")
    assert shown(choice) == ["forum"]
    choice.locator("#growth_outcomes a[href='#fund']").click()
    expect(choice.locator(".outcome:visible")).to_have_count(4)
    assert choice.url.endswith("choice-plan.html#fund")
    assert choice.locator("#fund").evaluate("(one) => one.getBoundingClientRect().top < innerHeight")
    choice.go_back()
    expect(choice.locator("#_filter-challenge")).to_have_value("trust")
    expect(choice.locator(".outcome:visible")).to_have_count(1)
    choice.goto(choice.url.partition("#")[0] + "#voice")
    choice.reload()
    assert shown(choice) == ["forum"]
    choice.goto(choice.url.partition("#")[0] + "#code")
    expect(choice.locator(".outcome:visible")).to_have_count(4)


def test_a_choice_is_printed_with_its_count(choice: Page) -> None:
    choice.get_by_label("Challenge", exact=True).select_option("Trust")
    choice.emulate_media(media="print")
    assert choice.get_by_role("status").is_visible()
    assert not choice.get_by_role("button").is_visible()
