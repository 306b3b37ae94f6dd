"""The README says what the program says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Stratkit = Callable[..., "subprocess.CompletedProcess[str]"]
HELP = re.compile(r"<!-- help: (stratkit[^>]*) -->\n```text\n(.*?)```", re.DOTALL)


OUTPUT = re.compile(r"<!-- output: (stratkit[^>]*) -->\n```text\n(.*?)```", re.DOTALL)
SHOWN = 18
"""The lines of an output that are shown."""


def _said(command: str, root: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "COLUMNS": "100"}
    code = "import sys; sys.argv[0] = 'stratkit'; from stratkit.cli import main; main()"
    words = [sys.executable, "-c", code, *command.split()[1:]]
    done = subprocess.run(
        words, cwd=root, env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def test_help_texts_are_those_of_the_program(root: Path, request: pytest.FixtureRequest) -> None:
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    found = HELP.findall(text)
    assert [command for command, _ in found] == ["stratkit", "stratkit validate", "stratkit render"]
    fresh = HELP.sub(
        lambda match: f"<!-- help: {match[1]} -->\n```text\n{_said(f'{match[1]} -h', root)}```", text
    )
    if request.config.getoption("--update-golden"):
        readme.write_text(fresh, encoding="utf-8")
    assert fresh == readme.read_text(encoding="utf-8"), "run with --update-golden"


def test_outputs_are_those_of_the_program(root: Path, request: pytest.FixtureRequest) -> None:
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    assert [command.split()[1] for command, _ in OUTPUT.findall(text)] == ["progress"]

    def fresh(match: re.Match[str]) -> str:
        lines = _said(match[1], root).splitlines()[:SHOWN]
        return f"<!-- output: {match[1]} -->\n```text\n" + "\n".join([*lines, "…"]) + "\n```"

    new = OUTPUT.sub(fresh, text)
    if request.config.getoption("--update-golden"):
        readme.write_text(new, encoding="utf-8")
    assert new == readme.read_text(encoding="utf-8"), "run with --update-golden"


def test_links_lead_somewhere(root: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (root / "README.md").read_text(encoding="utf-8"))
    assert len(links) > 8
    assert [link for link in links if "://" not in link and not (root / link).exists()] == []


@pytest.fixture
def stratkit(root: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command in a scratch folder."""

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "stratkit", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(root / "src")},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return call


def test_the_first_plan_goes_as_it_says(root: Path, tmp_path: Path, stratkit: Stratkit) -> None:
    stratkit("init", "my-plan")
    plan = tmp_path / "my-plan/plan.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("id: dear-housing", "id: dearer-housing"), encoding="utf-8"
    )
    said = stratkit("validate", "my-plan").stdout
    assert said.startswith("error[dangling-reference]")
    assert said in (root / "README.md").read_text(encoding="utf-8")


def test_its_commands_run(root: Path, tmp_path: Path, stratkit: Stratkit) -> None:
    shutil.copytree(root / "plans", tmp_path / "plans")
    readme = (root / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    lines = [line.partition("  #")[0] for block in blocks for line in block.splitlines()]
    commands = [shlex.split(line) for line in lines if line.startswith("stratkit ")]
    assert len(commands) > 6
    for words in commands:
        done = stratkit(*words[1:])
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), words
