"""Findings as SARIF 2.1.0, the OASIS standard that code scanning and editors read.

Lines and columns count from 1, columns in code points, as `columnKind` says; an end is the place just after
the last character. A reader that takes columns for UTF-16 units all the same, as code scanning on GitHub may,
marks a place too far left in lines with characters beyond U+FFFF. Paths that lead upwards stay so: `../a`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from stratkit import __version__
from stratkit.check import catalogue
from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.source.shown import visible
from stratkit.source.text import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """One JSON object, in ASCII, which every encoding keeps."""
    codes = list(dict.fromkeys(finding.code for finding in findings))
    run = {
        "tool": {"driver": {"name": "stratkit", "version": __version__, "rules": list(map(_rule, codes))}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    rule = catalogue.rule(code)
    sides = (("Bad", rule.bad), ("Good", rule.good))
    return {
        "id": code,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": "\n\n".join(f"{side}:\n\n{example}" for side, example in sides),
            "markdown": "\n\n".join(f"{side}:\n\n```yaml\n{example}\n```" for side, example in sides),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    mend = f"\nhelp: {_text(finding.help)}" if finding.help else ""
    result = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _text(finding.message) + mend},
        "locations": [_location(finding.span)],
        "partialFingerprints": {"stratkit/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(span), "message": {"text": _text(note)}} for span, note in finding.related
        ]
    return result


def _text(text: str) -> str:
    """A text without what SARIF reads in a message: placeholders, `{0}`, and links, `[words](place)`."""
    return visible(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _location(span: Span) -> dict[str, Any]:
    end_line, end_column = span.end_position
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.path)}, "region": region}}


def _uri(path: str) -> str:
    if PurePath(path).is_absolute():
        return f"file:///{quote(path.removeprefix('/'), safe='/:', errors='backslashreplace')}"
    return quote(path, errors="backslashreplace")
