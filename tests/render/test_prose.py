from __future__ import annotations

import subprocess
import sys

import pytest

from stratkit.render.prose import Prose, safe_url
from stratkit.source.links import find_links

NAMES = {"housing": "Affordable <housing>", "hidden": "Not printed"}


def render(text: str, level: int = 2, *, page_notes: bool = False) -> str:
    return Prose(NAMES, frozenset({"housing"}), page_notes=page_notes).blocks(text, level)


def test_plain_paragraphs_are_escaped_and_joined() -> None:
    assert render('One "two"\nlines\n\nand more') == "<p>One &quot;two&quot; lines</p>\n<p>and more</p>\n"


def test_plain_paragraphs_need_no_markdown_parser() -> None:
    code = (
        "import sys; from stratkit.render.prose import Prose; "
        "Prose({}, frozenset(), page_notes=False).blocks('Plain words, one (or two).'); "
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


def test_table_heads_have_a_scope() -> None:
    assert '<th scope="col">Part</th>' in render("| Part |\n|---|\n| A |")


def test_footnotes_are_numbered_through_the_document() -> None:
    prose = Prose(NAMES, frozenset(), page_notes=False)
    first = prose.blocks("One[^a] and two[^b], again[^a].\n\n[^a]: Note a.\n[^b]: Note b.")
    second = prose.blocks("Three[^a].\n\n[^a]: Note *c*.")
    assert first.count('id="_call-1"') == 1
    assert '<ol class="notes" start="1"><li id="_note-1"><p>Note a.</p>' in first
    assert '<sup id="_call-3"><a href="#_note-3">3</a></sup>' in second
    assert '<li id="_note-3"><p>Note <em>c</em>.</p>' in second


def test_footnotes_for_paper_stand_where_they_are_called() -> None:
    html = render("One[^a].\n\n[^a]: First, [](#housing).\n\n    Second.", page_notes=True)
    link = '<a href="#housing">Affordable &lt;housing&gt;</a>'
    assert html == f'<p>One<span class="note">First, {link}. Second.</span>.</p>\n'


def test_deep_nesting_ends() -> None:
    html = render(">" * 500 + " deep")
    assert html.count("<blockquote>") < 30


@pytest.mark.parametrize("url", ["https://a.org", "HTTP://a.org", "mailto:a@b.org"])
def test_safe_urls(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url", ["javascript:x", "data:text/html,x", "//a.org", " https://a.org", "file:///x"]
)
def test_unsafe_urls(url: str) -> None:
    assert safe_url(url) == ""


@pytest.mark.parametrize(
    "text",
    [
        "See [homes](#housing).",
        "[](#housing) and [more *of* it](#housing)",
        "[homes](<#housing>)",
        '[homes](#housing "title")',
        "[homes][1]\n\n[1]: #housing",
        "`[homes](#housing)`",
        "    [homes](#housing)",
        "```\n[homes](#housing)\n```",
        "![homes](#housing)",
        "[a [b](#housing) c](#housing)",
    ],
)
def test_no_link_is_made_that_validation_does_not_see(text: str) -> None:
    assert render(text).count('href="#housing"') <= len(list(find_links(text)))
