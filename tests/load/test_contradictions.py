from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.check.finding import STRUCTURE, Finding, find
from stratkit.load.workspace import Workspace, open_workspace

PlanOf = Callable[..., Workspace]

LINES = """\
action_lines:
  - id: parks
    title: Parks
    outcomes:
      - {{id: trees, title: Trees, parent: {parent}}}
  - id: roads
    title: Roads
    axes: [{{id: lanes, title: Lanes}}]
"""
UNUSABLE = (
    "fields: [{id: size, title: Size, type: choice, values: []}]\n"
    "themes: [{id: q, title: Q, fields: {size: x}}]"
)


def outcome(rest: str) -> str:
    return f"outcomes: [{{id: trees, title: Trees, {rest}}}]"


def member(rest: str) -> str:
    return f"members: [{{id: oslo, name: Oslo, {rest}}}]"


def errors(workspace: Workspace) -> list[Finding]:
    return [finding for finding in find(workspace, STRUCTURE) if finding.severity == "error"]


@pytest.mark.parametrize(
    ("body", "place", "said", "mend"),
    [
        ("outline: [vision, themes, vision]\nvision: Calm", "10:27: vision", "outline already", "keep one"),
        ("outline:\n  - vision\n  - vision\nvision: Calm", "12:5: vision", "outline already", "keep one"),
        (outcome("start: 2023, due: 2022"), "10:56: 2022", "`due` 2022 lies before `start` 2023", "swap"),
        (outcome("start: 2023-Q2, due: 2023-03"), "10:59: 2023-03", "before `start` 2023-Q2", "swap"),
        (member("since: 2020, until: 2019-12-31"), "10:54: 2019-12-31", "`until` 2019-12-31 lies", "swap"),
        (
            "work_plans: [{id: w, title: W, activities: [{id: a, title: A, start: 2023, due: 2022}]}]",
            "10:81: 2022",
            "lies before",
            "swap",
        ),
        ("fields: [{id: size, title: Size, type: choice}]", "10:40: choice", "no words", "`values: […]`"),
        (UNUSABLE, "10:40: choice", "no words", "`type: text`"),
        (LINES.format(parent="roads"), "14:43: roads", "`Trees` stands inside `Parks` already", "delete"),
        (LINES.format(parent="lanes"), "14:43: lanes", "`Trees` stands inside `Parks` already", "delete"),
    ],
)
def test_a_contradiction_is_one_finding(plan_of: PlanOf, body: str, place: str, said: str, mend: str) -> None:
    (finding,) = errors(plan_of(f"  fiscal_year: {{starts: 7}}\n\n\n{body}\n"))
    assert finding.code == "invalid-value"
    assert f"{finding.span.line}:{finding.span.column}: {finding.span.text}" == place
    assert said in finding.message
    assert mend in finding.help


@pytest.mark.parametrize(
    "body",
    [
        "outline: [vision, themes]\nvision: Calm",
        outcome("start: 2023, due: 2023"),
        outcome("start: 2023-06-30, due: 2023-Q2"),
        outcome("start: FY2023, due: 2022-07"),
        outcome("due: 2022"),
        member("since: 2020, until: 2020"),
        "fields: [{id: size, title: Size, type: choice, values: [small]}]",
        LINES.format(parent="parks"),
    ],
)
def test_what_agrees_is_silent(plan_of: PlanOf, body: str) -> None:
    assert errors(plan_of(f"  fiscal_year: {{starts: 7}}\n{body}\n")) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("  fiscal_year: {starts: 13}\n" + outcome("start: FY2023, due: 2022-07"), "invalid-value"),
        ("  fiscal_year: soon\n" + outcome("start: 2023, due: 2022"), "wrong-type"),
        (outcome("start: 2023, due: soon"), "invalid-date"),
        ("fields: [{id: size, title: Size, type: choice, values: {a: b}}]", "wrong-type"),
        (LINES.format(parent="rodas"), "dangling-reference"),
        (LINES.format(parent="trees"), "wrong-kind-reference"),
    ],
)
def test_what_is_reported_already_is_not_reported_again(plan_of: PlanOf, body: str, code: str) -> None:
    assert [finding.code for finding in errors(plan_of(body + "\n"))] == [code]


@pytest.mark.parametrize("key", ["previous", "part_of"])
@pytest.mark.parametrize("written", [".", "plan.yaml", "../plan", "./"])
def test_a_plan_that_names_itself(plan_of: PlanOf, key: str, written: str) -> None:
    workspace = plan_of(f"  {key}: {written}\n")
    (finding,) = errors(workspace)
    assert (finding.code, finding.span.line, finding.span.text) == ("invalid-value", 7, written)
    assert finding.message == f"`{written}`: this is the plan itself"
    assert finding.help == "name the other plan's folder"
    assert workspace.previous is None


def test_a_plan_of_one_file_that_names_itself(plan_of: PlanOf, tmp_path: Path) -> None:
    folder = plan_of("  previous: .\n").folder
    (folder / "plan.yaml").rename(folder / "small.yaml")
    one = open_workspace(folder / "small.yaml", tmp_path)
    assert [finding.code for finding in errors(one)] != ["invalid-value"]
    (folder / "small.yaml").write_text((folder / "small.yaml").read_text().replace(": .", ": small.yaml"))
    one = open_workspace(folder / "small.yaml", tmp_path)
    assert [finding.code for finding in errors(one)] == ["invalid-value"]
