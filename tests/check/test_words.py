"""What findings say, where the words depend on what the author wrote."""

from pathlib import Path

import pytest

from stratkit.check.finding import Finding, find
from stratkit.load.workspace import open_workspace

HEAD = """format: 1
plan:
  id: {0}
  title: {{en: Port, fr: Port}}
  organization: {{name: Harbour Association}}
"""
LINE = "action_lines:\n  - id: calm\n    title: {en: Calm, fr: Calme}\n"
EARLIER = """themes:
  - id: clear
    title: Clear water
    was: [clouded]
  - id: quiet
    title: Quiet quays
"""


def tell(text: str, folder: Path, code: str, settings: str = "") -> Finding:
    (folder / "before").mkdir()
    (folder / "before" / "plan.yaml").write_text(HEAD.format("before") + EARLIER, "utf-8")
    (folder / "plan.yaml").write_text(HEAD.format("now") + text, "utf-8")
    (folder / "stratkit.yaml").write_text(settings, "utf-8")
    [finding] = [one for one in find(open_workspace(folder, folder)) if one.code == code]
    return finding


def test_bounds_are_told_as_bounds(tmp_path: Path) -> None:
    reading = "    readings: [{{indicator: trees, date: 2024, {}}}]\n"
    text = "indicators:\n  - id: trees\n    title: Trees\nupdates:\n  - id: first\n    period: 2024\n"
    text += reading.format("max: 42") + "  - id: second\n    period: 2025\n" + reading.format("min: 43")
    finding = tell(text, tmp_path, "restated-without-note")
    assert finding.message == "`trees` was at most 42 for 2024 in an earlier report, and is at least 43 here"


def test_new_element_of_the_same_id_is_asked_about_the_old_one(tmp_path: Path) -> None:
    text = "  previous: before\nthemes:\n  - {id: clear, title: Clear}\n"
    text += "  - {id: quiet, title: Quiet, succeeds: []}\n"
    finding = tell(text, tmp_path, "commitment-without-fate")
    assert finding.help.startswith("list `quiet` under `retired:` with its `fate:` (completed, dropped or")


def test_predecessor_that_was_renamed(tmp_path: Path) -> None:
    text = "  previous: before\nthemes:\n  - {id: quiet, title: Quiet}\n"
    text += "  - {id: clean, title: Clean, succeeds: [clouded]}\n"
    finding = tell(text, tmp_path, "unknown-predecessor")
    assert finding.help == "it was renamed there: write `clear`"
    errors = [one.code for one in find(open_workspace(tmp_path, tmp_path)) if one.severity == "error"]
    assert errors == ["unknown-predecessor"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("vision: {fr: Une ville}\n", "the `vision`"),
        ("  labels:\n    theme: {fr: Axe}\n", "the `theme`"),
        ("  labels:\n    theme: {one: {fr: Axe}}\n", "the `one` of `theme`"),
        ("values:\n  - id: care\n    title: {fr: Attention}\n", "the `title` of `care`"),
        (LINE + "    key_ideas: [{en: One, fr: Une}, {fr: Deux}]\n", "item 2 of `key_ideas` of `calm`"),
    ],
)
def test_text_without_translation_is_called_as_its_author_does(text: str, place: str, tmp_path: Path) -> None:
    finding = tell(text, tmp_path, "missing-translation", settings="languages: [en, fr]\n")
    assert finding.message == f"{place} is not there in `en`"


@pytest.mark.parametrize(
    ("written", "mend"),
    [("eng", "did you mean `en`?"), ("nor", "Norwegian is `nb`, or `nn`"), ("xyz", "write its two-letter")],
)
def test_language_that_is_none(written: str, mend: str, tmp_path: Path) -> None:
    finding = tell(
        f"  language: {written}\nvision: {{en: A city, fr: Une ville}}\n", tmp_path, "unknown-language"
    )
    assert finding.help.startswith(mend)


def test_breakdown_without_groups(tmp_path: Path) -> None:
    text = "indicators:\n  - id: trees\n    title: Trees\n    groups: {kind: []}\nupdates:\n  - id: first\n"
    text += "    period: 2024\n    readings: [{indicator: trees, group: {kind: oak}, value: 1}]\n"
    finding = tell(text, tmp_path, "reading-of-undeclared-group")
    assert finding.help == "declare it there: `kind: [oak, …]`"
