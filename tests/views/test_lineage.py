"""What the plan's own document says of the plan before it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.render.catalogues import speak
from stratkit.views.edition import Edition
from stratkit.views.lineage import accepted_changes

BODY = """
outcomes:
  - id: trained
    title: Pilots are trained
    indicators: [{id: people, title: Pilots}, {id: hours, title: "Hours: in the air"}]
stakeholders: [{id: board, name: The board}]
accepted_changes:
  - {change: "%s", reason: The budget was cut., by: board, date: 2024-03}
"""


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("target-lowered:people:2023", "Pilots: Target, lowered"),
        ("target-postponed:people:2023-12", "Pilots: Target, postponed"),
        ("postponed:trained:due", "Pilots are trained: postponed"),
        ("baseline-restated:people:baseline.value", "Pilots: restated"),
        ("reworded:hours:title", "Hours: in the air: reworded"),
        ("unlinked:trained:themes:quiet", "Pilots are trained: gone"),
        ("unlinked:trained:themes#2", "Pilots are trained: gone"),
        ("removed:people#1", "Pilots: gone"),
        ("removed:gone-since", "removed:gone-since"),
        ("mended:people", "mended:people"),
        ("people", "people"),
    ],
)
def test_an_accepted_change_is_called_by_its_elements(
    edition_of: Callable[..., Edition], change: str, named: str
) -> None:
    edition = edition_of(BODY % change)
    (entry,) = accepted_changes(edition, edition.plan.accepted_changes, ()).entries
    assert entry.heading == named
    assert "The budget was cut." in str(entry)


def test_it_is_said_in_the_language_of_the_edition(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(BODY % "target-lowered:people:2023")
    french = Edition(edition.workspace, speak("fr"))
    (entry,) = accepted_changes(french, french.plan.accepted_changes, ()).entries
    assert entry.heading == "Pilots\u00a0: Cible, en baisse"


def test_what_was_removed_is_called_as_the_plan_before_called_it(
    edition_of: Callable[..., Edition], tmp_path: Path
) -> None:
    before = tmp_path / "before"
    before.mkdir()
    said = "id: before, title: Before, organization: {name: A network}, period: {start: 2018, end: 2020}"
    head = f"format: 1\nplan: {{{said}}}\n"
    (before / "plan.yaml").write_text(head + "themes: [{id: quiet, title: Quiet}]\n", encoding="utf-8")
    edition = edition_of(BODY % "removed:quiet", header="  previous: ../before\n")
    (entry,) = accepted_changes(edition, edition.plan.accepted_changes, ()).entries
    assert entry.heading == "Quiet (2018–2020): gone"
