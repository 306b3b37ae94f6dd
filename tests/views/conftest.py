"""Editions of small plans."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stratkit.load.workspace import Workspace
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
