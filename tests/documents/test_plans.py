"""The documents of the sample plans: what they hold, and that every link in them lands."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from stratkit import shipped
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.model.actor import Member
from stratkit.model.measure import Indicator
from stratkit.model.promise import ActionLine, Axis, Outcome, Programme
from stratkit.render.documents import documents
from stratkit.render.page import page_for_paper, page_for_screen
from stratkit.render.paper import print_pdf

PLANS = sorted(path.parent.name for path in shipped.plans().glob("*/plan.yaml"))


@pytest.fixture(scope="module", params=PLANS)
def plan(request: pytest.FixtureRequest, root: Path) -> Workspace:
    """Each of the sample plans."""
    return open_workspace(shipped.plans() / request.param, root)


@pytest.fixture(scope="module")
def metropolis(root: Path) -> Workspace:
    """The largest of the sample plans."""
    return open_workspace(shipped.plans() / "metropolis-2021-2023", root)


def headings(workspace: Workspace) -> Iterator[str]:
    for record in workspace.index.records:
        if isinstance(record, ActionLine | Axis | Outcome | Indicator | Programme | Member):
            yield record.heading


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<body>")[2])).split())


def test_there_are_plans() -> None:
    assert len(PLANS) >= 4


@pytest.mark.parametrize("page", [page_for_paper, page_for_screen])
def test_links_lead_to_one_place_each(plan: Workspace, page: object) -> None:
    assert callable(page)
    html = page(plan, "plan")
    places = re.findall(r'\sid="([^"]+)"', html)
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert len(places) == len(set(places))
    assert len(targets) > 10
    assert targets <= set(places)


@pytest.mark.parametrize("page", [page_for_paper, page_for_screen])
def test_headings_leave_no_level_out(plan: Workspace, page: object) -> None:
    assert callable(page)
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", page(plan, "plan"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_links_hold_plain_words(plan: Workspace) -> None:
    assert not re.findall(r"<a\b[^>]*>[^<]*<(?!/a>)", page_for_paper(plan, "plan"))


def test_both_pages_say_the_same(plan: Workspace) -> None:
    paper, screen = (words_of(page(plan, "plan")) for page in (page_for_paper, page_for_screen))
    told = list(headings(plan))
    assert told
    assert all(words in paper and words in screen for words in told)


def test_what_is_our_reading_is_said(plan: Workspace) -> None:
    html = page_for_screen(plan, "plan")
    noted = [record.__dict__.get("reading_note") for record in plan.index.records]
    assert "this edition’s reading" in html
    assert all(" ".join(note.split()) in words_of(html) for note in noted if note)


def test_metropolis_on_paper_is_whole(metropolis: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from stratkit.render.paper import print_pdf

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    templates = shipped.templates()
    paper = print_pdf(page_for_paper(metropolis, "plan"), folders=[templates], base=templates)
    assert not [remark for remark in paper.remarks if "HarfBuzz" not in remark]
    pdf = pypdf.PdfReader(io.BytesIO(paper.pdf))
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


def test_the_mark_of_a_reading_is_explained_once_on_paper(plan: Workspace) -> None:
    words = "What carries this mark is this edition’s reading"
    paper, screen = page_for_paper(plan, "plan"), page_for_screen(plan, "plan")
    assert paper.count(words) == ("†" in paper)
    assert (screen.count(words) > 1) == ("†" in screen)


def test_of_a_plan_that_is_made_up_every_page_says_so(root: Path) -> None:
    workspace = open_workspace(shipped.plans() / "example-network-2021-2023", root)
    for kind in documents():
        paper = print_pdf(
            page_for_paper(workspace, kind), folders=[shipped.templates()], base=shipped.templates()
        )
        for page in pypdf.PdfReader(io.BytesIO(paper.pdf)).pages:
            assert "Illustrative" in page.extract_text(), (kind, page.page_number)
        assert "Illustrative: made up to show something." in page_for_screen(workspace, kind)


def squeeze(text: str) -> str:
    """Without spaces, and without the hyphens that lines end in."""
    return re.sub(r"[\s\u2010\u00ad]+", "", text)
