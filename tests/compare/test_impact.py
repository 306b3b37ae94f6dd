"""What somebody should look at again."""

from __future__ import annotations

from pathlib import Path

from stratkit.check.comparison import compare
from stratkit.load.workspace import Workspace, open_workspace

PLAN = """\
format: 1
plan: {{id: p, title: P, organization: {{name: O}}}}
themes: [{{id: quiet, title: {0}}}, {{id: clean, title: Clean}}]
outcomes:
  - {{id: first, title: First, themes: [quiet]}}
  - {{id: second, title: {1}, themes: [quiet, clean]}}
  - {{id: third, title: Third, themes: [clean], depends_on: [second]}}
"""


def opened(folder: Path, name: str, *titles: str) -> Workspace:
    (folder / name).mkdir()
    (folder / name / "plan.yaml").write_text(PLAN.format(*titles))
    return open_workspace(folder / name, folder)


def test_what_names_a_change_and_did_not_change_itself(tmp_path: Path) -> None:
    found = compare(opened(tmp_path, "old", "Quiet", "Second"), opened(tmp_path, "new", "Calm", "Two"))
    told = {concern.element.id: [link.target for link in concern.links] for concern in found.concerns}
    assert told == {"first": ["quiet"], "third": ["second"]}


def test_nothing_changed_concerns_nobody(tmp_path: Path) -> None:
    found = compare(opened(tmp_path, "old", "Quiet", "Second"), opened(tmp_path, "new", "Quiet", "Second"))
    assert (found.concerns, found.difference.changes) == ((), ())
    assert found.headline.total == found.headline.carried
