"""Known findings on the command line: which file names them, and what is told of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain
from os.path import lexists
from pathlib import Path

from stratkit.check.finding import Finding
from stratkit.check.known import Entry, entries_text, entry, gone, part, read_entries
from stratkit.cli import streams
from stratkit.cli.plans import Checked, KnownFile, standpoint
from stratkit.source.door import BadBytes, Door, Unreadable
from stratkit.source.shown import count, visible

_MOST_TOLD = 10
_NONE = "there is no such file"


def leave_out(checks: list[Checked], path: Path | None, *, quiet: bool) -> list[Checked]:
    """The plans without the findings that are known: in a file, else in the one that their project names.

    Raises `Stop` if there is no such file.
    """
    given = KnownFile(path) if path else None
    files = [given or one.known_file for one in checks]
    entries = {file: _read(file) if file else set() for file in dict.fromkeys((given, *files))}
    if not quiet:
        _tell_shared_ids(checks)
        _tell_gone(
            {
                old
                for file, held in entries.items()
                for old in _gone(held, [one for one, its in zip(checks, files, strict=True) if its == file])
            }
        )
    return [_without(one, entries[file]) for one, file in zip(checks, files, strict=True)]


def write_known(path: Path, checks: list[Checked], *, quiet: bool) -> str:
    """Write the findings of some plans to a file, keeping its entries for other plans and rules."""
    if not quiet:
        _tell_shared_ids(checks)
    there = _read(KnownFile(path)) if lexists(path) else set()
    entries = there - _gone(there, checks)
    entries.update(entry(finding) for one in checks for finding in one.findings)
    streams.write_output(path, entries_text(entries).encode(), force=True, mend="name another file")
    return f"{path}: {count(len(entries), 'known finding')}\n"


def _without(one: Checked, entries: Collection[Entry]) -> Checked:
    findings, known = part(one.findings, entries)
    return one._replace(findings=findings, hidden=part(one.hidden, entries)[0], known=known)


def _gone(entries: Iterable[Entry], checks: list[Checked]) -> set[Entry]:
    """The entries that belong to nothing any more in any of the plans."""
    checked = {(plan, code) for one in checks for code in one.codes for plan in (one.plan, "")}
    found: Iterable[Finding] = chain.from_iterable((*one.findings, *one.hidden) for one in checks)
    return gone(entries, found, checked)


def _read(file: KnownFile) -> set[Entry]:
    """The entries of a file. Raises `Stop`, which names it, if it holds none."""
    if file.root:
        door = Door(file.root, standpoint())
        path = door.shown(file.path)
        name = f"{path}, the known findings that stratkit.yaml names"
    else:
        name = path = str(file.path)
    try:
        text = door.read(file.path).text if file.root else file.path.read_text(encoding="utf-8")
        return read_entries(text) if text else set()
    except (Unreadable, BadBytes, OSError, ValueError) as fault:
        reason = _reason(fault)
        mend = f"`stratkit validate --write-known {path}` writes it"
        if reason != _NONE:
            mend = getattr(fault, "help", "") or f"name another file, or move this one away: {mend} anew"
        raise streams.Stop(f"{name}: {reason}", mend) from None


def _reason(fault: Exception) -> str:
    if isinstance(fault, FileNotFoundError):
        return _NONE
    if isinstance(fault, UnicodeDecodeError):
        return "it is not UTF-8"
    return str(getattr(fault, "strerror", "") or fault)


def _tell_shared_ids(checks: list[Checked]) -> None:
    """Known findings go by the id of their plan; say so where that is not enough."""
    plans: dict[str, list[str]] = defaultdict(list)
    for one in checks:
        plans[one.plan].append(one.shown)
    for name, places in plans.items():
        if len(places) > 1:
            told = f"{', '.join(places)} have the same id `{name}`"
            streams.message(f"stratkit: {visible(told)}: what is known of one is known of all of them")


def _tell_gone(old: Collection[Entry]) -> None:
    if not old:
        return
    they = f"{count(len(old), 'known finding')} {'does' if len(old) == 1 else 'do'}"
    streams.message(f"stratkit: {they} not occur any more; `--write-known` brings the file up to date:")
    for one in sorted(old)[:_MOST_TOLD]:
        streams.message(f"  {visible(str(one))}")
    if len(old) > _MOST_TOLD:
        streams.message(f"  and {len(old) - _MOST_TOLD} more")
