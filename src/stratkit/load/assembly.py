"""From files to one plan: each is read and bound, and what they say is joined."""

from __future__ import annotations

import re
from pathlib import Path

from stratkit.load.bind import Binder
from stratkit.load.folder import is_table
from stratkit.load.index import Index, Unread
from stratkit.load.prose import ProseFolder, bad_bytes
from stratkit.model.origin import Origin
from stratkit.model.plan import ONCE, Plan
from stratkit.model.report import DatedReading
from stratkit.source.door import BadBytes, Door, Unreadable
from stratkit.source.node import Mapping, Node, Scalar
from stratkit.source.problem import Problem, Related
from stratkit.source.reader import read_tree
from stratkit.source.text import SourceText


class Assembly:
    """Reads a plan file by file and joins what they say."""

    def __init__(self, folder: Path, door: Door, problems: list[Problem], *, max_nodes: int) -> None:
        self.door = door
        self.max_nodes = max_nodes
        self.problems = problems
        self.prose = ProseFolder(folder, door)
        self.binder = Binder(problems, self.prose)
        self.values: dict[str, object] = {}
        self.tops: dict[str, tuple[SourceText, Scalar, Node]] = {}
        self.sources: list[SourceText] = []
        self.first: Origin | None = None
        self.unseen = False
        self.any_id = False

    def read(self, path: Path, *, first: bool) -> None:
        """Add one file."""
        faults = len(self.problems)
        source = read_source(path, self.door, self.problems)
        if source is None:
            self.unseen = True
            return
        self.sources.append(source)
        if is_table(path.name):
            self._read_table(source, faults)
            return
        root = None
        if len(self.problems) == faults:
            root = read_tree(source, self.problems, max_nodes=self.max_nodes)
        if isinstance(root, Scalar) and root.empty:
            root = None
        if len(self.problems) > faults:
            self._salvage(source, whole=root is None)
        if first:
            self._begin(source, root)
        if root is None:
            if first and len(self.problems) == faults:
                span = source.span(0)
                self.problems.append(
                    Problem(
                        "missing-key", span, "the file is empty", "it begins with `format: 1` and `plan:`"
                    )
                )
            return
        if not isinstance(root, Mapping):
            message = "a plan's file holds keys such as `themes:` with what belongs to them"
            span = source.span(root.start, source.line_end(root.start))
            self.problems.append(Problem("wrong-type", span, message, "write the key above the list"))
            self.binder.lose(root)
            return
        self.prose.beside = path.parent
        self._add(root, source, first=first)

    def _read_table(self, source: SourceText, faults: int) -> None:
        """Add the readings of a CSV file."""
        from stratkit.load.tables import TableReader

        if len(self.problems) > faults:
            self.unseen = True
            return
        rows = TableReader(source, self.problems).rows()
        bound = (self.binder.bind(DatedReading, row, source) for row in rows.items)
        found = tuple(reading for reading in bound if reading)
        self.values["readings"] = _joined(self.values.get("readings"), found)

    def _begin(self, source: SourceText, root: Node | None) -> None:
        self.first = Origin(source, root or Mapping(0, flow=False))
        header = root.entries.get("plan") if isinstance(root, Mapping) else None
        if header and isinstance(header[1], Mapping) and "language" in header[1].entries:
            language = header[1].entries["language"][1]
            if isinstance(language, Scalar) and language.text:
                self.binder.language = self.prose.language = language.text

    def _salvage(self, source: SourceText, *, whole: bool) -> None:
        """What cannot be read still holds ids, and references to them are not wrong.

        If nothing of the file was read and an id in it is broken, nobody can say which references mean it.
        """
        ids = re.findall(r"\bid:[ \t]*[\"']?([^\s,}\"']*)", source.text)
        self.binder.lost.update(ids)
        if whole:
            self.unseen = True  # and with it the files it names
            self.any_id = self.any_id or not all(re.fullmatch("[a-z][a-z0-9-]*", word) for word in ids)
        self.binder.unread.update(re.findall(r"[a-z][a-z0-9-]*", source.text))

    def _add(self, root: Mapping, source: SourceText, *, first: bool) -> None:
        known = root.entries.keys() & Plan.fields_.keys()
        if root.entries and not known:
            self._refuse_file(root, source, first=first)
            return
        values = self.binder.bind_fields(Plan, root, source)
        if first:
            self.binder.report_missing(Plan, root, source)
        for name in known:
            if name in ONCE and name in self.tops:
                self._refuse_second(name, root, source)
                self.binder.lose(root.entries[name][1])
                continue
            self.tops.setdefault(name, (source, *root.entries[name]))
            if name in values:
                self.values[name] = _joined(self.values.get(name), values[name])

    def _refuse_file(self, root: Mapping, source: SourceText, *, first: bool) -> None:
        from stratkit.load.likeness import did_you_mean

        key = next(iter(root.entries.values()))[0]
        message = f"no key of this file belongs to a plan, beginning with `{key.text[:40]}`"
        mend = "move the file, or name it under `exclude` in stratkit.yaml"
        if first:
            mend = "a plan begins with `format: 1` and `plan:`"
        mend = did_you_mean(key.text, Plan.fields_) or mend
        self.problems.append(Problem("unknown-key", source.span(key.start, key.end), message, mend))
        self.binder.lose(root)

    def _refuse_second(self, name: str, root: Mapping, source: SourceText) -> None:
        key = root.entries[name][0]
        other, first, _ = self.tops[name]
        related = Related(other.span(first.start, first.end), "the first is here")
        message = f"`{name}` stands in one file of a plan only, and this is the second"
        span = source.span(key.start, key.end)
        self.problems.append(Problem("duplicate-key", span, message, "keep one of the two", (related,)))

    @property
    def languages(self) -> frozenset[str]:
        """The plan's own language, and those of its translations."""
        return frozenset((self.binder.language, *self.binder.languages))

    def index(self) -> Index:
        """The plan that was read, with the index of its ids."""
        plan = Plan(self.first, **self.values)
        outline = self.tops.get("outline")
        place = (outline[0], outline[2]) if outline else None
        binder = self.binder
        files = self.unseen or binder.lost_names
        return Index(plan, place, Unread(binder.lost, binder.unread, binder.nameless, self.any_id, files))


def _joined(before: object, value: object) -> object:
    """Two lists under the same key are one."""
    return (*before, *value) if isinstance(before, tuple) and isinstance(value, tuple) else value


def read_source(path: Path, door: Door, problems: list[Problem]) -> SourceText | None:
    """The text of a file, as far as it is UTF-8; a fault is added to the problems."""
    try:
        return door.read(path)
    except BadBytes as error:
        problems.append(bad_bytes(error))
        return error.source
    except Unreadable as fault:
        problems.append(not_read(door, path, fault))
        return None


def not_read(door: Door, path: Path, fault: Unreadable) -> Problem:
    """The problem of a file that cannot be read."""
    return Problem(fault.code, SourceText(door.shown(path), "").span(0), str(fault), fault.help)
