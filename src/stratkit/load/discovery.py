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
    entries_of,
    natural,
    project_root,
)
from stratkit.load.settings import project_settings
from stratkit.source.door import Unreadable


def plans_below(
    folder: Path, closed: list[tuple[Path, Unreadable]], *, heed_excludes: bool = True
) -> Iterator[Path]:
    """The folders with a `plan.yaml`, as people count, but for those a project excludes.

    Whether that is a file that can be read is not asked. Folders that may not be read are added to `closed`.
    """
    root = project_root(folder.resolve())
    todo = [(folder, folder.resolve(), root, _excluded(root, heed=heed_excludes))]
    while todo:
        here, place, root, excluded = todo.pop()
        entries = entries_of(here, closed)
        if any(entry.name == PLAN_FILE for entry in entries):
            yield here
        for name in _folders(entries):
            within = (place / name).relative_to(root).as_posix()
            if any(fnmatchcase(within, pattern) for pattern in excluded):
                continue
            below = place / name
            project = (root, excluded)
            if os.path.lexists(below / SETTINGS_FILE):
                project = (below, _excluded(below, heed=heed_excludes))
            todo.append((here / name, below, *project))


def _folders(entries: list[os.DirEntry[str]]) -> list[str]:
    """The names of the folders to search, the last first."""
    names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    visible = (name for name in names if not name.startswith(".") and name != PLAN_FILE)
    return sorted(visible, key=lambda name: natural(Path(name)), reverse=True)


def _excluded(root: Path, *, heed: bool) -> tuple[str, ...]:
    patterns = project_settings(root).skipped if heed else ()
    return (OUTPUT_FOLDER, TEMPLATE_FOLDER, *(pattern.rstrip("/") for pattern in patterns))
