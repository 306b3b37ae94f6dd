"""Texts within Markdown, where they are to be read as they are."""

from __future__ import annotations

import re

from stratkit.source.shown import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
_CALL = re.compile(r"(@|\bGH-|#|://|\bwww\.)(?=\w)", re.IGNORECASE)
_BREAK = "&#8203;"
"""A space without width, behind which GitHub takes no name, number or address for a link."""


def in_markdown(text: str) -> str:
    """A text without markup, HTML, links or mentions."""
    plain = _SPECIAL.sub(r"\\\1", visible(text))
    return _CALL.sub(rf"\1{_BREAK}", plain)


def as_code(text: str) -> str:
    """A text as code, where Markdown knows no HTML, links or mentions; a bar stands between two of them."""
    shown = visible(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    return r"\|".join(piece and f"{fence} {piece} {fence}" for piece in shown.split("|"))
