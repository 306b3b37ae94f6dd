"""Markdown without its links to some elements: their words stay."""

from __future__ import annotations

import re
from collections.abc import Set
from urllib.parse import unquote

OMITTED = "…"
"""What stands for a link without words, which would have printed a title."""

_LINK = re.compile(
    r"(?P<lead>^[^\S\n]*)?(?<![!\\])\[(?P<words>[^\[\]`\\]*)\]\(#(?P<id>[^()\s]*)\)", re.MULTILINE
)
"""A link with plain words. `lead`: it is the first on its line."""

_TARGET = re.compile(r"(?<=[(<:\s])#([\w%-]+)")
_MARKER = re.compile(r"[-+>#=~|:]|\*\s|\d+[.)]\s")
"""What makes a list, a heading or the like of a line that begins with it."""


def unlink(text: str, ids: Set[str]) -> str:
    """A text in which no link leads to any of some ids, nor names it. It no longer knows its file."""

    def loosen(link: re.Match[str]) -> str:
        return _words(link) if link["id"] in ids else link[0]

    def untie(target: re.Match[str]) -> str:
        return "#" if unquote(target[1]) in ids else target[0]

    text = str(text)
    return _TARGET.sub(untie, _LINK.sub(loosen, text)) if "#" in text else text


def _words(link: re.Match[str]) -> str:
    """The words of a link; where they would mean something else alone, a link that leads nowhere."""
    words, lead = link["words"].strip(), link["lead"]
    if "\n\n" in words or (lead is not None and _MARKER.match(words)):
        return f"{lead or ''}[{words}](#)"
    return (lead or "") + (words or OMITTED)
