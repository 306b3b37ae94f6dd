"""`./run` before it sets anything up: what it offers, and its words for a wrong command or an old Python."""

import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]


def run(script: Path, *arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = None if path is None else {"PATH": str(path)}
    return subprocess.run(
        ["/bin/sh", str(script), *arguments], capture_output=True, text=True, check=False, env=environment
    )


def test_help_names_every_command_it_knows() -> None:
    script = CHECKOUT / "run"
    cases = script.read_text("utf-8").partition("case $command in")[2].partition("*)")[0]
    commands = [line.partition(")")[0].split(" |")[0] for line in cases.splitlines() if ")" in line]
    assert commands == ["demo", "check", "test", "help"]
    ended = run(script, "help")
    assert ended.returncode == 0
    assert all(f"\n  {command} " in ended.stdout for command in commands)


def test_unknown_command_is_refused() -> None:
    ended = run(CHECKOUT / "run", "dmeo")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("usage: ./run COMMAND")


@pytest.mark.parametrize("command", ["demo", "test", "check"])
def test_old_python_gets_one_clear_line(command: str, tmp_path: Path) -> None:
    script = Path(shutil.copy(CHECKOUT / "run", tmp_path))
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("cat", "dirname"):
        (programs / name).symlink_to(str(shutil.which(name)))
    old = programs / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    ended = run(script, command, path=programs)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("stratkit needs Python 3.11 or newer;")
    assert ended.stderr.count("\n") == 1
    assert not (tmp_path / ".venv").exists()
