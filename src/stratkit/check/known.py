"""Findings that were there when a project began to check its plans, and are not told again.

In: findings, and the text of a file that names the known ones. Out: those that are not known, and the entries
that no longer occur. An entry names its finding by plan, rule, element and fingerprint (see `identity`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from stratkit.check.catalogue import CODES
from stratkit.check.finding import Finding
from stratkit.load.folder import SETTINGS_FILE

VERSION = 1


class Entry(NamedTuple):
    """One known finding; one of the settings, which all plans share, has no plan."""

    plan: str
    code: str
    element: str
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.code} at `{self.element or self.plan or SETTINGS_FILE}` ({self.fingerprint})"


def entry(finding: Finding) -> Entry:
    """What names a finding."""
    return Entry(finding.plan, finding.code, finding.element, finding.fingerprint)


def part(findings: Iterable[Finding], entries: Collection[Entry]) -> tuple[list[Finding], list[Finding]]:
    """Findings that are new, and those that are known."""
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        (known if entry(finding) in entries else new).append(finding)
    return new, known


def gone(
    entries: Iterable[Entry], findings: Iterable[Finding], checked: Collection[tuple[str, str]]
) -> set[Entry]:
    """The entries that no finding belongs to any more, given the plans that were checked and by which rules.

    Of plans and rules that were not checked nobody knows; what no rule is named after is gone.
    """
    met = set(map(entry, findings))
    return {
        one
        for one in entries
        if one not in met and (one.code not in CODES or (one.plan, one.code) in checked)
    }


def read_entries(text: str) -> set[Entry]:
    """The entries of a file. Raises ValueError, with a sentence, if the text is not such a file."""
    try:
        held = json.loads(text)
        if held["version"] != VERSION:
            raise ValueError(f"this is version {held['version']!r} of the file, and stratkit knows {VERSION}")
        return {Entry(**{name: str(value) for name, value in one.items()}) for one in held["findings"]}
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError, RecursionError):
        raise ValueError("this is not a file of known findings") from None


def entries_text(entries: Iterable[Entry]) -> str:
    """The file that holds entries, one on each line in their order, so that changes are read easily."""
    lines = ",\n".join("    " + json.dumps(one._asdict(), ensure_ascii=False) for one in sorted(set(entries)))
    return f'{{\n  "version": {VERSION},\n  "findings": [\n{lines}\n  ]\n}}\n'
