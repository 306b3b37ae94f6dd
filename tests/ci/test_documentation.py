"""What `docs/ci.md` says to copy: valid for its system, and run on a plan with one fault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
import yaml

FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ENDS = {
    ".github/workflows/strategy.yml": 1,
    ".github/workflows/strategy-scan.yml": 0,
    ".github/workflows/strategy-review.yml": 0,
    ".gitlab-ci.yml": 1,
    ".github/workflows/strategy-guard.yml": 1,
    "sh: stratkit validate plans --published published": 1,
    "sh: stratkit validate plans --format junit > stratkit-junit.xml": 1,
    "sh: stratkit validate plans --write-known plans/known-findings.json": 0,
    "sh: stratkit validate plans --known plans/known-findings.json": 0,
}
"""How what is copied ends, one after the other, on a plan with a fault."""


Shell = Callable[..., CompletedProcess[str]]


class Block(NamedTuple):
    """A piece to copy: the file it belongs in (for shell: the command), its text and its shell script."""

    name: str
    text: str
    script: str


def scripts(value: Any) -> Iterator[str]:
    """The shell scripts of a workflow, or of GitLab's jobs."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "run":
                yield inner
            elif key == "script":
                yield from inner
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs/ci.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def blocks(page: str) -> list[Block]:
    found = []
    for language, text in FENCE.findall(page):
        if language == "sh":
            found.append(Block(f"sh: {text.strip()}", text, text))
        else:
            assert language == "yaml"
            name = text.splitlines()[0].removeprefix("# ")
            found.append(Block(name, text, "\n".join(scripts(yaml.safe_load(text)))))
    return found


def test_every_block_is_valid_for_its_system(
    blocks: list[Block], check_schema: Callable[[str, Path], None], tool: Callable[..., str], tmp_path: Path
) -> None:
    seen = set()
    for number, block in enumerate(blocks):
        path = tmp_path / f"{number}.yaml"
        path.write_text(block.text, encoding="utf-8")
        if block.name.startswith(".github/workflows/"):
            check_schema("github-workflows", path)
        elif block.name == ".gitlab-ci.yml":
            check_schema("gitlab-ci", path)
        elif block.name == ".pre-commit-config.yaml":
            tool("pre_commit", "validate-config", path)
        else:
            assert block.name == "plans/stratkit.yaml" or block.name.startswith("sh: ")
        seen.add(block.name)
    assert seen == {*ENDS, ".pre-commit-config.yaml", "plans/stratkit.yaml"}


def test_every_script_does_what_it_says_on_a_plan_with_a_fault(
    blocks: list[Block], desk: Path, shell: Shell, break_plan: Callable[[Path], None]
) -> None:
    break_plan(desk / "plans")
    for block in blocks:
        if block.script:
            done = shell(block.script)
            assert (block.name, done.returncode) == (block.name, ENDS.get(block.name)), done.stderr
    named = {name for block in blocks for name in re.findall(r"> (\S+)$", block.script, re.MULTILINE)}
    assert named == {"stratkit.sarif", "gl-code-quality-report.json", "stratkit-junit.xml"}
    for name in named | {"reviewdog.json"}:
        text = (desk / name).read_text(encoding="utf-8")
        assert "no-such-challenge" in text
        ElementTree.fromstring(text) if name.endswith(".xml") else json.loads(text)  # noqa: S314 — our own


def test_every_script_passes_on_a_sound_plan(blocks: list[Block], desk: Path, shell: Shell) -> None:
    assert [block.name for block in blocks if block.script and shell(block.script).returncode] == []


def test_the_settings_silence_what_was_known(
    blocks: list[Block], desk: Path, shell: Shell, break_plan: Callable[[Path], None]
) -> None:
    break_plan(desk / "plans")
    by_name = {block.name: block for block in blocks}
    (write,) = (block for name, block in by_name.items() if "--write-known" in name)
    assert shell(write.script).returncode == 0
    (desk / "plans/stratkit.yaml").write_text(by_name["plans/stratkit.yaml"].text, encoding="utf-8")
    assert shell("stratkit validate plans").returncode == 0
    (desk / "plans/known-findings.json").write_text('{"version": 1, "findings": []}')
    assert shell("stratkit validate plans").returncode == 1


def test_every_command_in_running_text_runs(page: str, desk: Path, shell: Shell) -> None:
    commands = set(re.findall(r"`(stratkit [^`]+)`", FENCE.sub("", page)))
    assert commands
    assert [command for command in commands if shell(command).returncode] == []


def test_every_format_is_named(page: str) -> None:
    from stratkit.formats import FINDING_FORMATS

    assert [name for name in FINDING_FORMATS if name != "full" and name not in page] == []


def test_every_input_of_the_action_is_listed_with_its_default(page: str, root: Path) -> None:
    inputs = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))["inputs"]
    rows = dict(re.findall(r"^\| `([\w-]+)` \|.*\| (.+) \|$", page, re.MULTILINE))
    said = {name: f"`{one['default']}`" for name, one in inputs.items() if one["default"]}
    assert rows == {**said, "fail-on": "what `stratkit.yaml` says, else `error`"}


def test_a_new_plan_brings_a_workflow_that_works(
    page: str, desk: Path, shell: Shell, check_schema: Callable[[str, Path], None]
) -> None:
    path = desk / "plans/.github/workflows/stratkit.yml"
    check_schema("github-workflows", path)
    text = path.read_text(encoding="utf-8")
    (install, validate) = scripts(yaml.safe_load(text))
    assert install in page
    assert shell(validate).returncode == 0
