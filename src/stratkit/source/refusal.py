"""What libyaml refuses, as an author would say it.

In: the text and libyaml's error. Out: a `Problem`: a trap of YAML's with its cure if a text on the line is at
fault, else the slip that most likely is.
"""

from __future__ import annotations

import re

import yaml

from stratkit.source import trap
from stratkit.source.problem import Problem, Related
from stratkit.source.text import SourceText, Span

_LINE = re.compile(r"(?P<lead>[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?)(?P<value>\S.*)")
_NOTE = re.compile(r"(?<=\S)[ \t]+#(?!\w)")
_CLOSED = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
    r"|\[(?:\"[^\"]*\"|[^]\"])*\]|\{(?:\"[^\"]*\"|[^}\"])*\}"
    r"|\[[^]]*\]|\{[^}]*\}"
)
"""A value in quotes or in brackets; brackets inside quotes count where the quotes are open."""
_HASH = re.compile(r"(?<=[ \t\[{,])#(?=\w)")
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
_ALLOWED = re.compile(r"[|>](?:[-+][1-9]?|[1-9][-+]?)?|[-?][^ ].*")
"""What may begin with a sign: the heads of blocks such as `|2-`, and words such as `-x`."""
_NEVER = {"%": "`%`", "@": "`@`", "`": "a backtick", "]": "`]`", "}": "`}`", ",": "a comma"}
_COLON = "in YAML a colon with a space after it ends a key, so a text may not hold one unquoted"
_OPENING = {"while parsing a flow sequence": "[", "while parsing a flow mapping": "{"}
_NO_VALUE = ("expected node content", "cannot start any token")
_MISPLACED = ("mapping values", "expected key", "'-' indicator", "not allowed")


def explain(source: SourceText, error: yaml.MarkedYAMLError) -> Problem:
    """What libyaml refused."""
    at = _index(source, error.problem_mark or error.context_mark)
    return (
        _unclosed_quote(source, error, at)
        or _bad_escape(source, error, at)
        or _tag(source, error)
        or _tab(source, at)
        or _hash_in_brackets(source, error, at)
        or _text_after_brackets(source, error, at)
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
        opened = _index(source, error.context_mark)
        span = source.span(opened, source.line_end(opened))
        return Problem("invalid-yaml", span, "this quotation mark is never closed", trap.CLOSE)
    closed = len(source.text[max(0, at - 80) : at].rstrip()) + max(0, at - 80) - 1
    mark = source.text[closed : closed + 1]
    opened = source.text.rfind(mark, 0, max(closed, 0)) if mark in ('"', "'") else -1
    begins = opened < 1 or source.text[opened - 1] in " \t\n[{,"
    if opened < 0 or not begins or source.position(opened)[0] == source.position(closed)[0]:
        return None
    return trap.open_quote(source, opened, closed)


def _bad_escape(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    if error.context != "while parsing a quoted scalar" or "escape" not in (error.problem or ""):
        return None
    message = f"inside double quotes a backslash begins an escape, and `{source.text[at : at + 2]}` is none"
    mend = "write `\\\\`, or use single quotes around the text"
    return Problem("invalid-yaml", source.span(at, at + 2), message, mend)


def _tag(source: SourceText, error: yaml.MarkedYAMLError) -> Problem | None:
    if error.context == "while scanning a tag":
        return trap.tag(source, _index(source, error.context_mark))
    if "tag handle" in (error.problem or ""):
        return trap.tag(source, _index(source, error.problem_mark))
    return None


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
    return Problem("yaml-trap", span, message, trap.mend(span.text))


def _hash_in_brackets(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    """A word with a hash sign inside brackets, which hides the closing one."""
    here = source.position(at)[0]
    opened = source.position(_index(source, error.context_mark))[0] if error.context in _OPENING else here
    for number in (opened, here, _line_above(source, here)):
        line = source.line(number) if number else ""
        found = _HASH.search(line)
        before = line[: found.start()] if found else ""
        depth = before.count("[") + before.count("{") - before.count("]") - before.count("}")
        if depth > 0 and before.count('"') % 2 == 0:
            start = max(before.rfind(mark) + len(mark) for mark in ("[", "{", ",", ": ") if mark in before)
            start += len(line[start:]) - len(line[start:].lstrip())
            begin = source.line_start(number)
            span = source.span(begin + start, begin + len(line.rstrip(" \t]}")))
            message = "YAML takes `#` for the start of a comment, which hides the closing bracket"
            return Problem("yaml-trap", span, message, trap.cure(span.text))
    return None


def _line_above(source: SourceText, number: int) -> int:
    """The number of the nearest line above that is not empty; 0 if there is none."""
    number -= 1
    while number and not source.line(number).strip():
        number -= 1
    return number


def _text_after_brackets(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    """A text inside brackets that begins with brackets of its own: `[[1] first, second]`."""
    before = source.text[:at].rstrip(" ")
    goes_on = source.text[at : at + 1].isalnum()
    if error.context not in _OPENING or before[-1:] not in ("]", "}") or not goes_on:
        return None
    opened = before.rfind("[" if before[-1] == "]" else "{")
    end = re.compile(r"[^,\]}\n]*").match(source.text, at)
    span = source.span(opened, end.end() if end else at)
    return Problem("yaml-trap", span, _said(span.text[0]), trap.cure(span.text))


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
    elif text[0] in _NEVER or (text[0] in _STARTS and not _ALLOWED.fullmatch(text)):
        return _said(text[0]), 0, len(text)
    return (_COLON, 0, len(text)) if ": " in text or text.endswith(":") else None


def _said(first: str) -> str:
    if first in _NEVER:
        return f"in YAML a text may not begin with {_NEVER[first]}"
    return f"in YAML a value that starts with `{first}` {_STARTS[first]}"


def _find_colon_in_braces(text: str) -> tuple[str, int, int] | None:
    start = 1
    for part in re.split("[,{]", text[1:]):
        key, _, value = part.partition(": ")
        if ": " in value:
            begin = start + len(key) + 2
            return _COLON, begin, begin + len(value.rstrip(" }"))
        start += len(part) + 1
    return None


def _trap_in_braces(source: SourceText, error: yaml.MarkedYAMLError, at: int) -> Problem | None:
    """A text inside brackets that begins with a sign that has a meaning there."""
    found = re.compile(r"[-?|>%@`][^,\]}\n]*").match(source.text, at)
    if found is None or not any(words in (error.problem or "") for words in _NO_VALUE):
        return None
    span = source.span(at, at + len(found[0].rstrip()))
    return Problem("yaml-trap", span, _said(span.text[0]), trap.mend(span.text))


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
    if "unexpected ':'" in problem and (key := re.search(r"[\w-]+$", source.text[:at])):
        return trap.no_space(source, key.start(), at + 1)
    if "mapping values" not in problem and "could not find expected ':'" not in problem:
        return None
    here = source.position(at)[0]
    for number in (_line_above(source, here), here):
        match = _NO_SPACE.match(source.line(number)) if number else None
        if match:
            start = source.line_start(number) + match.start("key")
            span = source.span(start, start + len(match["key"]) + 1)
            if source.text[span.end : span.end + 1] == "\u00a0":
                message = f"what stands after `{match['key']}:` is a no-break space, which YAML does not know"
                return Problem("invalid-yaml", span, message, "write an ordinary space in its place")
            return trap.no_space(source, span.start, span.end)
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
    return source.span(at, source.line_end(at))
