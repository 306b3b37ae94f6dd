"""A plan with all that belongs to it: what rules read and documents are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from stratkit.load.agreement import disagreements
from stratkit.load.bind import Binder
from stratkit.load.folder import PLAN_FILE, SETTINGS_FILE, is_there, plan_files, project_root
from stratkit.load.index import Index
from stratkit.load.prose import ProseFolder, bad_bytes
from stratkit.load.settings import Settings
from stratkit.model.origin import Origin
from stratkit.model.plan import ONCE, Header, Plan
from stratkit.source.door import BadBytes, Door, Unreadable
from stratkit.source.node import Mapping, Node, Scalar
from stratkit.source.problem import Problem, Related
from stratkit.source.reader import read_tree
from stratkit.source.text import SourceText


class NoPlan(Exception):
    """There is no plan at a path. `help` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.help = mend


class Workspace:
    """One plan, the index of its ids, the project's settings, and the problems of reading them."""

    def __init__(
        self,
        *,
        path: Path,
        door: Door,
        settings: Settings,
        plan: Plan,
        index: Index,
        sources: list[SourceText],
        problems: list[Problem],
    ) -> None:
        self.path = path
        self.door = door
        self.settings = settings
        self.plan = plan
        self.index = index
        self.sources = sources
        self.problems = problems

    @property
    def folder(self) -> Path:
        """The folder the plan lies in."""
        return self.path if self.path.is_dir() else self.path.parent

    def neighbour(self, written: str) -> Path:
        """The place of another plan named in this one. Raises `Unreadable` if it is outside or no plan."""
        path = self.door.inside(self.folder / written)
        if not is_there(path / PLAN_FILE) and not is_there(path):
            raise Unreadable(
                "missing-file", "there is no plan there", f"it is the folder with that plan's `{PLAN_FILE}`"
            )
        return path

    @property
    def header(self) -> Header | None:
        """What the plan says of itself; None if that is missing or cannot be read."""
        header = self.plan.__dict__["plan"]
        return header if isinstance(header, Header) else None

    @cached_property
    def previous(self) -> Workspace | None:
        """The plan before this one, if it is named and can be read at all."""
        if self.header is None or not self.header.previous:
            return None
        try:
            return open_workspace(self.neighbour(self.header.previous), self.door.base)
        except (Unreadable, NoPlan):
            return None


def open_workspace(path: Path, base: Path) -> Workspace:
    """Read the plan at a path: a folder with a `plan.yaml`, that file, or a file that is a plan of its own.

    `base` is the folder that shown paths are relative to. Raises `NoPlan` if there is none; everything
    else that is wrong is among the workspace's problems.
    """
    try:
        path = _plan_path(path)
    except OSError as error:
        raise NoPlan(f"{path}: {error.strerror}", "name a plan's folder or file that can be read") from error
    folder = path if path.is_dir() else path.parent
    root = project_root(folder.resolve())
    door = Door(root, base)
    problems: list[Problem] = []
    settings = _read_settings(door, problems)
    reader = _PlanReader(folder, door, problems)
    if path.is_dir():
        closed: list[tuple[Path, Unreadable]] = []
        files = plan_files(folder, root, settings.exclude, closed)
        problems.extend(_not_read(door, place, fault) for place, fault in closed)
    else:
        files = [path]
    for number, file in enumerate(files):
        reader.read(file, first=number == 0)
    return reader.finish(path, settings)


def _plan_path(path: Path) -> Path:
    if path.name == PLAN_FILE and path.is_file():
        return path.parent
    if path.is_dir():
        if (path / PLAN_FILE).exists():
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


def _read_settings(door: Door, problems: list[Problem]) -> Settings:
    path = door.root / SETTINGS_FILE
    if not path.exists():
        return Settings()
    source = _read_source(path, door, problems)
    root = read_tree(source, problems) if source else None
    if source is None or root is None:
        return Settings()
    settings = Binder(problems, ProseFolder(door.root, door)).bind(Settings, root, source)
    return settings if isinstance(settings, Settings) else Settings()


def _read_source(path: Path, door: Door, problems: list[Problem]) -> SourceText | None:
    try:
        return door.read(path)
    except BadBytes as error:
        problems.append(bad_bytes(error))
        return error.source
    except Unreadable as fault:
        problems.append(_not_read(door, path, fault))
        return None


def _not_read(door: Door, path: Path, fault: Unreadable) -> Problem:
    return Problem(fault.code, SourceText(door.shown(path), "").span(0), str(fault), fault.help)


class _PlanReader:
    """Reads a plan file by file and joins what they say."""

    def __init__(self, folder: Path, door: Door, problems: list[Problem]) -> None:
        self.door = door
        self.problems = problems
        self.prose = ProseFolder(folder, door)
        self.binder = Binder(problems, self.prose)
        self.values: dict[str, object] = {}
        self.tops: dict[str, tuple[SourceText, Scalar, Node]] = {}
        self.sources: list[SourceText] = []
        self.first: Origin | None = None

    def read(self, path: Path, *, first: bool) -> None:
        """Add one file."""
        faults = len(self.problems)
        source = self._source(path, first=first)
        if source is None:
            return
        self.sources.append(source)
        root = read_tree(source, self.problems) if len(self.problems) == faults else None
        if isinstance(root, Scalar) and root.empty:
            root = None
        if len(self.problems) > faults:
            self._salvage(source)
        if first:
            self._begin(source, root)
        if root is None:
            if first and len(self.problems) == faults:
                span = source.span(0)
                self.problems.append(
                    Problem(
                        "missing-key", span, "the file is empty", "it begins with `format: 1` and `plan:`"
                    )
                )
            return
        if not isinstance(root, Mapping):
            message = "a plan's file holds keys such as `themes:` with what belongs to them"
            span = source.span(root.start, source.line_end(root.start))
            self.problems.append(Problem("wrong-type", span, message, "write the key above the list"))
            self.binder.lose(root)
            return
        self.prose.beside = path.parent
        self._add(root, source, first=first)

    def _source(self, path: Path, *, first: bool) -> SourceText | None:
        if first and not path.is_file() and path.exists():
            raise NoPlan(f"{path}: this is not an ordinary file", "name a plan's folder or file")
        return _read_source(path, self.door, self.problems)

    def _begin(self, source: SourceText, root: Node | None) -> None:
        self.first = Origin(source, root or Mapping(0, flow=False))
        header = root.entries.get("plan") if isinstance(root, Mapping) else None
        if header and isinstance(header[1], Mapping) and "language" in header[1].entries:
            language = header[1].entries["language"][1]
            if isinstance(language, Scalar) and language.text:
                self.binder.language = self.prose.language = language.text

    def _salvage(self, source: SourceText) -> None:
        """What cannot be read still holds ids, and references to them are not wrong."""
        import re

        self.binder.lost.update(re.findall(r"\bid:[ \t]*[\"']?([a-z][a-z0-9-]*)", source.text))

    def _add(self, root: Mapping, source: SourceText, *, first: bool) -> None:
        known = root.entries.keys() & Plan.fields_.keys()
        if root.entries and not known:
            self._refuse_file(root, source, first=first)
            return
        values = self.binder.bind_fields(Plan, root, source)
        if first:
            self.binder.report_missing(Plan, root, source)
        for name in known:
            if name in ONCE and name in self.tops:
                self._refuse_second(name, root, source)
                self.binder.lose(root.entries[name][1])
                continue
            self.tops.setdefault(name, (source, *root.entries[name]))
            if name in values:
                self.values[name] = _joined(self.values.get(name), values[name])

    def _refuse_file(self, root: Mapping, source: SourceText, *, first: bool) -> None:
        from stratkit.load.likeness import did_you_mean

        key = next(iter(root.entries.values()))[0]
        message = f"no key of this file belongs to a plan, beginning with `{key.text[:40]}`"
        mend = "move the file, or name it under `exclude` in stratkit.yaml"
        if first:
            mend = "a plan begins with `format: 1` and `plan:`"
        mend = did_you_mean(key.text, Plan.fields_) or mend
        self.problems.append(Problem("unknown-key", source.span(key.start, key.end), message, mend))
        self.binder.lose(root)

    def _refuse_second(self, name: str, root: Mapping, source: SourceText) -> None:
        key = root.entries[name][0]
        other, first, _ = self.tops[name]
        related = Related(other.span(first.start, first.end), "the first is here")
        message = f"`{name}` stands in one file of a plan only, and this is the second"
        span = source.span(key.start, key.end)
        self.problems.append(Problem("duplicate-key", span, message, "keep one of the two", (related,)))

    def finish(self, path: Path, settings: Settings) -> Workspace:
        """The plan that was read, with its index."""
        plan = Plan(self.first, **self.values)
        outline = self.tops.get("outline")
        index = Index(
            plan, (outline[0], outline[2]) if outline else None, self.binder.lost, self.binder.nameless
        )
        self.problems.extend(disagreements(index))
        workspace = Workspace(
            path=path,
            door=self.door,
            settings=settings,
            plan=plan,
            index=index,
            sources=self.sources,
            problems=self.problems,
        )
        self.problems.extend(_unreachable_plans(workspace))
        return workspace


def _joined(before: object, value: object) -> object:
    """Two lists under the same key are one."""
    return (*before, *value) if isinstance(before, tuple) and isinstance(value, tuple) else value


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
