from __future__ import annotations

import re
import subprocess
import sys

import pytest

from stratkit.render.prose import Prose, safe_url
from stratkit.source.links import find_links

NAMES = {"housing": "Affordable <housing>", "hidden": "Not printed"}


def render(text: str, level: int = 2, *, paper: bool = False) -> str:
    return Prose(NAMES, frozenset({"housing"}), paper=paper).blocks(text, level)


def test_plain_paragraphs_are_escaped_and_joined() -> None:
    assert render('One "two"\nlines\n\nand more') == "<p>One &quot;two&quot; lines</p>\n<p>and more</p>\n"


def test_plain_paragraphs_need_no_markdown_parser() -> None:
    code = (
        "import sys; from stratkit.render.prose import Prose; "
        "Prose({}, frozenset(), paper=False).blocks('Plain words, one (or two).'); "
        "sys.exit('markdown_it' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": "src"}, check=False).returncode == 0
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[words](#housing)", '<p><a href="#housing">words</a></p>\n'),
        ("[](#housing)", '<p><a href="#housing">Affordable &lt;housing&gt;</a></p>\n'),
        ("[*all* `of` it](#housing)", '<p><a href="#housing">all of it</a></p>\n'),
        ("[](#hidden)", "<p>Not printed</p>\n"),
        ("[words](#unknown)", "<p>words</p>\n"),
        (
            "[web](https://example.org/?a=1&b=2)",
            '<p><a href="https://example.org/?a=1&amp;b=2">web</a></p>\n',
        ),
        ("[mail](mailto:a@example.org)", '<p><a href="mailto:a@example.org">mail</a></p>\n'),
        ("[bad](javascript:alert)", "<p>bad</p>\n"),
        ("[file](../secret.md)", "<p>file</p>\n"),
        ("![a picture](x.png)", "<p>a picture</p>\n"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
    ],
)
def test_links_and_markup(text: str, html: str) -> None:
    assert render(text) == html


def test_headings_go_on_below_their_section_without_gaps() -> None:
    html = render("# One\n\n#### Two\n\n###### Three\n\n## Four", level=3)
    assert [html[i + 1 : i + 3] for i in range(len(html)) if html.startswith("<h", i)] == [
        "h4",
        "h5",
        "h6",
        "h5",
    ]


def test_headings_end_at_six() -> None:
    assert "<h6>Deep</h6>" in render("# Deep", level=6)


def table(*rows: str) -> str:
    head = f"| {rows[0]} |\n|{'---|' * (rows[0].count('|') + 1)}\n"
    return head + "".join(f"| {row} |\n" for row in rows[1:])


def test_table_heads_have_a_scope() -> None:
    assert '<th scope="col">Part</th>' in render(table("Part", "A"))


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (table("Part | Sum", "A | 3"), ""),
        (table("Part | Sum", "a long sentence of many short words that goes on and on and on | 3"), ""),
        (table("Part | Sum", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente | 3"), ' class="wide"'),
        (table(" | ".join(["internationally"] * 5)), ' class="wide"'),
        (table(" | ".join("abcdefghijkl")), ""),
        (table(" | ".join("abcdefghijklm")), ' class="dense"'),
        (table(" | ".join(f"c{i}" for i in range(40))), ' class="dense"'),
    ],
)
def test_wide_tables_are_known_on_paper(text: str, size: str) -> None:
    html = render(text, paper=True)
    assert html.startswith(f"<table{size}>\n<thead>")
    assert html.endswith("</table>\n")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (table("Part | *The* `sum`", "A | 3"), ' role="region" aria-label="Part, The sum"'),
        (table(" | ", 'The "A" | [3](#housing)'), ' role="region" aria-label="The &quot;A&quot;, 3"'),
        (table(" | ", " | "), ""),
    ],
)
def test_tables_on_the_screen_lie_in_a_box_that_the_keyboard_can_move(text: str, name: str) -> None:
    html = render(f"Before\n\n{text}\nAfter")
    assert html.startswith(f'<p>Before</p>\n<div class="scroll" tabindex="0"{name}>\n<table>')
    assert html.endswith("</table>\n</div>\n<p>After</p>\n")


def test_the_name_of_a_box_is_short() -> None:
    html = render(table(" | ".join(f"Column {i}" for i in range(40))))
    (name,) = re.findall(r'aria-label="([^"]*)"', html)
    assert name.startswith("Column 0, Column 1")
    assert name.endswith("…")
    assert len(name) == 60


def test_footnotes_are_numbered_through_the_document() -> None:
    prose = Prose(NAMES, frozenset(), paper=False)
    first = prose.blocks("One[^a] and two[^b], again[^a].\n\n[^a]: Note a.\n[^b]: Note b.")
    second = prose.blocks("Three[^a].\n\n[^a]: Note *c*.")
    assert first.count('id="_call-1"') == 1
    assert '<ol class="notes" start="1"><li id="_note-1"><p>Note a. <a' in first
    assert '<sup id="_call-3"><a href="#_note-3" role="doc-noteref">3</a></sup>' in second
    assert '<li id="_note-3"><p>Note <em>c</em>. <a' in second


TWICE = "One[^a] and two[^a].\n\n[^a]: Note."


def test_a_footnote_leads_back_to_each_of_its_calls() -> None:
    html = render(TWICE)
    assert html.count("Note.") == 1
    targets = re.findall(r'id="(_[^"]+)"', html)
    assert targets == ["_call-1", "_call-1-2", "_note-1"]
    assert re.findall(r'href="#([^"]+)" role="doc-(\w+)">([^<]+)', html) == [
        ("_note-1", "noteref", "1"),
        ("_note-1", "noteref", "1"),
        ("_call-1", "backlink", "↑1"),
        ("_call-1-2", "backlink", "↑2"),
    ]


def test_a_footnote_on_paper_is_printed_once() -> None:
    note = '<span class="note" id="_note-1" data-number="1">Note.</span>'
    again = '<sup><a href="#_note-1">1</a></sup>'
    assert render(TWICE, paper=True) == f"<p>One{note} and two{again}.</p>\n"


@pytest.mark.parametrize("paper", [True, False])
def test_a_call_without_a_footnote_stays_text(*, paper: bool) -> None:
    assert render("One[^x].", paper=paper) == "<p>One[^x].</p>\n"
    assert "<p>One[^x]" in render("One[^x], two[^a].\n\n[^a]: Note.", paper=paper)


def test_footnotes_within_footnotes_are_not_lost_on_paper() -> None:
    text = "One[^a], two[^c].\n\n[^a]: See[^b].\n[^b]: Within *it*, see[^b].\n[^c]: See[^a]."
    html = render(text, paper=True)
    assert 'data-number="1">See (Within <em>it</em>, see.).</span>' in html
    assert 'data-number="2">See<sup><a href="#_note-1">1</a></sup>.</span>' in html
    text = "[^a]: See[^b].\n[^b]: Within.\n\nOne[^a], two[^b]."
    assert render(text, paper=True).count('class="note"') == 2


def test_code_in_a_footnote_is_not_lost_on_paper() -> None:
    html = render("One[^a].\n\n[^a]: See\n\n    ```\n    a < b\n    ```", paper=True)
    assert "See <code>a &lt; b</code></span>" in html


def test_footnotes_for_paper_stand_where_they_are_called() -> None:
    html = render("One[^a].\n\n[^a]: First, [](#housing).\n\n    Second.", paper=True)
    link = '<a href="#housing">Affordable &lt;housing&gt;</a>'
    assert (
        html == f'<p>One<span class="note" id="_note-1" data-number="1">First, {link}. Second.</span>.</p>\n'
    )


DEEP_LIST = "".join("  " * level + f"- level {level}\n" for level in range(60))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (">" * 500 + " deep", ["deep"]),
        (DEEP_LIST, [f"level {level}" for level in range(60)]),
        (DEEP_LIST.replace("- ", "1. ").replace("  ", "   "), [f"level {level}" for level in range(60)]),
        (DEEP_LIST + "\nAfter", ["level 59", "After"]),
        (
            "\n".join(
                "  " * level + f"- a{level}\n\n" + "  " * level + f"  > b{level}" for level in range(30)
            ),
            ["b29"],
        ),
        (DEEP_LIST + "  " * 61 + "going on\n\n" + "  " * 60 + "> said\n", ["going on", "said"]),
    ],
    ids=["quotations", "bullets", "numbers", "after", "mixed", "continued"],
)
def test_what_is_nested_too_deeply_is_flat_and_nothing_is_lost(text: str, words: list[str]) -> None:
    html = render(text)
    assert re.findall(r"level \d+", html) == re.findall(r"level \d+", text)
    assert all(word in html for word in words)
    assert max(html.count("<blockquote>"), html.count("<ul>"), html.count("<ol>")) <= 20


def test_items_nested_too_deeply_are_paragraphs_with_their_signs() -> None:
    html = render(DEEP_LIST.replace("level 20", "*level* [20](#housing)\n" + " " * 44 + "and more"))
    assert "<p>- level 19</p>" in html
    assert '<p>- <em>level</em> <a href="#housing">20</a>\nand more</p>' in html


@pytest.mark.parametrize("url", ["https://a.org", "HTTP://a.org", "mailto:a@b.org"])
def test_safe_urls(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url", ["javascript:x", "data:text/html,x", "//a.org", " https://a.org", "file:///x"]
)
def test_unsafe_urls(url: str) -> None:
    assert safe_url(url) == ""


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See [homes](#housing).", 1),
        ("[](#housing) and [more *of* it](#housing)", 2),
        ("[homes][1] and [1]\n\n[1]: #housing", 2),
        ("[homes](<#housing>)", 0),
        ('[homes](#housing "title")', 0),
        ("`[homes](#housing)`", 0),
        ("    [homes](#housing)", 0),
        ("- a\n\n      [homes](#housing)", 0),
        ("- a\n  - b\n    - [homes](#housing)", 1),
        ("```\n[homes](#housing)\n```", 0),
        ("- ```\n  [homes](#housing)\n  ```", 0),
        ("[1]\n\n    [1]: #housing", 0),
        ("![homes](#housing)", 0),
        ("[a [b](#housing) c](#housing)", 1),
    ],
)
def test_links_are_made_where_validation_sees_them(text: str, links: int) -> None:
    assert render(text).count('href="#housing"') == links
    assert bool(list(find_links(text))) == bool(links)
