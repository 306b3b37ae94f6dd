"""An image has enough pixels to be printed.

On a screen a small image looks well, and on paper it is blurred. Half the width of the text on A4 takes
about 500 pixels.

Bad::

    challenges:
      - id: floods
        title: Floods
        text: |
          ![The quay at high water](small.gif)

Good::

    challenges:
      - id: floods
        title: Floods
        text: |
          ![The quay at high water](large.gif)
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from stratkit.load.passages import passages_with
from stratkit.load.pictures import local_path
from stratkit.load.workspace import Workspace
from stratkit.source.door import Door, Unreadable
from stratkit.source.images import find_images
from stratkit.source.problem import Problem
from stratkit.source.text import short

SEVERITY = "info"
MIN_WIDTH = 500
"""Pixels across half the text width of A4, 83 mm, at 150 to the inch."""


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each image of the project that would be blurred in print."""
    # Of its own: what images hold does not count as part of the plan.
    door = Door(workspace.door.root, workspace.door.base, max_plan=workspace.door.max_plan)
    widths: dict[tuple[str, str], int | None] = {}
    for passage in passages_with(workspace, "!["):
        for image in find_images(passage.text):
            asked = (passage.source.path, image.target)
            if asked not in widths:
                path = local_path(workspace, passage, image.target)
                widths[asked] = _width(door, path) if path else None
            width = widths[asked]
            if width is not None and width < MIN_WIDTH:
                span = passage.span(image.start, image.end)
                message = f"`{short(image.target)}` is {width} pixels wide, and is blurred in print"
                mend = f"use a larger one: half a page takes {MIN_WIDTH} pixels"
                yield Problem("image-too-small-for-print", span, message, mend)


def _width(door: Door, path: Path) -> int | None:
    """The width of an image, in pixels; None if it cannot be read."""
    try:
        raw = door.read_bytes(path)
    except (Unreadable, ValueError):
        return None
    return _measure(raw)


def _measure(raw: bytes) -> int | None:
    from PIL import Image

    try:
        with Image.open(BytesIO(raw), formats=("PNG", "JPEG", "GIF", "WEBP")) as image:
            return image.width
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
