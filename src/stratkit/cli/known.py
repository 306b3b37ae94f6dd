"""Known findings on the command line: which file names them, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from stratkit.check.known import Entry, compare, entries_text, entry, read_entries
from stratkit.cli import streams
from stratkit.cli.plans import Checked
from stratkit.source.shown import visible

_MOST_TOLD = 10


def leave_out(checks: list[Checked], path: Path | None, *, quiet: bool) -> list[Checked]:
    """The plans without the findings that are known: in a file, else in the one that their project names.

    Raises `Stop` if there is no such file.
    """
    given = _read(path) if path else None
    left, gone = [], []
    for one in checks:
        entries = _entries("the known findings of stratkit.yaml", one.known_text) if given is None else given
        new, known, old = compare(one.plan, one.findings, entries, one.codes)
        left.append(one._replace(findings=new, known=known))
        gone += old
    if gone and not quiet:
        _tell_gone(gone)
    return left


def write_known(path: Path, checks: list[Checked]) -> str:
    """Write the findings of some plans to a file, keeping its entries for other plans and rules."""
    checked = {(one.plan, code) for one in checks for code in one.codes}
    there = _read(path) if path.exists() else set()
    entries = {one for one in there if (one.plan, one.code) not in checked}
    entries.update(entry(one.plan, finding) for one in checks for finding in one.findings)
    streams.write_output(path, entries_text(entries).encode(), force=True, mend="name another file")
    return f"{path}: {len(entries)} known finding{'' if len(entries) == 1 else 's'}\n"


def _read(path: Path) -> set[Entry]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        mend = "`stratkit validate --write-known FILE` writes one"
        raise streams.Stop(f"{path}: {reason}", mend) from None
    return _entries(str(path), text)


def _entries(name: str, text: str) -> set[Entry]:
    try:
        return read_entries(text) if text else set()
    except ValueError as fault:
        raise streams.Stop(f"{name}: {fault}", "name another file, or move this one away") from None


def _tell_gone(gone: list[Entry]) -> None:
    count = "1 known finding does" if len(gone) == 1 else f"{len(gone)} known findings do"
    streams.message(f"stratkit: {count} not occur any more; `--write-known` brings the file up to date:")
    for one in gone[:_MOST_TOLD]:
        streams.message(f"  {visible(str(one))}")
    if len(gone) > _MOST_TOLD:
        streams.message(f"  and {len(gone) - _MOST_TOLD} more")
