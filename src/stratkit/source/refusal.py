"""What libyaml refuses, as an author would say it.

In: the text and libyaml's error. Out: a `Problem`: a trap of YAML's with its cure if a text on the line is at
fault, else the slip that most likely is.
"""

from __future__ import annotations

import re

import yaml

from stratkit.source.problem import Problem, Related
from stratkit.source.text import SourceText, Span
from stratkit.source.trap import cure

_LINE = re.compile(r"(?P<lead>[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?)(?P<value>\S.*)")
_NOTE = re.compile(r"(?<=\S)[ \t]+#(?!\w)")
_CLOSED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[[^\]]*\]|\{[^}]*\}")
_NO_SPACE = re.compile(r"[ \t]*(?:- +)*(?P<key>[a-z_]+):(?=[^\s/])")
_STARTS = {
    '"': "closes at the next quotation mark, and the text goes on after it",
    "'": "closes at the next quotation mark, and the text goes on after it",
    "[": "begins a list, and the text goes on after it",
    "{": "begins a mapping, and the text goes on after it",
    "*": "repeats a value that carries an anchor",
    "&": "names an anchor",
    "|": "announces a text on the lines below",
    ">": "announces a text on the lines below",
    "-": "begins a list item",
    "?": "begins a key",
}
_NEVER = {"%": "`%`", "@": "`@`", "`": "a backtick", "]": "`]`", "}": "`}`", ",": "a comma"}
_COLON = "in YAML a colon with a space after it ends a key, so a text may not hold one unquoted"
_OPENING = {"while parsing a flow sequence": "[", "while parsing a flow mapping": "{"}
_MISPLACED = ("mapping values", "expected key", "'-' indicator", "not allowed")


def explain(source: SourceText, error: yaml.MarkedYAMLError) -> Problem:
    """What libyaml refused."""
    at = _index(source, error.problem_mark or error.context_mark)
    return (
        _unclosed_quote(source, error, at)
        or _bad_escape(source, error, at)
        or _tab(source, at)
        or _trap_on_line(source, at)
        or _trap_in_braces(source, error, at)
        or _unclosed_bracket(source, error, at)
        or _missing_space(source, error, at)
        or _misplaced(source, error, at)
        or Problem(
            "invalid-yaml",
            _rest_of_line(source, at),
            f"YAML cannot read this: {error.problem}",
            "look for a missing colon, quote, bracket or indent here or just above",
        )
    )


def _unclosed_quote(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    """A quotation mark that is closed nowhere, or only by the next one, some lines below."""
    problem = error.problem or ""
    if error.context == "while scanning a quoted scalar" and "end of stream" in problem:
        opened, message = _index(source, error.context_mark), "this quotation mark is never closed"
    else:
        closed = len(source.text[max(0, at - 80) : at].rstrip()) + max(0, at - 80) - 1
        mark = source.text[closed : closed + 1]
        opened = source.text.rfind(mark, 0, max(closed, 0)) if mark in ('"', "'") else -1
        line = source.position(closed)[0]
        if opened < 0 or source.position(opened)[0] == line:
            return None
        message = f"this quotation mark is closed only in line {line}"
    span = source.span(opened, source.line_end(opened))
    return Problem("invalid-yaml", span, message, "close it at the end of the text")


def _bad_escape(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    if error.context != "while parsing a quoted scalar" or "escape" not in (error.problem or ""):
        return None
    message = f"inside double quotes a backslash begins an escape, and `{source.text[at : at + 2]}` is none"
    mend = "write `\\\\`, or use single quotes around the text"
    return Problem("invalid-yaml", source.span(at, at + 2), message, mend)


def _tab(source: SourceText, at: int) -> Problem | None:
    if source.text[at : at + 1] != "\t":
        return None
    message = "a tab may not indent a line in YAML"
    return Problem("invalid-yaml", source.span(at, at + 1), message, "use spaces, two for each level")


def _trap_on_line(source: SourceText, at: int) -> Problem | None:
    number, column = source.position(at)
    match = _LINE.match(source.line(number).rstrip())
    found = _find_trap(match["value"]) if match and match["lead"].strip() else None
    if match is None or found is None:
        return None
    message, start, end = found
    begin = at - column + 1 + match.start("value")
    span = source.span(begin + start, begin + end)
    return Problem("yaml-trap", span, message, cure(span.text))


def _find_trap(value: str) -> tuple[str, int, int] | None:
    """Why a value cannot be read as it stands, and which part of it should be in quotes."""
    closed = _CLOSED.match(value)
    after = closed.end() if closed else 0
    note = _NOTE.search(value, after)
    text = value[: note.start()] if note else value
    rest = text[after:].lstrip()
    if text[0] in "\"'[{":
        if closed is None or not rest or rest[0] in "#,]}":
            return _find_colon_in_braces(text) if text[0] == "{" else None
        if rest[0] != ":":
            return _said(text[0]), 0, len(text)
    elif text[0] in _NEVER:
        return f"in YAML a text may not begin with {_NEVER[text[0]]}", 0, len(text)
    elif text[0] in _STARTS and not re.fullmatch(r"[|>][-+0-9]*|[-?][^ ].*", text):
        return _said(text[0]), 0, len(text)
    return (_COLON, 0, len(text)) if ": " in text or text.endswith(":") else None


def _said(first: str) -> str:
    return f"in YAML a value that starts with `{first}` {_STARTS[first]}"


def _find_colon_in_braces(text: str) -> tuple[str, int, int] | None:
    start = 1
    for part in text[1:].split(","):
        key, _, value = part.partition(": ")
        if ": " in value:
            begin = start + len(key) + 2
            return _COLON, begin, begin + len(value.rstrip(" }"))
        start += len(part) + 1
    return None


def _trap_in_braces(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    """A text inside brackets that begins with a sign that has a meaning there."""
    found = re.compile(r"[-?][^,\]}\n]*").match(source.text, at)
    if found is None or "expected node content" not in (error.problem or ""):
        return None
    span = source.span(at, at + len(found[0].rstrip()))
    return Problem("yaml-trap", span, _said(span.text[0]), cure(span.text))


def _unclosed_bracket(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    bracket = _OPENING.get(error.context or "")
    if bracket is None:
        return None
    opened = _index(source, error.context_mark)
    close = "]" if bracket == "[" else "}"
    related = (Related(_rest_of_line(source, at), "YAML gave up here"),)
    mend = f"close it with `{close}`; put texts that hold brackets, commas or colons in quotes"
    span = source.span(opened, opened + 1)
    return Problem("invalid-yaml", span, f"this `{bracket}` is not closed where it should be", mend, related)


def _missing_space(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    """A key without a space after its colon, which glues its line to the next one."""
    problem = error.problem or ""
    if "mapping values" not in problem and "could not find expected ':'" not in problem:
        return None
    here = source.position(at)[0]
    for number in (here - 1, here):
        match = _NO_SPACE.match(source.line(number)) if number else None
        if match:
            start = source.line_start(number) + match.start("key")
            span = source.span(start, start + len(match["key"]) + 1)
            if source.text[span.end : span.end + 1] == "\u00a0":
                message = f"what stands after `{match['key']}:` is a no-break space, which YAML does not know"
                return Problem("invalid-yaml", span, message, "write an ordinary space in its place")
            return Problem("invalid-yaml", span, f"a space is missing after `{match['key']}:`", "add it")
    return None


def _misplaced(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    if not any(words in (error.problem or "") for words in _MISPLACED):
        return None
    number = source.position(at)[0]
    line = source.line(number)
    start = source.line_start(number) + len(line) - len(line.lstrip())
    message = "this line does not stand where YAML expects it"
    mend = "keys that belong together begin in the same column, and a list's `- ` under its key"
    if ": " in line:
        mend += "; a text that goes on here needs quotes, as it holds a colon"
    return Problem("invalid-yaml", source.span(start, source.line_end(start)), message, mend)


def _index(source: SourceText, mark: yaml.Mark | None) -> int:
    return min(mark.index if mark else 0, len(source.text))


def _rest_of_line(source: SourceText, at: int) -> Span:
    return source.span(at, max(at, source.line_end(at)))
