"""Findings that were there when a project began to check its plans, and are not told again.

In: findings, and the text of a file that names the known ones. Out: those that are not known, and the entries
that no longer occur. An entry names its finding by plan, rule, element and fingerprint (see `identity`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from stratkit.check.finding import Finding

VERSION = 1


class Entry(NamedTuple):
    """One known finding."""

    plan: str
    code: str
    element: str
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.code} at `{self.element or self.plan}` ({self.fingerprint})"


class Comparison(NamedTuple):
    """The findings that are not known, how many are, and the entries to which nothing belongs any more."""

    new: list[Finding]
    known: int
    gone: list[Entry]


def entry(plan: str, finding: Finding) -> Entry:
    """What names a finding on a plan."""
    return Entry(plan, finding.code, finding.element, finding.fingerprint)


def compare(
    plan: str, findings: Iterable[Finding], entries: Collection[Entry], codes: Collection[str]
) -> Comparison:
    """Part the findings of some rules on a plan by whether they are known."""
    mine = {known for known in entries if known.plan == plan and known.code in codes}
    new, met = [], set()
    for finding in findings:
        name = entry(plan, finding)
        if name in mine:
            met.add(name)
        else:
            new.append(finding)
    return Comparison(new, len(met), sorted(mine - met))


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
