"""The plans that a command line names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from stratkit.check.catalogue import COMPARED
from stratkit.check.finding import EVERYTHING, Finding, Selection, find, find_hidden
from stratkit.check.identity import plan_name
from stratkit.cli.streams import Stop
from stratkit.load.folder import PLAN_FILE, is_there
from stratkit.load.settings import SEVERITIES
from stratkit.load.workspace import NoPlan, Workspace, open_workspace
from stratkit.source.door import Unreadable

_MANY = 8
"""As many plans are worth the time that starting further processes takes."""


class KnownFile(NamedTuple):
    """A file of known findings; if settings name it, with the folder that it may not lead out of."""

    path: Path
    root: Path | None = None


class Checked(NamedTuple):
    """What came of checking one plan, in the words of its project's settings.

    `hidden` are faults that the selection leaves out, though the plan is not read whole because of them;
    `doubts` those of the plan as it was published.
    """

    plan: str
    shown: str
    findings: list[Finding]
    hidden: list[Finding]
    codes: frozenset[str]
    elements: int
    files: int
    fail_on: str
    known_file: KnownFile | None
    doubts: Sequence[Finding] = ()
    known: Sequence[Finding] = ()


def standpoint() -> Path:
    """The folder where the command runs. Raises `Stop` if it has been deleted."""
    try:
        return Path.cwd()
    except OSError:
        raise Stop("the folder you are in is not there any more", "go to another one with `cd`") from None


def open_plan(path: Path, room: int = 1) -> Workspace:
    """The plan at a path, up to `room` times the usual size. Raises `Stop` if none can be opened."""
    try:
        workspace = open_workspace(path, standpoint(), room=room)
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


def structure_faults(workspace: Workspace) -> list[Finding]:
    """What keeps a plan from being rendered or computed."""
    from stratkit.check.finding import STRUCTURE

    return [finding for finding in find(workspace, STRUCTURE) if fails([finding], "error")]


def print_faults(workspace: Workspace, faults: Sequence[Finding], color: str) -> None:
    """Print findings with their lines."""
    from stratkit.cli import streams
    from stratkit.formats import Reach, finding_format

    reach = Reach(len(workspace.index.elements), len(workspace.sources))
    streams.result(finding_format("full")(faults, reach, colour=streams.wants_colour(color)))


def sound_plan(path: Path, color: str, room: int) -> Workspace | None:
    """A plan whose structure holds; None after its faults have been printed."""
    workspace = open_plan(path, room)
    faults = structure_faults(workspace)
    if faults:
        print_faults(workspace, faults, color)
    return None if faults else workspace


def find_plans(paths: Iterable[Path]) -> list[Path | Stop]:
    """The plans at some paths or in the folders below, each once; a `Stop` for what cannot be searched."""
    found: dict[str, Path | Stop] = {}
    for path in paths:
        for one in _plans_at(path):
            found.setdefault(str(one) if isinstance(one, Stop) else _place(one), one)
    return list(found.values())


def _place(plan: Path) -> str:
    """What is the same for all paths that lead to a plan."""
    return os.path.realpath(plan.parent if plan.name == PLAN_FILE else plan)


def _plans_at(path: Path) -> Sequence[Path | Stop]:
    standpoint()
    if not is_there(path, stat.S_ISDIR) or os.path.lexists(path / PLAN_FILE):
        return [path]
    from stratkit.load.discovery import plans_below

    closed: list[tuple[Path, Unreadable]] = []
    plans = list(plans_below(path, closed))
    if not plans and not closed:
        return [_nothing_below(path)]
    # What lies in a plan is told with that plan.
    stops = [
        Stop(f"{place}: {fault}", "see that you may read it, or name it under `exclude` in stratkit.yaml")
        for place, fault in closed
        if not any(plan in place.parents for plan in plans)
    ]
    return [*stops, *plans]


def _nothing_below(path: Path) -> Stop:
    from stratkit.load.discovery import plans_below

    if any(plans_below(path, [], heed_excludes=False)):
        return Stop(f"{path}: stratkit.yaml excludes all plans below", "look at what stands under `exclude`")
    mend = "name the folder of a plan, or begin one with `stratkit init DIR`"
    return Stop(f"{path}: this folder has no {PLAN_FILE}, and none is below", mend)


def check_plan(path: Path, selection: Selection, room: int) -> Checked:
    """Find what is wrong with one plan. Raises `Stop` if it cannot be opened."""
    workspace = open_plan(path, room)
    workspace.as_of = selection.as_of
    settings, root = workspace.settings, workspace.door.root
    codes = frozenset(selection.codes(settings.rules or {}))
    doubts: list[Finding] = []
    if codes.isdisjoint(COMPARED):
        findings = find(workspace, selection)
    else:
        from stratkit.cli.published import faults_in, published_plan

        with published_plan(workspace, selection.published, room) as published:
            findings = find(workspace, selection, published)
            doubts = faults_in(published)
    return Checked(
        plan_name(workspace),
        workspace.door.shown(workspace.path),
        findings,
        find_hidden(workspace, selection) if selection != EVERYTHING else [],
        codes,
        len(workspace.index.elements),
        len(workspace.sources),
        settings.fail_on or "error",
        KnownFile(root / settings.known_findings, root) if settings.known_findings else None,
        doubts,
    )


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
