"""Where YAML would misread an author silently, or refuse in words of its own: what happened, and the cure.

In: the text and what libyaml said of it, or a node it made. Out: a `Problem` at the words the author should
mend.
"""

from __future__ import annotations

import re

import yaml

from stratkit.source.node import Scalar
from stratkit.source.problem import Problem, Related
from stratkit.source.text import SourceText, Span

EXPLAINED = "explained"
"""The style of an empty scalar whose fault has been reported already."""

_QUOTE = "put the whole text in quotes"
_CUT = re.compile(r"(?<=\S)[ \t]+(?=#\w)")
_LINE = re.compile(r"(?P<lead>[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?)(?P<value>\S.*?)[ \t]*$")
_NO_SPACE = re.compile(r"[ \t]*(?:- +)*(?P<key>[a-z_]+):(?=[^\s/])")
_STARTS = {
    '"': "closes at the next quotation mark, and the text goes on after it",
    "'": "closes at the next quotation mark, and the text goes on after it",
    "[": "begins a list, and the text goes on after it",
    "{": "begins a mapping, and the text goes on after it",
    "*": "repeats a value that carries an anchor",
    "&": "names an anchor",
    "%": "may not begin a text",
    "@": "may not begin a text",
    "`": "may not begin a text",
    "|": "announces a text on the lines below",
    ">": "announces a text on the lines below",
    "-": "begins a list item",
    "?": "begins a key",
}
_OPENING = {"while parsing a flow sequence": "[", "while parsing a flow mapping": "{"}


def comment_cuts(text: str) -> dict[int, int]:
    """Where a word with a hash sign follows a text: from the offset at which YAML stops reading to that of the hash."""
    return {match.start(): match.end() for match in _CUT.finditer(text)} if "#" in text else {}


def cut_off(source: SourceText, node: Scalar, hash_at: int) -> Problem:
    """For a plain text that a word such as `#MetroGovernance` ends early."""
    span = source.span(node.start, source.line_end(hash_at))
    message = "YAML takes ` #` for the start of a comment, and the text ends before it"
    return Problem("yaml-trap", span, message, f"{_QUOTE}; for a comment, write a space after the `#`")


def swallowed(source: SourceText, key: Scalar, node: Scalar, *, flow: bool) -> Problem | None:
    """For a key with nothing after it, if YAML rather than the author emptied it."""
    if flow:
        span = source.span(key.start, key.end)
        message = f"inside {{…}} a comma ends a text, so `{_short(key.text)}` became a key without a value"
        return Problem("yaml-trap", span, message, _QUOTE)
    end = source.line_end(node.start)
    rest = source.text[node.start : end]
    hashed = re.match(r"[ \t]*(?=#\w)", rest)
    if hashed is None:
        return None
    span = source.span(node.start + hashed.end(), end)
    message = f"YAML takes `#` for the start of a comment, so `{key.text}` is empty"
    return Problem("yaml-trap", span, message, _QUOTE)


def lost_label(source: SourceText, node: Scalar) -> Problem:
    """For a text that began with `&word`, which nothing repeats."""
    start = source.text.rindex("&", 0, node.start + 1)
    name = source.text[start : node.start].strip()
    message = f"YAML takes `{name}` for the name of an anchor and drops it from the text"
    return Problem("yaml-trap", source.span(start, node.end), message, _QUOTE)


def unknown_alias(source: SourceText, start: int, end: int) -> Problem:
    """For `*word` where no anchor has that name."""
    alias = source.text[start:end]
    message = f"YAML takes `{alias}` for the repetition of an anchor, and there is none of that name"
    span = source.span(start, source.line_end(start))
    return Problem("yaml-trap", span, message, f"{_QUOTE} if it is meant as text")


def explain(source: SourceText, error: yaml.MarkedYAMLError) -> Problem:
    """What libyaml refused, as an author would say it."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(source.text))
    return (
        _unclosed_quote(source, error)
        or _bad_escape(source, error, at)
        or _tab(source, at)
        or _trap_on_line(source, at)
        or _unclosed_bracket(source, error, at)
        or _run_on(source, error, at)
        or _indent(source, error, at)
        or Problem(
            "invalid-yaml", _rest_of_line(source, at), f"YAML cannot read this: {error.problem}", _MEND
        )
    )


_MEND = "look for a missing colon, quote, bracket or indent here or just above"


def _unclosed_quote(source: SourceText, error: yaml.MarkedYAMLError) -> Problem | None:
    if error.context != "while scanning a quoted scalar" or "end of stream" not in (error.problem or ""):
        return None
    at = error.context_mark.index
    return Problem(
        "invalid-yaml",
        source.span(at, source.line_end(at)),
        "this quotation mark is never closed",
        "close it at the end of the text",
    )


def _bad_escape(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    if error.context != "while parsing a quoted scalar" or "escape" not in (error.problem or ""):
        return None
    message = f"inside double quotes a backslash begins an escape, and `{source.text[at : at + 2]}` is none"
    return Problem(
        "invalid-yaml", source.span(at, at + 2), message, "write `\\\\`, or use single quotes around the text"
    )


def _tab(source: SourceText, at: int) -> Problem | None:
    if source.text[at : at + 1] != "\t":
        return None
    span = source.span(at, at + 1)
    return Problem(
        "invalid-yaml", span, "a tab may not indent a line in YAML", "use spaces, two for each level"
    )


def _trap_on_line(source: SourceText, at: int) -> Problem | None:
    number, column = source.position(at)
    line = source.line(number)
    match = _LINE.match(line)
    if not match or not match["lead"].strip():
        return None
    start = at - column + 1 + match.start("value")
    reason = _reason(match["value"])
    if reason is None:
        return None
    span = source.span(start, start + len(match["value"]))
    return Problem("yaml-trap", span, reason, _QUOTE)


def _reason(value: str) -> str | None:
    first = value[0]
    if first in "\"'":
        closed = re.match(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", value)
        if not closed or not value[closed.end() :].lstrip() or value[closed.end() :].lstrip()[0] in "#,]}:":
            return None
    elif first in "[{":
        return _bracket_reason(value)
    elif first in "-?" and value[1:2] != " ":
        first = ""
    if first in _STARTS:
        return f"in YAML a value that starts with `{first}` {_STARTS[first]}"
    if ": " in value or value.endswith(":"):
        return "in YAML a colon with a space after it ends a key, so a text may not hold one unquoted"
    return None


def _bracket_reason(value: str) -> str | None:
    first, last = value[0], "]" if value[0] == "[" else "}"
    inside, closed, after = value[1:].partition(last)
    if closed and after.strip() and after.lstrip()[0] not in "#,]}:":
        return f"in YAML a value that starts with `{first}` {_STARTS[first]}"
    if first == "{" and any(part.count(": ") > 1 for part in inside.split(",")):
        return "inside {…} a colon with a space after it ends a key, so a text may not hold one unquoted"
    return None


def _unclosed_bracket(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    bracket = _OPENING.get(error.context or "")
    if bracket is None:
        return None
    opened = error.context_mark.index
    close = "]" if bracket == "[" else "}"
    related = (Related(_rest_of_line(source, at), "YAML gave up here"),)
    mend = f"close it with `{close}`; put texts that hold brackets, commas or colons in quotes"
    span = source.span(opened, opened + 1)
    return Problem("invalid-yaml", span, f"this `{bracket}` is not closed where it should be", mend, related)


def _run_on(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    """A key without a space after its colon, which glues its line to the next one."""
    if "mapping values" not in (error.problem or "") and "could not find expected ':'" not in (
        error.problem or ""
    ):
        return None
    number, column = source.position(at)
    for line in (number - 1, number):
        match = _NO_SPACE.match(source.line(line)) if line else None
        if match:
            start = (
                at - column + 1 if line == number else source.text.rindex(source.line(line), 0, at)
            ) + match.start("key")
            message = f"a space is missing after `{match['key']}:`"
            return Problem(
                "invalid-yaml", source.span(start, start + len(match["key"]) + 1), message, "add it"
            )
    return None


def _indent(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    problem = error.problem or ""
    if not any(
        words in problem for words in ("mapping values", "expected key", "'-' indicator", "not allowed")
    ):
        return None
    number, column = source.position(at)
    line = source.line(number)
    start = at - column + 1 + len(line) - len(line.lstrip())
    message = "this line does not stand where YAML expects it"
    mend = "keys that belong together begin in the same column, and a list's `- ` under its key"
    return Problem("invalid-yaml", source.span(start, source.line_end(start)), message, mend)


def _rest_of_line(source: SourceText, at: int) -> Span:
    return source.span(at, max(at, source.line_end(at)))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
