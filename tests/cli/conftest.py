"""Runs the command as a user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(root: Path, tmp_path: Path) -> Run:
    """Runs `stratkit` with some words, in a scratch folder unless told otherwise."""

    def call(
        *words: str | Path, cwd: Path = tmp_path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("STRATKIT_", "FORCE_", "NO_COLOR"))
        }
        return subprocess.run(
            [sys.executable, "-m", "stratkit", *map(str, words)],
            cwd=cwd,
            env={**clean, "PYTHONPATH": str(root / "src"), "COLUMNS": "100", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return call
