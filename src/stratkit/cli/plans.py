"""The plans that a command line names."""

from __future__ import annotations

import os
from pathlib import Path

from stratkit.check.finding import SEVERITIES, Finding
from stratkit.cli.streams import Stop
from stratkit.load.folder import PLAN_FILE
from stratkit.load.workspace import NoPlan, Workspace, open_workspace
from stratkit.source.door import Unreadable


def open_plan(path: Path, room: int = 1) -> Workspace:
    """The plan at a path, up to `room` times the usual size. Raises `Stop` if none can be opened."""
    try:
        workspace = open_workspace(path, Path.cwd(), room=room)
    except NoPlan as fault:
        raise Stop(str(fault), fault.help) from None
    except Unreadable as fault:
        raise Stop(f"{path}: {fault}", fault.help) from None
    except OSError as fault:
        raise Stop(f"{path}: {fault.strerror or fault}", "see that you may read it") from None
    if not workspace.sources:
        problem = workspace.problems[0]
        raise Stop(f"{problem.span.path}: {problem.message}", problem.help or "see that you may read it")
    return workspace


def find_plans(path: Path) -> list[Path]:
    """The plan at a path, or the plans in the folders below it."""
    if not path.is_dir() or (path / PLAN_FILE).exists():
        return [path]
    found = []
    for folder, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith("."))
        if PLAN_FILE in files:
            found.append(Path(folder))
    return found or [path]


def fails(findings: list[Finding], threshold: str) -> bool:
    """Whether there is a finding at or above a severity; never at `never`."""
    if threshold == "never":
        return False
    return any(SEVERITIES.index(finding.severity) <= SEVERITIES.index(threshold) for finding in findings)
