"""Which files are a plan's, and in which order."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from stratkit.source.door import Unreadable

PLAN_FILE = "plan.yaml"
SETTINGS_FILE = "stratkit.yaml"
OUTPUT_FOLDER = "build"
TEMPLATE_FOLDER = "templates"
TABLE_FOLDER = "readings"
_SUFFIXES = (".yaml", ".yml")
_LINKED = ("links to folders are not followed", "move the folder here")


def project_root(start: Path) -> Path:
    """The folder whose files a plan may name: the nearest upwards with a `stratkit.yaml`, else its parent."""
    for folder in (start, *start.parents):
        if os.path.lexists(folder / SETTINGS_FILE):  # one that cannot be read is told, not passed over
            return folder
    return start.parent


def plan_files(
    folder: Path, root: Path, exclude: tuple[str, ...], closed: list[tuple[Path, Unreadable]]
) -> list[Path]:
    """The files of a plan: `plan.yaml` first, then by path as people count (`2-` before `10-`).

    They are YAML, and in the folder `readings` CSV too.
    Folders that are not entered, because they are links or may not be read, are added to `closed`.
    """
    first = folder / PLAN_FILE
    found = sorted(_walk(folder, root, exclude, closed), key=lambda path: natural(path.relative_to(folder)))
    return [first, *(path for path in found if path != first)]


def _walk(
    folder: Path, root: Path, exclude: tuple[str, ...], closed: list[tuple[Path, Unreadable]]
) -> Iterator[Path]:
    within = folder.resolve().relative_to(root)
    skipped = (OUTPUT_FOLDER, TEMPLATE_FOLDER, *(pattern.rstrip("/") for pattern in exclude))
    todo = [folder]
    while todo:
        here = todo.pop()
        for entry in entries_of(here, closed):
            path = here / entry.name
            place = (within / path.relative_to(folder)).as_posix()
            if entry.name.startswith(".") or any(fnmatchcase(place, pattern) for pattern in skipped):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not is_there(path / PLAN_FILE):
                    todo.append(path)
            elif is_there(path, stat.S_ISDIR):
                closed.append((path, Unreadable("unsafe-path", *_LINKED)))
            elif entry.name.endswith(_SUFFIXES):
                if entry.name != SETTINGS_FILE:
                    yield path
            elif is_table(entry.name) and path.relative_to(folder).parts[0] == TABLE_FOLDER:
                yield path


def is_table(name: str) -> bool:
    """Whether a file of this name is CSV."""
    return name.lower().endswith(".csv")


def entries_of(folder: Path, closed: list[tuple[Path, Unreadable]]) -> list[os.DirEntry[str]]:
    """What lies in a folder; one that may not be read is added to `closed`."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        closed.append((folder, Unreadable("missing-file", f"the folder cannot be opened ({error.strerror})")))
        return []


def is_there(path: Path, kind: Callable[[int], bool] = stat.S_ISREG) -> bool:
    """Whether something of a kind, a file unless said, is at a path; False too where one may not look."""
    try:
        return kind(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def natural(path: Path) -> list[list[tuple[int, int, str]]]:
    """What paths are sorted by to stand as people count: `p7` before `p33`."""
    return [
        [
            (0, int(piece), piece) if piece.isdecimal() and piece.isascii() else (1, 0, piece)
            for piece in _pieces(part)
        ]
        for part in path.parts
    ]


def _pieces(part: str) -> list[str]:
    return [piece for piece in re.split(r"([0-9]+)", part) if piece]
