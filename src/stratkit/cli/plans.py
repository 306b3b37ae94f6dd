"""The plans that a command line names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from stratkit.check.finding import SEVERITIES, Finding, Selection, find
from stratkit.cli.streams import Stop
from stratkit.load.folder import PLAN_FILE
from stratkit.load.workspace import NoPlan, Workspace, open_workspace
from stratkit.source.door import BadBytes, Unreadable

_MANY = 8
"""As many plans are worth the time that starting further processes takes."""


class Checked(NamedTuple):
    """What came of checking one plan, in the words of its project's settings."""

    plan: str
    shown: str
    findings: list[Finding]
    codes: frozenset[str]
    elements: int
    files: int
    fail_on: str
    known_text: str
    known: int = 0


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
    from stratkit.load.discovery import plans_below

    return list(plans_below(path)) or [path]


def check_plan(path: Path, selection: Selection, room: int) -> Checked:
    """Find what is wrong with one plan. Raises `Stop` if it cannot be opened."""
    workspace = open_plan(path, room)
    settings = workspace.settings
    return Checked(
        workspace.header.id if workspace.header else "",
        workspace.door.shown(workspace.path),
        find(workspace, selection),
        frozenset(selection.codes(settings.rules or {})),
        len(workspace.index.elements),
        len(workspace.sources),
        settings.fail_on or "error",
        _known_text(workspace),
    )


def _known_text(workspace: Workspace) -> str:
    """The file of known findings that a project's settings name."""
    written = workspace.settings.known_findings
    if not written:
        return ""
    door = workspace.door
    try:
        return door.read(door.root / written).text
    except (Unreadable, BadBytes) as fault:
        mend = "`stratkit validate --write-known FILE` writes one"
        raise Stop(f"{written}, the known findings that stratkit.yaml names: {fault}", mend) from None


def check_plans(paths: Sequence[Path], selection: Selection, room: int) -> Iterator[Checked | Stop]:
    """Check several plans, in their order; many of them on as many cores as there are.

    For a plan that cannot be opened the `Stop` is yielded: the others are checked all the same.
    """
    if len(paths) < _MANY or (os.cpu_count() or 1) == 1:
        yield from (_try(path, selection, room) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    with ProcessPoolExecutor() as pool:
        batch = max(1, len(paths) // (16 * (os.cpu_count() or 1)))
        yield from pool.map(partial(_try, selection=selection, room=room), paths, chunksize=batch)


def _try(path: Path, selection: Selection, room: int) -> Checked | Stop:
    try:
        return check_plan(path, selection, room)
    except Stop as stop:
        return stop


def fails(findings: Sequence[Finding], threshold: str) -> bool:
    """Whether there is a finding at or above a severity; never at `never`."""
    if threshold == "never":
        return False
    return any(SEVERITIES.index(finding.severity) <= SEVERITIES.index(threshold) for finding in findings)
