from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit import shipped
from stratkit.load.workspace import Workspace
from stratkit.render.page import page_for_paper, page_for_screen
from stratkit.render.templates import TemplateFault, TemplateFolder

Opener = Callable[..., Workspace]
OUTCOME = "outcomes:\n  - id: first\n    title: <b>One</b> & only\n"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """The shipped templates, to be broken."""
    return Path(shutil.copytree(shipped.templates(), tmp_path / "templates"))


def test_values_are_escaped(plan_of: Opener) -> None:
    html = page_for_screen(plan_of(OUTCOME), "plan")
    assert "&lt;b&gt;One&lt;/b&gt; &amp; only" in html
    assert "<b>One" not in html


def test_a_value_is_never_a_template(plan_of: Opener) -> None:
    assert "{{ plan.title }}" in page_for_screen(
        plan_of('glossary:\n  - {id: a, title: "{{ plan.title }}"}\n'), "plan"
    )


def test_language_title_and_maker_are_in_the_head(plan_of: Opener) -> None:
    html = page_for_paper(plan_of(OUTCOME), "plan")
    assert '<html lang="en" dir="ltr">' in html
    assert "<title>A small plan</title>" in html
    assert '<meta name="generator" content="stratkit ' in html


def test_another_language_is_shown_where_there_is_a_translation(plan_of: Opener) -> None:
    plan = plan_of("vision: {statement: {en: A good city, ar: مدينة جيدة}}\nmission: To work\n")
    html = page_for_screen(plan, "plan", "ar")
    assert '<html lang="ar" dir="rtl">' in html
    assert "مدينة جيدة" in html
    assert "To work" in html


def test_screen_page_needs_nothing_else(plan_of: Opener) -> None:
    html = page_for_screen(plan_of(OUTCOME), "plan")
    assert html.count("data:font/woff2;base64,") == 6
    assert not re.findall(r"<(?:script|link|img|iframe)\b", html)
    assert {address[:5] for address in re.findall(r'url\("?([^")]+)', html)} == {"data:"}
    assert not re.findall(r"\sstyle=|\son\w+=", html)


TURNED = "Cr\u202eepip\u2066 eht"


@pytest.mark.parametrize("page", [page_for_screen, page_for_paper])
def test_what_is_seen_is_what_is_written(plan_of: Opener, page: Callable[..., str]) -> None:
    """Nothing turns the direction of what follows; a right-to-left text is left as it is."""
    hebrew = "\u05e9\u05dc\u05d5\u05dd, 12 \u05e2\u05e8\u05d9\u05dd\u200f"
    html = page(
        plan_of(
            f'  subtitle: {hebrew}\noutcomes:\n  - id: first\n    title: "{TURNED}"\n'
            "    text: 'A *paragraph* &#x202e;turned&#8297;'\n"
        ),
        "plan",
    )
    assert "Crepip eht" in html
    assert "turned</p>" in html
    assert hebrew in html
    assert not re.findall("[\u202a-\u202e\u2066-\u2069]", html)


def test_policy_allows_this_style_only(plan_of: Opener) -> None:
    html = page_for_screen(plan_of(OUTCOME), "plan")
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    directives = policy[1].replace("&#39;", "'").split("; ")
    assert directives[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert not any("script" in directive for directive in directives)


def test_policy_allows_our_script_where_there_is_much_to_choose_from(
    plan_of: Opener, templates: Path
) -> None:
    """Another template folder may bring styles; what it would have a browser run is left out."""
    (templates / "_shared/filter.js").write_text("alert(1)")
    html = page_for_screen(
        plan_of(OUTCOME + "  - {id: second, title: Two}\n"), "plan", folder=TemplateFolder(templates)
    )
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert script == (shipped.templates() / "_shared/filter.js").read_text()
    assert f"script-src &#39;sha256-{digest}&#39;;" in html


def test_the_pdf_is_linked_to_where_it_lies_beside(plan_of: Opener) -> None:
    plan = plan_of(OUTCOME)
    assert 'href="small.pdf"' in page_for_screen(plan, "plan", pdf="small.pdf")
    assert '.pdf"' not in page_for_screen(plan, "plan")


def test_paper_has_nothing_of_the_screen(plan_of: Opener) -> None:
    html = page_for_paper(plan_of(OUTCOME + "  - {id: second, title: Two}\n"), "plan")
    assert not re.findall(r'<script|<form|data-scripted|class="here"| data-theme', html)


def test_paper_page_refers_to_files_of_the_template_folder(plan_of: Opener) -> None:
    html = page_for_paper(plan_of(OUTCOME), "plan")
    files = set(re.findall(r'url\("(?!data:)([^"]+)"\)', html))
    assert len([file for file in files if file.endswith(".ttf")]) == 10
    assert all((shipped.templates() / file).is_file() for file in files)
    assert str(shipped.templates()) not in html


def test_paper_sheet_stays_small(plan_of: Opener) -> None:
    style = page_for_paper(plan_of(), "plan").partition("</style>")[0]
    assert style.count("{") < 2 * 150
    assert "opacity" not in style


@pytest.mark.parametrize(
    ("part", "text", "line", "message"),
    [
        ("page.html.j2", "{% if %}", 1, "expected"),
        ("page.html.j2", "a\n{{ plan.nothing }}", 2, "no attribute 'nothing'"),
        ("page.html.j2", "a\n\n{{ plan.title + 1 }}", 3, "must be str|concatenate|can only"),
        ("page.html.j2", "{{ ''.__class__ }}", 1, "unsafe"),
        ("page.html.j2", "{{ plan.sections.append(1) }}", 1, "append"),
        ("page.html.j2", "{% include '../secret.txt' %}", 0, "leaves"),
        ("page.html.j2", "{% include 'plan/none.html.j2' %}", 0, "no such file"),
        ("page.css", "b { content: '</style>' }", 1, "may not hold"),
        ("page.css", 'b { color: red }\n@import "../plan/page.css";', 2, "import itself"),
        ("page.css", '@import "none.css";', 0, "no such file"),
        ("page.css", '@import "../../secret.txt";', 0, "leaves"),
        ("parts/cover.html.j2", "{{ 1 / 0 }}", 1, "division"),
    ],
)
def test_a_broken_template_is_one_fault(
    templates: Path, plan_of: Opener, *, part: str, text: str, line: int, message: str
) -> None:
    (templates.parent / "secret.txt").write_text("secret")
    (templates / "plan" / part).write_text(text)
    with pytest.raises(TemplateFault, match=message) as caught:
        page_for_paper(plan_of(), "plan", folder=TemplateFolder(templates))
    assert caught.value.line == line


def test_a_sheet_that_is_imported_stands_first(templates: Path, plan_of: Opener) -> None:
    (templates / "letter").mkdir()
    (templates / "letter" / "base.css").write_text("b { background: url(../_shared/art/opener.svg) }\n")
    (templates / "plan" / "page.css").write_text('@import "../letter/base.css";\ni { color: red }\n')
    html = page_for_paper(plan_of(), "plan", folder=TemplateFolder(templates))
    assert 'b { background: url("_shared/art/opener.svg") }\n\n\ni { color: red }' in html
    assert "@import" not in html


def test_a_template_that_is_not_utf8_is_one_fault(templates: Path, plan_of: Opener) -> None:
    (templates / "plan" / "page.html.j2").write_bytes(b"a\n\xff")
    with pytest.raises(TemplateFault, match="not UTF-8") as caught:
        page_for_paper(plan_of(), "plan", folder=TemplateFolder(templates))
    assert caught.value.line == 2


def test_templates_hold_no_bare_words() -> None:
    """Every word of a template goes through gettext."""
    found = {}
    for file in sorted(shipped.templates().rglob("*.html.j2")):
        text = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", " ", file.read_text(), flags=re.DOTALL)
        text = re.sub(r"<[^>]*>|&\w+;", " ", text)
        if words := re.findall(r"[^\W\d_]{2,}", text):
            found[file.name] = words
    assert not found
