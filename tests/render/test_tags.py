"""The tags of a PDF are mended where WeasyPrint leaves them wrong."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest

from stratkit.render.paper import print_pdf

CASES = {
    "<ul><li>a": ["L", ["LI", ["Lbl", "LBody"]]],
    "<ul><li><p>a": ["L", ["LI", ["Lbl", "LBody", ["P"]]]],
    "<ol><li>a<p>b<p>c": ["L", ["LI", ["Lbl", "LBody", ["Div", "P", "P"]]]],
    "<ul><li>a<ul><li><p>b": ["L", ["LI", ["Lbl", "LBody"], "L", ["LI", ["Lbl", "LBody", ["P"]]]]],
    "<ul style='list-style: none'><li>a<p>b": ["L", ["LI", ["LBody", ["P"]]]],
    "<table><thead><tr><th>a": ["Table", ["TBody", ["TR", ["TH"]]]],
    "<table><thead><tr><th>a<tbody><tr><td>b": [
        "Table",
        ["THead", ["TR", ["TH"]], "TBody", ["TR", ["TD"]]],
    ],
}


def tree(element: Any) -> list[Any]:
    """The tags below an element, without those of words."""
    found: list[Any] = []
    for kid in element.get("/K", ()):
        inner = kid.get_object()
        if isinstance(inner, dict) and inner.get("/S") not in (None, "/Span", "/NonStruct"):
            found += [inner["/S"].removeprefix("/"), *filter(None, [tree(inner)])]
    return found


@pytest.mark.parametrize("body", CASES)
def test_lists_and_tables_are_tagged_as_they_should_be(body: str) -> None:
    html = f"<html lang=en><title>x</title><style>ul, ol {{ margin-left: 9mm }}</style>{body}"
    paper = print_pdf(html, folders=[], base=Path.cwd())
    root: Any = pypdf.PdfReader(BytesIO(paper.pdf)).trailer["/Root"]
    assert page.validate_pdf_bytes(paper.pdf, profile="ua1").failures == []
    assert tree(root["/StructTreeRoot"]["/K"][0]) == CASES[body]


def test_what_is_gone_and_new_is_heard(tmp_path: Path) -> None:
    """Each line of it is, with the word before it."""
    html = (
        "<html lang=en><title>x</title><style>@page { size: 60mm }</style><p>Kept, "
        '<del data-heard="gone: ">many words, which go on to a line below</del> '
        '<ins data-heard="new: ">and more</ins>'
    )
    paper = print_pdf(html, folders=[], base=tmp_path)
    assert page.validate_pdf_bytes(paper.pdf, profile="ua1").failures == []
    root: Any = pypdf.PdfReader(BytesIO(paper.pdf)).trailer["/Root"]
    heard = [words.split(": ") for words in alternatives(root["/StructTreeRoot"])]
    assert len(heard) > 3
    gone, new = (" ".join(words for said, words in heard if said == mark) for mark in ("gone", "new"))
    assert gone.split() == ["many", "words,", "which", "go", "on", "to", "a", "line", "below"]
    assert new.split() == ["and", "more"]


def alternatives(element: Any) -> Iterator[str]:
    """The words that are heard instead of what is there."""
    if "/Alt" in element:
        yield str(element["/Alt"])
    for kid in element.get("/K", ()):
        inner = kid.get_object()
        if isinstance(inner, dict):
            yield from alternatives(inner)
