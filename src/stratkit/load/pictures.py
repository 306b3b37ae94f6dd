"""The images that texts show, and where in the project they lie.

In: a plan's Markdown. Out: the files that its images lead to, and the faults of those that lead to none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from stratkit.load.passages import Passage, passages_with
from stratkit.load.workspace import Workspace
from stratkit.source.door import Unreadable
from stratkit.source.images import find_images
from stratkit.source.problem import Problem
from stratkit.source.text import short


def missing_pictures(workspace: Workspace) -> Iterator[Problem]:
    """The faults of images that are to lie in the project: none is there, or the path leaves it."""
    for passage in passages_with(workspace, "!["):
        for image in find_images(passage.text):
            path = local_path(workspace, passage, image.target)
            try:
                if path:
                    _look_for(path, workspace)
            except Unreadable as fault:
                message = f"`{short(image.target)}`: {fault}"
                mend = fault.help or "paths are relative to the file they are written in"
                yield Problem(fault.code, passage.span(image.start, image.end), message, mend)


def local_path(workspace: Workspace, passage: Passage, target: str) -> Path | None:
    """Where an image lies whose address is a path beside the text; None of any other address."""
    try:
        address = urlsplit(target)
    except ValueError:
        return None
    if address.scheme or address.netloc or not address.path or address.path.startswith("/"):
        return None
    return (workspace.door.base / passage.source.path).parent / unquote(address.path)


def _look_for(path: Path, workspace: Workspace) -> None:
    """Raises `Unreadable` if there is no such file in the project."""
    try:
        there = workspace.door.inside(path).is_file()
    except OSError as error:
        raise Unreadable("missing-file", f"the file cannot be opened ({error.strerror})") from None
    if not there:
        raise Unreadable("missing-file", "there is no such image")
