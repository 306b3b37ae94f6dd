"""A plan as it was in a revision of git: its project's files, laid out in a folder that is deleted again.

Of the revision come only ordinary files of the kinds that plans are made of, as they are kept: no link is
followed, no filter or hook runs, and nothing is fetched.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from stratkit.load.discovery import plans_below
from stratkit.load.folder import SETTINGS_FILE, project_root
from stratkit.load.git import SECONDS, Listed, files_in, git
from stratkit.load.workspace import NoPlan, Workspace, open_workspace
from stratkit.source.door import MAX_FILE, MAX_PLAN

SUFFIXES = (".yaml", ".yml", ".md", ".csv")
MAX_FILES = 20_000
_PARTIAL = (
    "files of that revision are not in this clone",
    "`git fetch --refetch --no-filter` brings what a partial clone has left out",
)
_SIGNS = {
    "not a git repository": ("this is in no git repository", "only plans that git keeps have revisions"),
    "dubious ownership": (
        "git does not trust the repository, which is somebody else's",
        "if you do, say so: `git config --global --add safe.directory FOLDER`",
    ),
    "lazy fetching": _PARTIAL,
    "promisor": _PARTIAL,
}
"""What git says, and what that means."""

_ORDINARY = ("100644", "100755", "100664")


class NoSnapshot(Exception):
    """A plan cannot be had as it was in a revision. `help` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.help = mend


class _Held(NamedTuple):
    """A file of a revision, and how many bytes it has."""

    file: Listed
    size: int


class Absent(NoSnapshot):
    """The revision is there, and the plan is not in it."""


class Laid(NamedTuple):
    """A revision's files in a folder: `top` stands for that of the repository, `project` for the project's.

    `place` is where what was asked for lies, or would.
    """

    top: Path
    project: Path
    place: Path


@contextmanager
def plan_at(
    plan: Path, revision: str, *, room: int = 1, named: str = "", known_as: str = ""
) -> Iterator[Workspace]:
    """The plan at a path as it was in a revision, for as long as its files lie there.

    Its project is there with it, as far as it is in the same repository. Shown paths read `REVISION:path`,
    from the top of the repository, or with `named` in place of the revision. `room` is how many times the
    usual size of files and plans is allowed. A plan that lay elsewhere is found by its id, `known_as`.
    Raises `Absent` and other `NoSnapshot`s.
    """
    shown = named or revision
    with project_at(plan, revision, room=room) as laid:
        try:
            workspace = open_workspace(laid.place, laid.top, room=room, revision=shown)
        except NoPlan:
            found = list(_known_as(known_as, laid, room, shown)) if known_as else []
            if len(found) != 1:
                mend = "name a revision that has it, or leave this plan out"
                raise Absent(f"{plan}: there was no plan here at `{shown}`", mend) from None
            workspace = found[0]
        yield workspace


@contextmanager
def project_at(path: Path, revision: str, *, room: int = 1) -> Iterator[Laid]:
    """The project that a path lies in as it was in a revision. The path need not be there, then or today.

    Raises `NoSnapshot`.
    """
    with ExitStack() as stack:
        try:
            folder, place = _standing(path)
            scratch = TemporaryDirectory(prefix="stratkit-", ignore_cleanup_errors=True)
            top = Path(stack.enter_context(scratch)).resolve()
            root = _root(folder)
            commit = commit_of(root, revision)
            there = top / _inside(git(root, "rev-parse", "--show-prefix").decode().strip("\n"))
            _lay_out(root, commit, there, room)
            laid = Laid(top, there, there / place.relative_to(root))
        except (OSError, subprocess.SubprocessError, ValueError) as fault:
            raise refusal(path, fault) from None
        yield laid


def _known_as(name: str, laid: Laid, room: int, shown: str) -> Iterator[Workspace]:
    """The plans of a project with an id."""
    for folder in plans_below(laid.project, [], heed_excludes=False):
        workspace = open_workspace(folder, laid.top, room=room, revision=shown)
        if workspace.header and workspace.header.id == name:
            yield workspace


def _standing(path: Path) -> tuple[Path, Path]:
    """The nearest folder that is there, and the whole path; links followed as far as there are any."""
    if path.is_dir():
        return path.resolve(), path.resolve()
    whole = path if path.parent.is_dir() else Path(os.path.abspath(path))  # noqa: PTH100 — `..` of what is gone
    here = next(one for one in whole.parents if one.is_dir())
    return here.resolve(), here.resolve() / whole.relative_to(here)


def top_of(folder: Path) -> Path:
    """The top of the repository that a folder lies in. Raises `NoSnapshot`."""
    try:
        return _top(folder)
    except (OSError, subprocess.SubprocessError) as fault:
        raise refusal(folder, fault) from None


def _top(folder: Path) -> Path:
    return (folder / git(folder, "rev-parse", "--show-cdup").decode().strip("\n")).resolve()


def _root(folder: Path) -> Path:
    """The project's folder, or the top of the repository if that lies further down."""
    top, root = _top(folder), project_root(folder)
    return root if root.is_relative_to(top) else top


def commit_of(folder: Path, revision: str) -> str:
    """The name of a commit in full. Raises `NoSnapshot` if git knows none, and what `git` raises."""
    try:
        words = ("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
        found = git(folder, *words).decode().strip()
    except (subprocess.CalledProcessError, ValueError):
        found = ""
    if re.fullmatch("[0-9a-f]{40,64}", found):
        return found
    mend = "`git tag` lists the tags here; `git fetch --tags` brings those that are missing"
    if git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        mend = "this clone has the newest revisions only: `git fetch --unshallow --tags` brings the others"
    if revision == "HEAD":
        raise NoSnapshot("no commit is checked out here", "`git commit` makes the first one")
    raise NoSnapshot(f"git knows no revision `{revision}`", mend)


def _lay_out(root: Path, commit: str, there: Path, room: int) -> None:
    """Write the files of a project at a commit into a folder."""
    listed = [one for one in files_in(root, commit) if one.mode in _ORDINARY and _is_plans(one.name)]
    if len(listed) > MAX_FILES:
        mend = "give the plans a folder of their own, with a `stratkit.yaml` in it"
        raise NoSnapshot(f"the project has more than {MAX_FILES:,} files at that revision", mend)
    held = _measured(root, listed)
    small = [one for one in held if one.size <= room * MAX_FILE]
    if sum(one.size for one in small) > room * MAX_PLAN:
        message = f"the project's files hold more than {room * MAX_PLAN:,} bytes at that revision"
        raise NoSnapshot(message, "raise the limits with `--room`")
    there.mkdir(parents=True, exist_ok=True)
    for one in held:
        if one.size > room * MAX_FILE:
            _write(there / _inside(one.file.name), b"", one.size)  # a plan that reads it is told of its size
    for one, content in zip(small, _contents(root, small), strict=True):
        _write(there / _inside(one.file.name), content, one.size)
    if not (there / SETTINGS_FILE).exists():
        (there / SETTINGS_FILE).touch()  # settings further up are not this project's


def _is_plans(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _inside(name: str) -> PurePosixPath:
    """A path of a repository. Raises ValueError if it could lead out of a folder."""
    if any(part in (".", "..", "") or part.lower() == ".git" for part in name.rstrip("/").split("/") if name):
        raise ValueError("a path in it leads out of the repository")
    if name.startswith("/") or "\\" in name:
        raise ValueError("a path in it is none")
    return PurePosixPath(name)


def _write(path: Path, content: bytes, size: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.truncate(size)


def _measured(root: Path, listed: list[Listed]) -> list[_Held]:
    """The files with their sizes."""
    lines = git(root, "cat-file", "--batch-check", given=_names(listed)).decode().splitlines()
    found = [line.split() for line in lines]
    if any(len(words) != 3 or words[1] != "blob" for words in found):
        raise NoSnapshot(*_PARTIAL)
    return [_Held(one, int(size)) for one, (_, _, size) in zip(listed, found, strict=True)]


def _contents(root: Path, held: list[_Held]) -> Iterator[bytes]:
    """What stands in files."""
    given = git(root, "cat-file", "--batch", given=_names([one.file for one in held]))
    start = 0
    for one in held:
        start = given.index(b"\n", start) + 1
        yield given[start : start + one.size]
        start += one.size + 1


def _names(listed: list[Listed]) -> bytes:
    return "".join(f"{one.blob}\n" for one in listed).encode()


def refusal(plan: Path, fault: Exception) -> NoSnapshot:
    """Why git gave nothing."""
    if isinstance(fault, subprocess.CalledProcessError):
        said = fault.stderr.decode(errors="replace").strip()
        for sign, (message, mend) in _SIGNS.items():
            if sign in said:
                return NoSnapshot(f"{plan}: {message}", mend)
        return NoSnapshot(f"{plan}: git cannot read that revision: {said}", "see what `git fsck` says")
    if isinstance(fault, subprocess.TimeoutExpired):
        return NoSnapshot(f"git gave no answer within {SECONDS} seconds", "try again")
    if isinstance(fault, FileNotFoundError) and fault.filename == "git":
        return NoSnapshot("git is not there, and without it no revision", "install git")
    reason = getattr(fault, "strerror", "") or fault
    return NoSnapshot(f"{plan}: the revision cannot be read: {reason}", "look at it with `git show`")
