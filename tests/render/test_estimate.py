from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from stratkit import shipped
from stratkit.load.workspace import open_workspace
from stratkit.render.estimate import estimate
from stratkit.render.page import page_for_paper
from stratkit.render.paper import print_pdf

PLANS = sorted(shipped.plans().glob("*/plan.yaml"))


@pytest.mark.parametrize("kind", ["plan", "indicators"])
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_the_pages_are_foreseen(plan: Path, kind: str) -> None:
    workspace = open_workspace(plan, plan.parent)
    html = page_for_paper(workspace, kind)
    folders = [shipped.templates(), workspace.folder]
    paper = print_pdf(html, folders=folders, base=shipped.templates())
    pages = len(pypdf.PdfReader(BytesIO(paper.pdf)).pages)
    assert pages / 2 <= estimate(html).pages <= pages * 2 + 5


def test_a_sheet_is_a_page_however_little_it_says() -> None:
    assert estimate('<article class="indicator"><h2>One</h2></article>' * 300).pages == 300


def test_style_drawings_and_pictures_make_no_pages() -> None:
    text = "<p>" + "word " * 10_000 + "</p>"
    style, drawing = f"<style>{'p { margin: 0 }' * 9_999}</style>", f"<svg>\n{'<path/>' * 9_999}</svg>"
    picture = f'<img src="data:image/png;base64,{"A" * 99_999}" alt="A map">'
    assert estimate(text).pages == pytest.approx(estimate(style + text + drawing + picture).pages, abs=1)
    assert estimate(text * 3).pages > 2 * estimate(text).pages
