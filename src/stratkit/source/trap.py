"""Where YAML silently misreads what an author wrote: what happened, and the cure.

In: the text and a node that libyaml made of it. Out: a `Problem` at the words the author should mend.
"""

from __future__ import annotations

import re

from stratkit.source.node import Mapping, Scalar
from stratkit.source.problem import Problem
from stratkit.source.text import SourceText, short

_QUOTE = "put the whole text in quotes"
CLOSE = "close it at the end of the text"
_LONGEST = 60
_CUT = re.compile(r"(?<=\S)[ \t]+(?=#\w)")
_HASHED = re.compile(r"[ \t]*(?=#\w)")
GLUED = re.compile(r"[a-z_]+:(?=[^\s/])")
_ENTRY = re.compile(r"- |[\w-]+:(?: |$)")
_BOUND = re.compile(r">=? ?-?[0-9]\S*")
_TAG = re.compile(r"![^\s,\[\]{}]*")
_COLON = re.compile(r"\s*:")


def comment_cuts(text: str) -> dict[int, int]:
    """Where a hash sign and a word follow a text: from the offset at which YAML stops to that of the hash."""
    if " #" not in text and "\t#" not in text:
        return {}
    return {match.start(): match.end() for match in _CUT.finditer(text)}


def cut_off(source: SourceText, node: Scalar, hash_at: int) -> Problem:
    """For a plain text that a word such as `#MetroGovernance` ends early."""
    line = source.line_start(source.position(hash_at)[0])
    indent = len(source.text[line:hash_at]) - len(source.text[line:hash_at].lstrip())
    span = source.span(max(node.start, line + indent), source.line_end(hash_at))
    message = "YAML takes ` #` for the start of a comment, and the text ends before it"
    quote = cure(span.text) if span.start == node.start else _QUOTE
    return Problem("yaml-trap", span, message, f"{quote}; for a comment, write a space after the `#`")


def swallowed(source: SourceText, key: Scalar | None, node: Scalar, *, flow: bool) -> Problem | None:
    """For a key or an item with nothing after it, if YAML rather than the author emptied it."""
    if key is not None and flow:
        if _COLON.match(source.text, key.end):
            return None
        if glued := GLUED.match(key.text):
            return no_space(source, key.start, key.start + glued.end())
        span = source.span(key.start, key.end)
        message = f"inside {{…}} a comma ends a text, so `{short(key.text)}` became a key without a value"
        return Problem("yaml-trap", span, message, _QUOTE)
    hashed = _HASHED.match(source.text, node.start)
    if hashed is None:
        return None
    span = source.span(hashed.end(), source.line_end(hashed.end()))
    emptied = f"`{short(key.text)}`" if key else "the item"
    message = f"YAML takes `#` for the start of a comment, so {emptied} is empty"
    return Problem("yaml-trap", span, message, cure(span.text))


def lost_label(source: SourceText, node: Scalar) -> Problem:
    """For a text that began with `&word`, which nothing repeats."""
    start = source.text.rindex("&", 0, node.start + 1)
    span = source.span(start, node.end)
    name = source.text[start : node.start].strip()
    message = f"YAML takes `{name}` for the name of an anchor and drops it from the text"
    return Problem("yaml-trap", span, message, cure(span.text))


def unknown_alias(source: SourceText, start: int, end: int) -> Problem:
    """For `*word` where no anchor has that name."""
    alias = source.text[start:end]
    message = f"YAML takes `{alias}` for the repetition of an anchor, and there is none of that name"
    span = source.span(start, source.line_end(start))
    return Problem("yaml-trap", span, message, f"{_QUOTE} if it is meant as text")


def open_quote(source: SourceText, start: int, end: int) -> Problem:
    """For a quotation mark that only another one, at `end` in a line below, closes."""
    message = f"this quotation mark is closed only in line {source.position(end)[0]}"
    return Problem("invalid-yaml", source.span(start, source.line_end(start)), message, CLOSE)


def swallowed_lines(source: SourceText, start: int, end: int, depth: int) -> Problem | None:
    """For quotation marks around what are keys or items, no further in than `depth`, of other values."""
    first, last = source.position(start)[0], source.position(end)[0]
    for number in range(first + 1, last + 1):
        line = source.line(number)
        words = line.lstrip(" ")
        if len(line) - len(words) <= depth and _ENTRY.match(words):
            return open_quote(source, start, end - 1)
    return None


def empty_bound(source: SourceText, node: Scalar) -> Problem | None:
    """For `>5`, which announces a text that is indented by five, and nothing follows."""
    span = source.span(node.start, source.line_end(node.start))
    if node.text or not _BOUND.fullmatch(span.text):
        return None
    message = "in YAML a value that starts with `>` announces a text on the lines below"
    return Problem("yaml-trap", span, message, mend(span.text))


def no_space(source: SourceText, start: int, end: int) -> Problem:
    """For a key without a space after its colon."""
    span = source.span(start, end)
    return Problem("invalid-yaml", span, f"a space is missing after `{span.text}`", "add it")


def tag(source: SourceText, start: int) -> Problem:
    """For a word that starts with an exclamation mark."""
    found = _TAG.search(source.text, start)
    start, end = found.span() if found else (start, start + 1)
    message = "a word that starts with `!` is a YAML tag, and plans have none"
    mend = "delete it; if it belongs to a text, put the whole text in quotes"
    return Problem("unsafe-yaml", source.span(start, end), message, mend)


def split_text(source: SourceText, node: Mapping) -> Problem | None:
    """For an item of a list that became a mapping because its text holds a colon."""
    before = source.text[max(0, node.start - 80) : node.start].rstrip(" ")
    if len(node.entries) != 1 or before[-1:] not in ("-", "[", ",") or source.text[node.start] == "{":
        return None
    ((key, value),) = node.entries.values()
    if not isinstance(value, Scalar) or "\n" in source.text[key.end : value.start]:
        return None
    span = source.span(key.start, value.end)
    message = f"YAML takes `{short(key.text)}:` for a key, because a colon with a space ends one"
    return Problem("yaml-trap", span, message, cure(span.text))


def cure(text: str) -> str:
    """How to write a text that YAML misreads."""
    if len(text) > _LONGEST or "\n" in text or "`" in text:
        return _QUOTE
    first = text[:1]
    if (
        first in ("'", '"')
        and text.endswith(first)
        and re.match(rf"{first}[^{first}]+{first}[^\s.,;:]", text)
    ):
        text = text[1:-1]
    elif first in ("'", '"') and text.endswith(first) and text.count(first) % 2:
        text = text[1:-1]  # 'Tenants' rights': quoted already, around an apostrophe
    quoted = "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'
    return f"{_QUOTE}: `{quoted}`"


def mend(text: str) -> str:
    """What to do about a text that YAML cannot read: of a bound, to write a number."""
    if _BOUND.fullmatch(text):
        number = "write the number alone; for a bound use `min:` or `max:`, for a doubt `note:`"
        return f"{number}; a text stands in quotes"
    return cure(text)
