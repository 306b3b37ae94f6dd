"""How the documents of the sample plans lie on their pages: nearly full, and in even lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from tests.documents.samples import PLANS, SHOWN, Samples
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from stratkit import shipped
from stratkit.load.workspace import Workspace
from stratkit.render.page import page_for_paper

PagesOf = Callable[..., list[Any]]
LEAST_FULL = 0.55
"""The share of its height that a page fills at least, unless what follows has to begin a page of its own."""
LEAST = 0.2
"""The share that any page fills."""
EARLY = 0.7
"""A line of a paragraph that ends before this share of the measure was broken early."""


LAID_OUT: dict[tuple[str, str], list[Any]] = {}


@pytest.fixture
def pages_of(samples: Samples) -> PagesOf:
    """The pages of a document of a sample plan as boxes."""

    def find(name: str, kind: str = "plan") -> list[Any]:
        key = (name, kind)
        if key not in LAID_OUT:
            LAID_OUT[key] = laid_out(samples.html("paper", name, kind))
        return LAID_OUT[key]

    return find


def laid_out(html: str) -> list[Any]:
    document = HTML(string=html, base_url=f"{shipped.templates()}/").render(font_config=FontConfiguration())
    return [page._page_box for page in document.pages]


def boxes(box: Any) -> Iterator[Any]:
    """A box and all in it, in the order of the document."""
    box = getattr(box, "_box", box)  # what is placed absolutely stands behind a proxy
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes(child)


def body_of(page: Any) -> Any:
    """What is on a page, without its head and foot."""
    return next(child for child in page.children if child.element_tag == "html")


def fullness(page: Any) -> float:
    """The share of the page's height down to the lowest line or picture."""
    marks = (box for box in boxes(body_of(page)) if type(box).__name__ in ("LineBox", "BlockReplacedBox"))
    lowest = max((mark.position_y + mark.height for mark in marks), default=0)
    return float((lowest - page.content_box_y()) / page.height)


def begins_a_page(page: Any) -> bool:
    """Whether what is first on a page had to be: an opener, a foreword, or what comes after one."""
    inside = [box for box in boxes(body_of(page)) if box.element is not None]
    first = next((box for box in inside if box.element.get("class", "").startswith("part ")), None)
    named = page.page_type.name if hasattr(page, "page_type") else ""
    return bool(named) or (first is not None and first.style["break_before"] == "page")


def paragraphs(page: Any) -> Iterator[Any]:
    """The paragraphs of running text on a page, each as its box with lines."""
    for box in boxes(body_of(page)):
        if box.element is not None and box.element.get("class") == "text":
            yield from (inner for inner in boxes(box) if _is_paragraph(inner))


def _is_paragraph(box: Any) -> bool:
    lines = getattr(box, "children", ())
    return box.element_tag == "p" and bool(lines) and all(type(line).__name__ == "LineBox" for line in lines)


def ends_early(lines: Sequence[Any], measure: float) -> Iterator[str]:
    """What was broken early: lines with more after them, in which the next word would have had room."""
    for line, after in pairwise(lines):
        used = line.width / measure
        if used < EARLY and not _is_broken(line):
            yield f"{used:.2f} {words_of(line)} / {words_of(after)}"


def _is_broken(line: Any) -> bool:
    """Whether its author wrote a break."""
    return any(box.element_tag == "br" for box in boxes(line))


def words_of(line: Any) -> str:
    return "".join(getattr(box, "text", "") for box in boxes(line))


@pytest.mark.parametrize("name", PLANS)
def test_pages_are_nearly_full(
    pages_of: PagesOf, name: str, record_property: Callable[[str, object], None]
) -> None:
    pages = pages_of(name)
    shares = [(round(fullness(page), 2), number) for number, page in enumerate(pages, 1)]
    free = [share for share, after in zip(shares, pages[1:], strict=False) if not begins_a_page(after)]
    record_property("emptiest", f"{name}: page {min(free)[1]}, {min(free)[0]:.0%} full")
    assert len(free) > len(pages) / 2
    assert [(number, share) for share, number in free if share < LEAST_FULL] == []


@pytest.mark.parametrize(
    ("name", "kind"), [*((name, "plan") for name in PLANS), *((name, "changes") for name in SHOWN["changes"])]
)
def test_no_page_holds_a_line_or_two(pages_of: PagesOf, name: str, kind: str) -> None:
    """Not even where what follows begins a page of its own."""
    shares = [(round(fullness(page), 2), number) for number, page in enumerate(pages_of(name, kind), 1)]
    assert [(number, share) for share, number in shares if share < LEAST] == []


def test_an_early_break_is_seen(plan_of: Callable[..., Workspace]) -> None:
    text = f"Few words. {'x' * 90} and many more of them, so that the line after the next is full again."
    pages = laid_out(page_for_paper(plan_of(f"chapters: [{{id: a, title: A, text: {text}}}]\n"), "plan"))
    found = [
        words for page in pages for one in paragraphs(page) for words in ends_early(one.children, one.width)
    ]
    assert len(found) == 1
    assert found[0].endswith("x")


@pytest.mark.parametrize("name", PLANS)
def test_no_line_is_broken_early(pages_of: PagesOf, name: str) -> None:
    found = [paragraph for page in pages_of(name) for paragraph in paragraphs(page)]
    assert len(found) > 5
    early = [words for one in found for words in ends_early(one.children, one.width)]
    assert early == []
