from __future__ import annotations

import re
from pathlib import Path

import pytest

from stratkit.check.catalogue import CODES, rule
from stratkit.formats.rulebook import rules_text


def test_the_page_is_fresh(root: Path, request: pytest.FixtureRequest) -> None:
    page = root / "docs/rules.md"
    if request.config.getoption("--update-golden"):
        page.write_text(rules_text(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == rules_text(), "run with --update-golden and read it"


def test_every_rule_is_there_with_all_it_says() -> None:
    text = rules_text()
    assert len(CODES) > 20
    for code in CODES:
        said = rule(code)
        assert text.count(f"### {code}\n") == 1
        for part in (said.summary, said.why, said.bad, said.good):
            assert part in text


def test_links_lead_to_headings() -> None:
    text = rules_text()
    links = re.findall(r"\]\(#([^)]+)\)", text.partition("\n## ")[0])
    assert links == re.findall(r"^### (.+)$", text, re.MULTILINE)
