"""A repository with one plan, and the shell of a build machine in which stratkit is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.cli.starter import starter_files

Ended = subprocess.CompletedProcess[str]
Shell = Callable[..., Ended]

# What a build machine has: stratkit, a pip with nothing left to do, a reviewdog that keeps what it is sent.
PROGRAMS = {
    "stratkit": 'PYTHONPATH={src} exec {python} -m stratkit "$@"',
    "pip": 'test "$1" = install',
    "reviewdog": "cat >reviewdog.json",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository that has a sound plan in `plans`, published as it is."""
    folder = tmp_path / "repository"
    for name, text in starter_files("action-lines", 2025, "{}").items():
        path = folder / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "one"), ("tag", "published")):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


@pytest.fixture
def break_plan() -> Callable[[Path], None]:
    """Makes the plan in a folder name a challenge that is not there."""

    def change(folder: Path) -> None:
        path = folder / "plan.yaml"
        sound = path.read_text(encoding="utf-8")
        path.write_text(sound.replace("[dear-housing]", "[no-such-challenge]"), encoding="utf-8")

    return change


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment without what a build machine or this test run may have set for stratkit and Python."""
    unwanted = ("STRATKIT_", "GIT_", "GITHUB_", "PYTHONPATH")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}


@pytest.fixture
def shell(root: Path, desk: Path, tmp_path: Path, environment: dict[str, str]) -> Shell:
    """Runs a script in the repository, as GitHub does: any command that fails ends it."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, body in PROGRAMS.items():
        path = programs / name
        path.write_text("#!/bin/sh\n" + body.format(src=root / "src", python=sys.executable) + "\n")
        path.chmod(0o755)

    def run(script: str, **further: str) -> Ended:
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=desk,
            env={**environment, "PATH": path, **further},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def tool(environment: dict[str, str], tmp_path: Path) -> Callable[..., str]:
    """Runs a Python tool that must succeed, and gives what it printed."""

    def run(module: str, *words: str | Path) -> str:
        ended = subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    return run


@pytest.fixture
def check_schema(tool: Callable[..., str]) -> Callable[[str, Path], None]:
    """Holds a file against a schema that comes with check-jsonschema."""

    def check(name: str, path: Path) -> None:
        tool("check_jsonschema", "--builtin-schema", f"vendor.{name}", path)

    return check
