"""The documents of the sample plans: what they hold, and that every link in them lands."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from tests.documents.samples import KINDS, PLANS, REAL, RICH, SHOWCASE, Samples

from stratkit import shipped
from stratkit.load.workspace import Workspace
from stratkit.model.actor import Member
from stratkit.model.measure import Indicator
from stratkit.model.promise import ActionLine, Axis, Outcome, Programme
from stratkit.render.page import page_for_paper
from stratkit.render.paper import print_pdf

MEDIA = ("paper", "screen")


@pytest.fixture(params=PLANS)
def name(request: pytest.FixtureRequest) -> str:
    """Each of the sample plans."""
    return str(request.param)


def headings(workspace: Workspace) -> Iterator[str]:
    for record in workspace.index.records:
        if isinstance(record, ActionLine | Axis | Outcome | Indicator | Programme | Member):
            yield record.heading


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<body>")[2])).split())


def test_there_are_plans() -> None:
    assert len(PLANS) >= 4


@pytest.mark.parametrize("medium", MEDIA)
def test_links_lead_to_one_place_each(samples: Samples, name: str, medium: str) -> None:
    html = samples.html(medium, name, "plan")
    places = re.findall(r'\sid="([^"]+)"', html)
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert len(places) == len(set(places))
    assert len(targets) > 10
    assert targets <= set(places)


@pytest.mark.parametrize("medium", MEDIA)
def test_headings_leave_no_level_out(samples: Samples, name: str, medium: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", samples.html(medium, name, "plan"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_links_hold_plain_words(samples: Samples, name: str) -> None:
    assert not re.findall(r"<a\b[^>]*>[^<]*<(?!/a>)", samples.html("paper", name, "plan"))


def test_both_pages_say_the_same(samples: Samples, name: str) -> None:
    paper, screen = (words_of(samples.html(medium, name, "plan")) for medium in MEDIA)
    told = list(headings(samples.plan(name)))
    assert told
    assert all(words in paper and words in screen for words in told)


def test_what_is_our_reading_is_said(samples: Samples, name: str) -> None:
    html = samples.html("screen", name, "plan")
    noted = [record.__dict__.get("reading_note") for record in samples.plan(name).index.records]
    said = words_of(html)
    assert "this edition’s reading" in html
    assert all(" ".join(note.split()) in said for note in noted if note)


def test_metropolis_on_paper_is_whole(samples: Samples) -> None:
    metropolis, pdf = samples.plan(REAL), pypdf.PdfReader(samples.paper(REAL, "plan"))
    text = squeeze(" ".join(page.extract_text() for page in pdf.pages))
    counts = {kind: len(metropolis.index.of_kind(kind)) for kind in (Axis, Outcome, Indicator, Member)}
    assert counts == {Axis: 11, Outcome: 35, Indicator: 6, Member: 141}
    ideas = [idea for line in metropolis.plan.action_lines for idea in line.key_ideas]
    names = [member.full_name or "" for member in metropolis.plan.members]
    assert (len(ideas), len(names)) == (17, 141)
    missing = [words for words in (*headings(metropolis), *ideas, *names) if squeeze(words) not in text]
    assert not missing
    outline = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert outline[:2] == ["Contents", "Note from the President"]
    assert {"Challenges", "Action Lines", "References", "Members", "About this document"} <= set(outline)
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Strategic Action Plan 2021-2023"
    catalog: Any = pdf.trailer["/Root"]
    assert catalog["/Lang"] == "en"


def test_titles_beside_their_text_are_printed_once(plan_of: Callable[..., Workspace]) -> None:
    """A title that hangs in the margin is long enough to be cut by the foot of some page."""
    # one more line of text each time moves the next title down by another step
    values = "".join(
        f"  - {{id: v{n}, title: A title that takes several short lines of the narrow margin to say No{n}, "
        f"summary: {'words ' * (n % 7 * 10 + 12)}}}\n"
        for n in range(100, 140)
    )
    templates = shipped.templates()
    html = page_for_paper(plan_of(f"values:\n{values}"), "plan")
    paper = print_pdf(html, folders=[templates], base=templates)
    pages = pypdf.PdfReader(io.BytesIO(paper.pdf)).pages
    text = " ".join(page.extract_text() for page in pages)
    assert len(pages) > 6
    assert {n: text.count(f"No{n}") for n in range(100, 140)} == dict.fromkeys(range(100, 140), 1)


def test_the_mark_of_a_reading_is_explained_once_on_paper(samples: Samples, name: str) -> None:
    words = "What carries this mark is this edition’s reading"
    paper, screen = (samples.html(medium, name, "plan") for medium in MEDIA)
    assert paper.count(words) == ("†" in paper)
    assert (screen.count(words) > 1) == ("†" in screen)


@pytest.mark.parametrize(
    ("name", "kind"), [(RICH, "plan"), (SHOWCASE, "changes"), *(("specimen", kind) for kind in KINDS)]
)
def test_of_a_plan_that_is_made_up_every_page_says_so(samples: Samples, name: str, kind: str) -> None:
    assert samples.plan(name).plan.plan.basis == "illustrative"
    for page in samples.pages(name, kind):
        assert "Illustrative" in page.extract_text(), page.page_number
    assert "Illustrative: made up to show something." in samples.html("screen", name, kind)


def squeeze(text: str) -> str:
    """Without spaces, and without the hyphens that lines end in."""
    return re.sub(r"[\s\u2010\u00ad]+", "", text)
