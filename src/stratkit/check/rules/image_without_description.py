"""An image is described in words.

Who cannot see it hears its description, and where an image is not printed its description stands in its
place. Without one, nothing is there.

Bad::

    challenges:
      - id: urban-growth
        title: Urban growth
        text: The region has spread along its railways. ![](large.gif)

Good::

    challenges:
      - id: urban-growth
        title: Urban growth
        text: The region has spread along its railways. ![Built-up area in 2020](large.gif)
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.passages import passages_with
from stratkit.load.workspace import Workspace
from stratkit.source.images import find_images
from stratkit.source.problem import Problem
from stratkit.source.text import short

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each image in a text that has no words."""
    for passage in passages_with(workspace, "!["):
        for image in find_images(passage.text):
            if not image.words.strip():
                span = passage.span(image.start, image.end)
                message = f"no words describe the image `{short(image.target)}`"
                mend = "write what it shows between the brackets: `![…](…)`"
                yield Problem("image-without-description", span, message, mend)
