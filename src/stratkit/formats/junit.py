"""Findings as test results in JUnit's XML: a suite for each file, a case for each finding.

Errors and warnings are failed cases, the rest skipped ones, which fail nothing. Readers tell cases apart by
class and name. The class is the path with dots, which they show as a tree; the name, the rule and the place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.source.shown import visible

_OUTCOMES = {"error": "failure", "warning": "failure", "info": "skipped"}


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """One document in ASCII, which every encoding keeps; where nothing is found, one case that passes."""
    files: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        files[finding.span.path].append(finding)
    root = ET.Element("testsuites", {"name": "stratkit", **_counts(findings)})
    for path, found in files.items():
        suite = ET.SubElement(root, "testsuite", {"name": visible(path), **_counts(found)})
        for finding in found:
            _add_case(suite, finding)
    if not findings:
        suite = ET.SubElement(root, "testsuite", {"name": "stratkit", **_counts(())})
        ET.SubElement(suite, "testcase", {"classname": "stratkit", "name": "no findings"})
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root).decode()}\n'


def _counts(findings: Sequence[Finding]) -> dict[str, str]:
    outcomes = [_OUTCOMES[finding.severity] for finding in findings]
    return {
        "tests": str(len(findings) or 1),
        "failures": str(outcomes.count("failure")),
        "errors": "0",
        "skipped": str(outcomes.count("skipped")),
    }


def _add_case(suite: ET.Element, finding: Finding) -> None:
    span = finding.span
    path = visible(span.path)
    name = f"{finding.code} {span.line}:{span.column}"
    labels = {"classname": path.replace(".", "_").replace("/", "."), "name": name, "file": path}
    case = ET.SubElement(suite, "testcase", labels)
    message = visible(finding.message)
    outcome = ET.SubElement(case, _OUTCOMES[finding.severity], {"message": message, "type": finding.severity})
    lines = [f"{visible(span.place)}: {message}"]
    if finding.help:
        lines.append(f"help: {visible(finding.help)}")
    lines += [f"{visible(note)}: {visible(other.place)}" for other, note in finding.related]
    outcome.text = "\n".join(lines)
