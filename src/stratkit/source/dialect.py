"""The Markdown of plans: CommonMark with tables and footnotes, down to the level that can be printed.

Texts are checked and printed with this one parser. To import it takes longer than to check a small plan.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

MAX_NESTING = 16
"""A list takes two levels, a quotation one."""

_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?:\s|$)")


@cache
def parser() -> MarkdownIt:
    """Reads Markdown; HTML in it is text. Any address makes a link: who prints it has to judge it."""
    # `_flatten` ends the nesting; the parser's own limit would leave out what lies deeper
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING + 4}).enable("table")
    made.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    made.block.ruler.before("table", "flatten", _flatten)
    return made.use(footnote_plugin, inline=False)


def _flatten(state: StateBlock, start: int, end: int, _silent: bool) -> bool:  # noqa: FBT001 # as rules are called
    """At the deepest level, a paragraph for each item that lies deeper, with its bullet or number."""
    if state.level < MAX_NESTING:
        return False
    found: list[str] = []
    line = start
    while line < end and state.sCount[line] >= state.blkIndent:
        begin = state.bMarks[line] + state.tShift[line]
        words = state.src[begin : state.eMarks[line]].lstrip("> \t")
        if found and (not words or _ITEM.match(words)):
            break
        found.append(words)
        line += 1
    if any(found):
        # no `paragraph_open`: a tight list would take its tags away
        state.push("flat_open", "p", 1)
        text = state.push("inline", "", 0)
        text.content, text.map, text.children = "\n".join(found).strip(), [start, line], []
        state.push("flat_close", "p", -1)
    state.line = line
    return True
