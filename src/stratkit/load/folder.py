"""Which files are a plan's, and in which order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

PLAN_FILE = "plan.yaml"
SETTINGS_FILE = "stratkit.yaml"
OUTPUT_FOLDER = "build"
TEMPLATE_FOLDER = "templates"
_SUFFIXES = (".yaml", ".yml")


def project_root(start: Path) -> Path:
    """The folder whose files a plan may name: the nearest one upwards with a `stratkit.yaml`, else the plan's parent."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    return start.parent


def plan_files(folder: Path, root: Path, exclude: tuple[str, ...] = ()) -> Iterator[Path]:
    """The YAML files of a plan's folder: `plan.yaml` first, then by path as people count (`2-` before `10-`)."""
    yield folder / PLAN_FILE
    found = sorted(_walk(folder, root, exclude), key=lambda path: _natural(path.relative_to(folder)))
    yield from (path for path in found if path != folder / PLAN_FILE)


def linked_folders(folder: Path) -> list[Path]:
    """Folders below this one that are links; they are not followed."""
    return sorted(Path(entry.path) for entry in os.scandir(folder) if entry.is_symlink() and entry.is_dir())


def _walk(folder: Path, root: Path, exclude: tuple[str, ...]) -> Iterator[Path]:
    skipped = {root / OUTPUT_FOLDER, root / TEMPLATE_FOLDER}
    todo = [folder]
    while todo:
        for entry in os.scandir(todo.pop()):
            path = Path(entry.path)
            if entry.name.startswith(".") or path in skipped or _excluded(path, root, exclude):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not (path / PLAN_FILE).exists():
                    todo.append(path)
            elif entry.name.endswith(_SUFFIXES) and entry.name != SETTINGS_FILE and not entry.is_dir():
                yield path


def _excluded(path: Path, root: Path, exclude: tuple[str, ...]) -> bool:
    if not exclude:
        return False
    try:
        shown = path.relative_to(root).as_posix()
    except ValueError:
        return False
    return any(fnmatch(shown, pattern.rstrip("/")) for pattern in exclude)


def _natural(path: Path) -> list[list[tuple[int, int, str]]]:
    return [
        [
            (0, int(piece), piece) if piece.isdecimal() and piece.isascii() else (1, 0, piece)
            for piece in _pieces(part)
        ]
        for part in path.parts
    ]


def _pieces(part: str) -> list[str]:
    return [piece for piece in re.split(r"([0-9]+)", part) if piece]
