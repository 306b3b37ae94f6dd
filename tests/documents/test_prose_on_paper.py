"""Prose that is hard to print: it stays within the page, and nothing of it is lost or printed twice."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pypdf
import pytest

from stratkit import shipped
from stratkit.load.workspace import Workspace
from stratkit.render.page import page_for_paper
from stratkit.render.paper import print_pdf

PlanOf = Callable[..., Workspace]
EDGE = 24 * 72 / 25.4
"""The margin at the right, in points."""


def printed(workspace: Workspace) -> pypdf.PdfReader:
    templates = shipped.templates()
    paper = print_pdf(page_for_paper(workspace, "plan"), folders=[templates], base=templates)
    assert paper.remarks == ()
    return pypdf.PdfReader(io.BytesIO(paper.pdf))


def text_of(pdf: pypdf.PdfReader) -> str:
    return "".join("".join(page.extract_text().split()) for page in pdf.pages)


def places(page: Any) -> Iterator[tuple[str, float]]:
    """The pieces of text on a page, and where each begins."""
    found: list[tuple[str, float]] = []
    page.extract_text(visitor_text=lambda text, cm, tm, *_: found.append((text, cm[0] * tm[4] + cm[4])))
    yield from ((text.strip(), x) for text, x in found if text.strip())


def table(cells: list[str]) -> str:
    row = f"      | {' | '.join(cells)} |\n"
    return row + f"      |{'---|' * len(cells)}\n" + row


@pytest.mark.parametrize(
    "cells",
    [
        [f"c{number}" for number in range(40)],
        [f"Municipality{number}" for number in range(12)],
        ["internationalization"] * 7,
    ],
    ids=["forty", "twelve", "seven"],
)
@pytest.mark.parametrize("part", ["chapters", "glossary"])
def test_a_wide_table_stays_within_the_page(plan_of: PlanOf, part: str, cells: list[str]) -> None:
    body = f"{part}:\n  - id: a\n    title: A\n    text: |\n{table([*cells, 'last'])}"
    pdf = printed(plan_of(body))
    assert all(
        text_of(pdf).replace("-", "").replace("\u2010", "").count(cell) >= 2 for cell in [*cells, "last"]
    )
    for page in pdf.pages:
        edge = float(page.mediabox.width) - EDGE
        assert [text for text, x in places(page) if x >= edge and text != page.extract_text()] == []


def test_a_footnote_called_twice_is_printed_once(plan_of: PlanOf) -> None:
    text = 'text: "One[^a], again[^a], two[^b].\\n\\n[^a]: First words.\\n[^b]: Second words."\n'
    pdf = printed(plan_of("".join(["chapters:\n", f"  - id: a\n    title: A\n    {text}"])))
    words = text_of(pdf)
    assert (words.count("Firstwords."), words.count("Secondwords.")) == (1, 1)
    assert "One1,again1,two2." in words
    assert "_note-1" in pdf.named_destinations


def test_a_deep_list_is_whole(plan_of: PlanOf) -> None:
    levels = "".join(f"      {'  ' * level}- level{level}end\n" for level in range(120))
    words = text_of(printed(plan_of(f"chapters:\n  - id: a\n    title: A\n    text: |\n{levels}")))
    assert [f"level{level}end" for level in range(120) if f"level{level}end" not in words] == []
