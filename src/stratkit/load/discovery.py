"""Where the plans below a folder are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from stratkit.load.folder import (
    OUTPUT_FOLDER,
    PLAN_FILE,
    SETTINGS_FILE,
    TEMPLATE_FOLDER,
    is_there,
    project_root,
)
from stratkit.load.workspace import project_settings


def plans_below(folder: Path) -> Iterator[Path]:
    """The folders with a `plan.yaml`, in the order of their paths, but for those a project excludes."""
    root = project_root(folder.resolve())
    todo = [(folder, folder.resolve(), root, _excluded(root))]
    while todo:
        here, place, root, excluded = todo.pop()
        if is_there(here / PLAN_FILE):
            yield here
        for name in _folders(here):
            within = (place / name).relative_to(root).as_posix()
            if any(fnmatchcase(within, pattern) for pattern in excluded):
                continue
            below = place / name
            project = (below, _excluded(below)) if is_there(below / SETTINGS_FILE) else (root, excluded)
            todo.append((here / name, below, *project))


def _folders(folder: Path) -> list[str]:
    """The names of the folders in one that may be entered, the last first."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted((name for name in names if not name.startswith(".")), reverse=True)


def _excluded(root: Path) -> tuple[str, ...]:
    patterns = project_settings(root).exclude
    return (OUTPUT_FOLDER, TEMPLATE_FOLDER, *(pattern.rstrip("/") for pattern in patterns))
