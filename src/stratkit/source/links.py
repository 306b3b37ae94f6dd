"""Links in prose to elements of the plan: `[words](#id)`, outside code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\[\\`\[\]]"
    r"|(?P<fence>^[ \t]*(?P<mark>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*(?P=mark)[`~]*[ \t]*$|\Z))"
    r"|(?P<ticks>`+)(?:(?!`)[\s\S])(?:[\s\S]*?(?<!`))??(?P=ticks)(?!`)"
    r"|(?P<run>`+)"
    r"|\[(?P<words>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(#(?P<id>[^()\s]*)\)",
    re.MULTILINE,
)


class ProseLink(NamedTuple):
    """A link's words and the id it leads to, with offsets: of the whole, and of the id."""

    words: str
    target: str
    start: int
    end: int
    target_start: int


def find_links(prose: str) -> Iterator[ProseLink]:
    """The links of a Markdown text to elements, in order."""
    if "](#" not in prose:
        return
    for match in _TOKEN.finditer(prose):
        if match["id"] is not None:
            yield ProseLink(match["words"], match["id"], match.start(), match.end(), match.start("id"))
