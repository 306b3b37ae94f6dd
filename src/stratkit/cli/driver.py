"""What git is told when it asks about one file of a plan: what changed in the plan, else which lines."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from stratkit.check.catalogue import GROUPS
from stratkit.check.comparison import Comparison, compare
from stratkit.check.finding import Selection, find
from stratkit.cli.plans import fails
from stratkit.cli.streams import Stop
from stratkit.load.folder import PLAN_FILE
from stratkit.load.git import git
from stratkit.load.snapshot import NoSnapshot, project_at
from stratkit.load.workspace import NoPlan, Workspace, open_workspace
from stratkit.source.door import MAX_FILE
from stratkit.source.shown import visible

_NOTHING = "/dev/null"
_UNTOLD = Selection(frozenset((*GROUPS["Files and values"], "duplicate-id")) - {"missing-file"})
"""With which changes could get lost; what a reference leads to may be in a file that git asks about later."""
_COLOURS = {"+": "32", "-": "31", "@": "36"}


class Version(NamedTuple):
    """A file as it was: its path in the repository, where git keeps what it holds, and its mode."""

    path: str
    file: str
    mode: str

    @property
    def is_there(self) -> bool:
        return self.file != _NOTHING


def speak(
    words: Sequence[str], policy: str, write: Callable[[Comparison], str], room: int, *, colour: bool
) -> str:
    """The answer to the words that git gives an external diff driver. Raises `Stop` for others.

    The file is compared within its plan, whose other files are taken as they were last committed. Where that
    cannot be or shows no change (a comment, a line break), the lines are compared.
    """
    if len(words) == 1:
        return f"* Unmerged path {visible(words[0])}\n"
    if len(words) not in {7, 9}:
        mend = '`git config diff.stratkit.command "stratkit diff --git-driver --"` lets git give them'
        raise Stop("--git-driver takes the seven arguments that git gives", mend)
    path, old_file, _, old_mode, new_file, _, new_mode = words[:7]
    moved, *notes = words[7:] or (path,)
    old, new = Version(path, old_file, old_mode), Version(moved, new_file, new_mode)
    head = "".join(f"{visible(line)}\n" for note in notes for line in note.splitlines())
    if old.is_there and new.is_there and old_mode != new_mode:
        head += f"old mode {visible(old_mode)}\nnew mode {visible(new_mode)}\n"
    comparison = _compared(old, new, policy, room)
    if comparison and comparison.difference.changes:
        return f"stratkit diff {visible(moved)}\n{head}{write(comparison)}"
    try:
        return head + _lines(old, new, colour=colour)
    except OSError as fault:
        raise Stop(f"{fault.filename}: {fault.strerror}", "see that you may read it") from None


def _compared(old: Version, new: Version, policy: str, room: int) -> Comparison | None:
    """The plan with either version of the file; None if it is not one plan that can be read both times."""
    try:
        with _surroundings(old.path, room) as top:
            places = top / old.path, top / new.path
            if not all(place.resolve().is_relative_to(top) for place in places):
                return None
            sides = []
            for version in (old, new):
                for place in places:
                    place.unlink(missing_ok=True)
                sides.append(_opened(version, top, room))
            before, after = sides
            if before is None or after is None:
                return None
            found = compare(before, after, policy)
            return found if found.difference.matching.revised else None
    except (OSError, NoPlan, ValueError):
        return None


@contextmanager
def _surroundings(path: str, room: int) -> Iterator[Path]:
    """A folder with the last commit of the project that a file is of; with nothing where there is none."""
    with ExitStack() as stack:
        try:
            top = stack.enter_context(project_at(Path(path), "HEAD", room=room)).top
        except NoSnapshot:
            empty = TemporaryDirectory(prefix="stratkit-", ignore_cleanup_errors=True)
            top = Path(stack.enter_context(empty)).resolve()
        yield top


def _opened(version: Version, top: Path, room: int) -> Workspace | None:
    """The plan with a version of its file put where it belongs; None if not all of it can be read."""
    place = top / version.path
    if version.is_there:
        if not version.mode.startswith("100") or Path(version.file).stat().st_size > room * MAX_FILE:
            return None
        _copy(version, place)
    above = (folder for folder in place.parents if folder.is_relative_to(top))
    plan = next((folder for folder in above if (folder / PLAN_FILE).is_file()), place)
    workspace = open_workspace(plan, top, room=room)
    return None if fails(find(workspace, _UNTOLD), "error") else workspace


def _copy(version: Version, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(Path(version.file).read_bytes())


def _lines(old: Version, new: Version, *, colour: bool) -> str:
    """The lines that differ, as git writes them where no repository can tell it how."""
    with TemporaryDirectory(prefix="stratkit-", ignore_cleanup_errors=True) as scratch:
        names = []
        for side, version in (("a", old), ("b", new)):
            if version.is_there:
                _copy(version, Path(scratch) / side / version.path)
            names.append(f"{side}/{version.path}" if version.is_there else _NOTHING)
        words = ("diff", "--no-index", "--no-prefix", "--no-ext-diff", "--no-textconv", "--", *names)
        try:
            told = git(Path(scratch), *words)
        except subprocess.CalledProcessError as fault:
            if fault.returncode != 1:  # which says that they differ
                raise
            told = fault.stdout
    return "\n".join(_shown(line, colour=colour) for line in told.decode(errors="replace").split("\n"))


def _shown(line: str, *, colour: bool) -> str:
    shown = "\t".join(map(visible, line.split("\t")))
    tint = _COLOURS.get(line[:1]) if colour else None
    return f"\x1b[{tint}m{shown}\x1b[m" if tint else shown
