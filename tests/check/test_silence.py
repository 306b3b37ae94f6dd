"""What comments silence: on which lines, in which files, and nothing of themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.check.finding import Finding, find
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]
WHY = "— the web site reads it"


def told(workspace: Workspace) -> list[tuple[str, str]]:
    return [(one.code, one.help) for one in find(workspace) if on_comments(one)]


def on_comments(finding: Finding) -> bool:
    return finding.code in {"unused-ignore", "ignore-without-reason", "unknown-rule"}


def themes(comment: str) -> str:
    return f"themes:\n  - id: quiet\n    title: Quiet\n    colour: blue # stratkit: {comment}\n"


def test_help_fits_how_many_codes_there_are(plan_of: PlanOf) -> None:
    alone = ("unused-ignore", "delete the comment")
    assert told(plan_of(themes(f"ignore[unknown-key] {WHY}"))) == []
    assert told(plan_of(themes(f"ignore[unknown-key, wrong-type] {WHY}"))) == [
        ("unused-ignore", "take `wrong-type` out of the comment")
    ]
    unneeded = themes(f"ignore[missing-key, wrong-type] {WHY}").replace("colour: blue", "")
    assert told(plan_of(unneeded)) == [alone, alone]


@pytest.mark.parametrize(
    ("rest", "mend"),
    [
        (" because", "put ` — ` before the reason"),
        ("", "write ` — ` and the reason behind it"),
        (" —", "write ` — ` and the reason behind it"),
    ],
)
def test_help_fits_what_stands_behind_the_codes(plan_of: PlanOf, rest: str, mend: str) -> None:
    assert told(plan_of(themes("ignore[unknown-key]" + rest))) == [("ignore-without-reason", mend)]


@pytest.mark.parametrize("code", ["ignore-without-reason", "unknown-rule", "unused-ignore"])
def test_no_comment_silences_itself(plan_of: PlanOf, code: str) -> None:
    codes = [one for one, _ in told(plan_of(themes(f"ignore[unknown-key, {code}, no-rule]")))]
    assert sorted(codes) == ["ignore-without-reason", "unknown-rule", "unused-ignore"]


def test_a_comment_silences_another(plan_of: PlanOf) -> None:
    above = f"    # stratkit: ignore[ignore-without-reason] {WHY}\n    colour"
    assert told(plan_of(themes("ignore[unknown-key]").replace("    colour", above))) == []


@pytest.mark.parametrize(
    "field",
    [
        "text: {file: quiet.md} # C",
        "# C\n    text: {file: quiet.md}",
        "# C\n    text:\n      file: quiet.md",
        "text:\n      file: quiet.md # C",
        "text: # C\n      en: {file: quiet.md}",
        "text:\n      en: {file: quiet.md} # C\n      fr: Calme",
    ],
)
def test_a_comment_where_a_file_is_named_holds_for_all_of_it(
    plan_of: PlanOf, tmp_path: Path, field: str
) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/quiet.md").write_text("See this.\n\nAnd [that](#nothing).\n", "utf-8")
    body = f"themes:\n  - id: quiet\n    title: Quiet\n    {field}\n"

    def codes(body: str) -> list[str]:
        found = find(plan_of(body))
        return [one.code for one in found if on_comments(one) or one.code == "dangling-link"]

    assert codes(body.replace("# C", "")) == ["dangling-link"]
    assert codes(body.replace("# C", f"# stratkit: ignore[dangling-link] {WHY}")) == []
    assert codes(body.replace("# C", f"# stratkit: ignore[wrong-type] {WHY}")) == ["dangling-link"]


def test_a_comment_at_one_language_holds_for_its_file_alone(plan_of: PlanOf, tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    for name in ("en", "fr"):
        (tmp_path / f"plan/{name}-quiet.md").write_text("See [this](#nothing).\n", "utf-8")
    fields = (
        f"en: {{file: en-quiet.md}} # stratkit: ignore[dangling-link] {WHY}\n      fr: {{file: fr-quiet.md}}"
    )
    workspace = plan_of(f"themes:\n  - id: quiet\n    title: Quiet\n    text:\n      {fields}\n")
    links = [one.span.path for one in find(workspace) if one.code == "dangling-link"]
    assert links == ["plan/fr-quiet.md"]
