"""A link in a text leads to an element that exists.

`[affordable housing](#affordable-housing)` becomes a link in the PDF and on the page. If nothing has that id,
the reader clicks and nothing happens.

Bad::

    challenges:
      - id: urban-growth
        title: Urban growth
        text: It makes [homes](#affordable-housing) dear.

Good::

    challenges:
      - id: urban-growth
        title: Urban growth
        text: It makes [homes](#affordable-housing) dear.
        focus_areas:
          - id: affordable-housing
            title: Affordable housing
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.load.index import Index
from stratkit.load.passages import passages_with
from stratkit.load.workspace import Workspace
from stratkit.source.links import find_links
from stratkit.source.problem import Problem
from stratkit.source.text import Span

SEVERITY = "error"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each link whose id nothing has."""
    index = workspace.index
    for passage in passages_with(workspace, "#"):
        for link in find_links(passage.text):
            if index.misses(link.target):
                span = passage.span(link.target_start, link.target_start + len(link.target))
                yield _problem(link.target, span, index)


def _problem(target: str, span: Span, index: Index) -> Problem:
    guess = index.closest(target)
    mend = f"did you mean `#{guess}`?" if guess else "write the id of an element after the `#`"
    return Problem("dangling-link", span, f"nothing in the plan has the id `{target}`", mend)
