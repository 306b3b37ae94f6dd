"""Everything in a plan that is for readers is in the document, on paper and on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from stratkit.load.workspace import Workspace
from stratkit.model.plan import Plan
from stratkit.render.page import page_for_paper, page_for_screen

Specimen = tuple[Workspace, dict[str, str]]
Page = Callable[[Workspace, str], str]


def words_of(html: str) -> str:
    """What a reader of a page sees, on one line."""
    body = html.partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_specimen_is_bound_whole(specimen: Specimen) -> None:
    assert not specimen[0].problems
    empty = [name for name, value in specimen[0].plan.as_dict().items() if value in (None, ())]
    assert empty == ["outline"]
    assert len(specimen[1]) > 200
    assert set(Plan.fields_) > {"members", "updates"}


@pytest.mark.parametrize("page", [page_for_paper, page_for_screen])
def test_every_text_is_printed(specimen: Specimen, page: Page) -> None:
    told = words_of(page(specimen[0], "plan"))
    missing = {f"{place}: {text}" for text, place in specimen[1].items() if text not in told}
    # readings in bulk are for the sheets of indicators and the documents of progress
    assert not {text for text in missing if not text.startswith("DatedReading.")}


@pytest.mark.parametrize("page", [page_for_paper, page_for_screen])
def test_readings_in_bulk_are_told_with_their_indicators(specimen: Specimen, page: Page) -> None:
    notes = [text for text, place in specimen[1].items() if place == "DatedReading.note"]
    told = words_of(page(specimen[0], "indicators"))
    assert notes
    assert all(note in told for note in notes)
