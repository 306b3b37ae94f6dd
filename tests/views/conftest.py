"""Editions of small plans, and two of them beside one another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit import shipped
from stratkit.check.comparison import compare
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.render.catalogues import speak
from stratkit.views.comparison import ComparisonView, comparison_view
from stratkit.views.edition import Edition
from stratkit.views.tongue import Tongue

LINES = """
themes:
  - {id: equity, title: Equity}
  - {id: climate, title: Climate}
challenges:
  - id: growth
    title: Growth
    focus_areas:
      - {id: housing, title: Housing}
  - {id: trust, title: Trust}
action_lines:
  - id: lead-on
    title: Lead on
    themes: [climate]
    axes:
      - id: voice
        title: Voice
        outcomes:
          - {id: code, title: A code, challenges: [housing], themes: [equity], reading: [themes]}
          - {id: forum, title: A forum, challenges: [trust]}
    outcomes:
      - {id: fund, title: A fund, number: "9"}
outcomes:
  - {id: late, title: A late one, parent: voice}
  - {id: own, title: Its own, contributes_to: [code]}
"""


@pytest.fixture
def edition_of(plan_of: Callable[..., Workspace]) -> Callable[..., Edition]:
    """Opens a plan of some YAML, in a language if one is given; `header` is put under `plan:`."""

    def open_edition(body: str = LINES, *, header: str = "", language: str | None = None) -> Edition:
        head = "format: 1\nplan:\n  id: small\n  title: A small plan\n  organization:\n    name: A network\n"
        workspace = plan_of(body, header=head + header)
        assert not workspace.problems
        return Edition(workspace, Tongue(language or "en"))

    return open_edition


@pytest.fixture
def compared(tmp_path: Path) -> Callable[..., ComparisonView]:
    """Compares two plans of some YAML: of two cycles, or, `revised`, one plan at two times.

    `subtitles` are those of the plans.
    """

    def show(
        old: str,
        new: str,
        *,
        revised: bool = False,
        language: str = "en",
        subtitles: tuple[str, str] = ("A plan", "A plan"),
    ) -> ComparisonView:
        cycles = ("old", "2018", "2021", ""), ("new", "2022", "2025", ", previous: ../old")
        opened: list[Workspace] = []
        for (name, start, end, rest), body, subtitle in zip(cycles, (old, new), subtitles, strict=True):
            said = f"id: {name}, title: The {name} plan, period: {{start: {start}, end: {end}}}{rest}"
            said = "id: plan, title: The plan" if revised else said
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            said += f", subtitle: {subtitle}, organization: {{name: A network}}"
            head = f"format: 1\nplan: {{{said}}}\n"
            (folder / "plan.yaml").write_text(head + body, encoding="utf-8")
            opened.append(open_workspace(folder, tmp_path))
            assert not opened[-1].problems
        return comparison_view(compare(opened[0], opened[1]), speak(language))

    return show


@pytest.fixture(scope="session")
def showcase(root: Path) -> ComparisonView:
    """The fictional plan beside the one before it, which it continues in every way there is."""
    workspace = open_workspace(shipped.plans() / "example-network-2024-2026", root)
    assert workspace.previous is not None
    return comparison_view(compare(workspace.previous, workspace), Tongue())
