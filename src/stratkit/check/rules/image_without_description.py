"""An image is described in words.

Who cannot see it hears its description, and where an image is not printed its description stands in its
place. Without one, nothing is there.

Bad::

    challenges:
      - id: urban-growth
        title: Urban growth
        text: The region has spread along its railways. ![](growth.png)

Good::

    challenges:
      - id: urban-growth
        title: Urban growth
        text: The region has spread along its railways. ![Built-up area in 2020](growth.png)
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.texts import prose_with
from stratkit.load.workspace import Workspace
from stratkit.source.markdown import find_images
from stratkit.source.problem import Problem
from stratkit.source.text import short

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each image in a text that has no words."""
    for piece in prose_with(workspace, "!["):
        for image in find_images(piece.text):
            if not image.words.strip():
                span = piece.span(image.start, image.end)
                message = f"no words describe the image `{short(image.target)}`"
                mend = "write what it shows between the brackets: `![…](…)`"
                yield Problem("image-without-description", span, message, mend)
