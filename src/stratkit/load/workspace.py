"""A plan with all that belongs to it: what rules read and documents are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from copy import copy
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from stratkit.load.agreement import disagreements
from stratkit.load.assembly import Assembly, not_read
from stratkit.load.contradictions import contradictions
from stratkit.load.folder import PLAN_FILE, plan_files, project_root
from stratkit.load.ignores import Ignore, ignores
from stratkit.load.index import Index
from stratkit.load.settings import Settings, own_templates, read_settings
from stratkit.model.date import FiscalYear
from stratkit.model.element import Element
from stratkit.model.origin import Origin
from stratkit.model.plan import Header
from stratkit.model.report import Update
from stratkit.source.door import MAX_FILE, MAX_PLAN, Door, Unreadable
from stratkit.source.node import Mapping
from stratkit.source.problem import Problem
from stratkit.source.reader import MAX_NODES
from stratkit.source.text import SourceText

_LOSING = frozenset(("yaml-trap", "duplicate-key", "unknown-key", "wrong-type", "invalid-id", "missing-key"))
"""Faults with which a part of an element gets lost; of a wrong date or number at least the key is there."""


class NoPlan(Exception):
    """There is no plan at a path. `help` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.help = mend


class Workspace:
    """One plan, the index of its ids, the project's settings, and the problems of reading them."""

    as_of: date | None = None
    """The day on which it is judged what is late; None: that on which anything became known last."""

    def __init__(
        self,
        *,
        path: Path,
        door: Door,
        settings: Settings,
        index: Index,
        sources: list[SourceText],
        problems: list[Problem],
        languages: frozenset[str],
        room: int,
    ) -> None:
        self.path = path
        self.door = door
        self.settings = settings
        self.plan = index.plan
        self.index = index
        self.sources = sources
        self.problems = problems
        self.languages = languages
        self.room = room

    @property
    def folder(self) -> Path:
        """The folder the plan lies in."""
        return self.path if self.path.is_dir() else self.path.parent

    @property
    def templates(self) -> Path | None:
        """The folder of the project's own templates, if there is one."""
        return own_templates(self.door, self.settings)

    def neighbour(self, written: str) -> Path:
        """The place of another plan named in this one. Raises `Unreadable` if there is none, or this one."""
        path = self.door.inside(self.folder / written)
        try:
            there = (path / PLAN_FILE).is_file() or path.is_file()
        except OSError as error:
            raise Unreadable("missing-file", f"it cannot be opened ({error.strerror})") from None
        if not there:
            raise Unreadable(
                "missing-file", "there is no plan there", f"it is the folder with that plan's `{PLAN_FILE}`"
            )
        if _plan_file(path) == _plan_file(self.path):
            raise Unreadable("invalid-value", "this is the plan itself", "name the other plan's folder")
        return path

    def uncertain(self, element: Element) -> bool:
        """Whether a fault may hide what seems to be missing from an element, or what seems not to name it.

        Rules about what is missing pass over it: one mistake is reported once.
        """
        if self.index.may_be_named(element) or element.origin.has_empty():
            return True
        whole = element.origin.whole()
        starts = self._losses.get(whole.source, [])
        here = bisect_left(starts, whole.start)
        return here < len(starts) and starts[here] < whole.end

    @cached_property
    def _losses(self) -> dict[SourceText, list[int]]:
        """Where in each file something was not taken into the plan, in order."""
        found: dict[SourceText, list[int]] = {}
        for problem in self.problems:
            if problem.code in _LOSING:
                found.setdefault(problem.span.source, []).append(problem.span.start)
        return {source: sorted(starts) for source, starts in found.items()}

    @cached_property
    def ignores(self) -> list[Ignore]:
        """The comments that silence findings, file by file."""
        return [ignore for source in self.sources for ignore in ignores(source)]

    @property
    def header(self) -> Header | None:
        """What the plan says of itself; None if that is missing or cannot be read."""
        return self.index.header

    @property
    def fiscal(self) -> FiscalYear | None:
        """The organization's year; None if it cannot be read."""
        return self.header.fiscal if self.header else None

    @cached_property
    def reports(self) -> tuple[Update, ...]:
        """The updates; before them, as one without id or date, the readings that no report gave."""
        plan = self.plan
        if not plan.readings:
            return plan.updates
        nowhere = Origin(plan.readings[0].origin.source, Mapping(0, flow=False))
        return (Update(nowhere, id="", readings=plan.readings), *plan.updates)

    def after(self, earlier: Workspace) -> Self:
        """The same plan, beside another than the one it names as the plan before it."""
        beside = copy(self)
        beside.previous = earlier
        return beside

    @cached_property
    def previous(self) -> Workspace | None:
        """The plan before this one, if it is named and can be read at all."""
        if self.header is None or not self.header.previous:
            return None
        try:
            path, door = self.neighbour(self.header.previous), self.door
            return open_workspace(path, door.base, room=self.room, revision=door.revision)
        except (Unreadable, NoPlan):
            return None


def open_workspace(path: Path, base: Path, *, room: int = 1, revision: str = "") -> Workspace:
    """Read the plan at a path: a folder with a `plan.yaml`, that file, or a file that is a plan of its own.

    `base` is the folder that shown paths are relative to, `room` how many times the usual size of files and
    plans is allowed, `revision` that of git which the files are of, if they are not today's. Raises `NoPlan`
    if there is none; everything else that is wrong is among the workspace's problems.
    """
    try:
        path = _plan_path(path)
    except OSError as error:
        raise NoPlan(f"{path}: {error.strerror}", "name a plan's folder or file that can be read") from error
    folder = path if path.is_dir() else path.parent
    root = project_root(folder.resolve())
    door = Door(root, base, max_file=room * MAX_FILE, max_plan=room * MAX_PLAN, revision=revision)
    problems: list[Problem] = []
    settings = read_settings(door, problems)
    assembly = Assembly(folder, door, problems, max_nodes=room * MAX_NODES)
    if path.is_dir():
        closed: list[tuple[Path, Unreadable]] = []
        files = plan_files(folder, root, settings.skipped, closed)
        assembly.unseen = bool(closed)
        problems.extend(not_read(door, place, fault) for place, fault in closed)
    else:
        files = [path]
    for number, file in enumerate(files):
        assembly.read(file, first=number == 0)
    index = assembly.index()
    problems.extend(contradictions(index))
    problems.extend(disagreements(index))
    workspace = Workspace(
        path=path,
        door=door,
        settings=settings,
        index=index,
        sources=assembly.sources,
        problems=problems,
        languages=assembly.languages,
        room=room,
    )
    problems.extend(_unreachable_plans(workspace))
    from stratkit.load.pictures import missing_pictures  # which reads the workspace

    problems.extend(missing_pictures(workspace))
    return workspace


def _plan_file(path: Path) -> Path:
    return (path / PLAN_FILE if path.is_dir() else path).resolve()


def _plan_path(path: Path) -> Path:
    if path.name == PLAN_FILE and path.is_file():
        return path.parent
    first = path / PLAN_FILE if path.is_dir() else path
    if first.is_symlink() and not first.exists():
        raise NoPlan(f"{first}: this link leads nowhere", "put the file there, or delete the link")
    if first.exists() and not first.is_file():
        raise NoPlan(f"{first}: this is not an ordinary file", "name a plan's folder or file")
    if path.is_dir():
        if first.exists():
            return path
        raise NoPlan(
            f"{path}: this folder has no {PLAN_FILE}",
            "name the folder of a plan, or begin one with `stratkit init DIR`",
        )
    if not path.exists():
        raise NoPlan(
            f"{path}: there is no such file or folder",
            "look for a slip in the path, or begin a plan with `stratkit init DIR`",
        )
    return path


def _unreachable_plans(workspace: Workspace) -> Iterator[Problem]:
    """Faults of the paths to other plans."""
    header = workspace.header
    if header is None:
        return
    for name, written in (("previous", header.previous), ("part_of", header.part_of)):
        if written:
            try:
                workspace.neighbour(written)
            except Unreadable as fault:
                mend = fault.help or "the path is relative to this plan's folder"
                yield Problem(fault.code, header.origin.value(name), f"`{written}`: {fault}", mend)
