"""A heading in a text is at most one level below the heading above it.

Whoever hears a document, or reads its contents, finds the way by the levels of its headings. A level that
is missing looks like a part that was lost.

Bad::

    chapters:
      - id: resilience
        title: Resilience
        text: |
          # Water

          ### Floods

Good::

    chapters:
      - id: resilience
        title: Resilience
        text: |
          # Water

          ## Floods
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.load.passages import passages_with
from stratkit.load.workspace import Workspace
from stratkit.source.headings import find_headings
from stratkit.source.problem import Problem, Related

SEVERITY = "warning"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each heading that skips a level."""
    for passage in passages_with(workspace, "###"):  # only the third level can come after a gap
        for above, heading in pairwise(find_headings(passage.text)):
            level = above.level + 1
            if heading.level > level:
                message = f"this heading is of level {heading.level}, and the one above it of {above.level}"
                mend = f"begin it with `{'#' * level}`, or add the heading that is missing above it"
                related = (Related(passage.span(above.start, above.end), "the heading above"),)
                span = passage.span(heading.start, heading.end)
                yield Problem("heading-skips-a-level", span, message, mend, related)
