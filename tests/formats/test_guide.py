from __future__ import annotations

import re
from pathlib import Path

import pytest

from stratkit.formats.guide import guide_text
from stratkit.load.settings import Settings
from stratkit.model.plan import Plan
from stratkit.model.promise import Outcome


def test_the_page_is_fresh(root: Path, request: pytest.FixtureRequest) -> None:
    page = root / "docs/format.md"
    if request.config.getoption("--update-golden"):
        page.write_text(guide_text(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == guide_text(), "run with --update-golden and read it"


def test_every_key_is_there_with_its_sentence() -> None:
    text = guide_text()
    for field in (*Plan.fields_.values(), *Outcome.fields_.values(), *Settings.fields_.values()):
        assert f"`{field.name}`" in text
        assert field.doc.replace("|", "&#124;") in text


def test_links_lead_to_headings() -> None:
    text = guide_text()
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^## (.+)$", text, re.MULTILINE)}
    links = set(re.findall(r"\]\(#([^)]+)\)", text)) - {"id"}
    assert len(links) > 30
    assert links <= headings
    assert len(headings) == len(re.findall(r"^## ", text, re.MULTILINE))
