"""From YAML text to a tree of nodes, built step by step from libyaml's events.

PyYAML's own loaders recurse (deep nesting ends the process), follow merge keys, expand aliases without limit
and turn `no` and `12:30` into values that nobody wrote. This reader does none of that: a text stays the text
it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NoReturn

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from stratkit.source import trap
from stratkit.source.doubles import second_element, twice
from stratkit.source.node import EXPLAINED, Mapping, Node, Scalar, Sequence
from stratkit.source.problem import Problem
from stratkit.source.text import SourceText

MAX_DEPTH = 64
MAX_NODES = 200_000

_Event = Any
"""One of libyaml's events. Their published types allow for events without marks, and libyaml makes none."""


class _Refused(Exception):
    """Reading cannot go on."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_tree(source: SourceText, problems: list[Problem], *, max_nodes: int = MAX_NODES) -> Node | None:
    """The tree of a YAML file, or None if it is empty or cannot be read; faults are added to `problems`."""
    found: list[Problem] = []
    root: Node | None = None
    try:
        root = _Builder(source, found, max_nodes).build()
    except _Refused as refused:
        found = _add_last(found, refused.problem)
    except yaml.reader.ReaderError:
        found = [_unprintable(source)]
    except yaml.MarkedYAMLError as error:
        from stratkit.source.refusal import explain  # few files need it

        found = _add_last(found, explain(source, error))
    problems.extend(found)
    return root


def _unprintable(source: SourceText) -> Problem:
    """For the first character that YAML does not allow, or that hides in a text as a byte order mark does."""
    # Compiled only where it is needed: the pattern costs more to make than a small plan to read.
    found = re.search(
        "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]", source.text
    )
    at = found.start() if found else 0
    span = source.span(at, at + 1)
    message = f"the character U+{ord(source.text[at]):04X} may not stand in a YAML file"
    return Problem("invalid-yaml", span, message, "delete it; it is invisible in most editors")


def _add_last(problems: list[Problem], last: Problem) -> list[Problem]:
    """What ends the reading explains what was strange on its line before."""
    line = last.span.line
    return [*(problem for problem in problems if problem.span.line != line), last]


class _Builder:
    """Keeps the open lists and mappings on a stack of its own instead of the interpreter's."""

    def __init__(self, source: SourceText, problems: list[Problem], max_nodes: int) -> None:
        self.source = source
        self.problems = problems
        self.max_nodes = max_nodes
        self.parent: Sequence | Mapping | None = None
        self.key: Scalar | None = None
        self.stack: list[tuple[Sequence | Mapping | None, Scalar | None, str | None, int]] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.labels: dict[str, Scalar] = {}
        self.count = 0
        self.root: Node | None = None
        self.cut = trap.comment_cuts(source.text)

    def build(self) -> Node | None:
        if "\ufeff" in self.source.text:
            raise _Refused(_unprintable(self.source))
        parser = CParser(self.source.text)
        try:
            self._follow(parser)
        finally:
            parser.dispose()
        for label in self.labels.values():
            self.problems.append(trap.lost_label(self.source, label))
            if label.empty:
                label.style = EXPLAINED
        return self.root

    def _follow(self, parser: CParser) -> None:
        get_event: Callable[[], _Event] = parser.get_event
        documents = 0
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                self._add_scalar(event)
            elif kind is MappingStartEvent:
                self._open(Mapping(event.start_mark.index, flow=bool(event.flow_style)), event)
            elif kind is SequenceStartEvent:
                self._open(Sequence(event.start_mark.index), event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                self._add_alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(
                        event.start_mark.index,
                        event.end_mark.index,
                        "a second document begins here, and a plan's file holds one",
                        "remove the line `---`, or move what follows to a file of its own",
                    )

    def _refuse(self, start: int, end: int, message: str, mend: str) -> NoReturn:
        raise _Refused(Problem("unsafe-yaml", self.source.span(start, end), message, mend))

    def _check(self, event: _Event) -> None:
        if self.count > self.max_nodes:
            self._refuse(
                event.start_mark.index,
                event.start_mark.index,
                f"the file holds more than {self.max_nodes:,} values",
                "split it into several files, or raise the limits with `--room`",
            )
        if event.tag is not None and event.tag != "!":
            raise _Refused(trap.tag(self.source, event.start_mark.index))

    def _add_scalar(self, event: _Event) -> None:
        self.count += 1
        if event.tag is not None or self.count > self.max_nodes:
            self._check(event)
        start = event.start_mark.index
        end = event.end_mark.index
        style = event.style or ""
        if style in ("|", ">"):
            end = start + len(self.source.text[start:end].rstrip())
        elif style and event.end_mark.line > event.start_mark.line:
            self._check_quotes(start, end)
        node = Scalar(start, end, event.value, style)
        if style == ">" and not node.text:
            self._check_bound(node)
        if event.anchor is not None:
            node.start = self._after_anchor(start, event.anchor)
            self.anchors[event.anchor] = (node, 1)
            if not style:
                self.labels[event.anchor] = node
        elif not style and end in self.cut and node.text:
            self.problems.append(trap.cut_off(self.source, node, self.cut[end]))
        self._place(node)

    def _check_quotes(self, start: int, end: int) -> None:
        """Refuse a text in quotes that has swallowed what stands below it."""
        line = self.source.line(self.source.position(start)[0])
        depth = len(line) - len(line.lstrip(" "))
        if self.key is not None and type(self.parent) is Mapping and not self.parent.flow:
            depth = self.source.position(self.key.start)[1] - 1
        problem = trap.swallowed_lines(self.source, start, end, depth)
        if problem:
            raise _Refused(problem)

    def _check_bound(self, node: Scalar) -> None:
        problem = trap.empty_bound(self.source, node)
        if problem:
            self.problems.append(problem)
            node.style = EXPLAINED

    def _after_anchor(self, start: int, anchor: str) -> int:
        after = start + 1 + len(anchor)
        while self.source.text[after : after + 1] in (" ", "\t"):
            after += 1
        return after

    def _open(self, node: Sequence | Mapping, event: _Event) -> None:
        self.count += 1
        self._check(event)
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(
                node.start,
                node.start + 1,
                f"lists and mappings lie more than {MAX_DEPTH} deep in one another",
                "a plan needs about ten levels: look for a bracket or an indent too many",
            )
        self.stack.append((self.parent, self.key, event.anchor, self.count))
        self.parent, self.key = node, None

    def _close(self, event: _Event) -> None:
        node = self.parent
        if node is None:
            return  # libyaml closes only what it opened
        self.parent, self.key, anchor, before = self.stack.pop()
        # A bracket ends where it stands. libyaml ends a block, without a character, where the next token
        # begins; authors see it end with its last value.
        if event.end_mark.index > event.start_mark.index:
            node.end = event.end_mark.index
        if anchor is not None:
            self.anchors[anchor] = (node, self.count - before + 1)
        if type(node) is Mapping and node.again and type(self.parent) is Sequence:
            self.problems.append(second_element(self.source, node))
        self._place(node)

    def _add_alias(self, event: _Event) -> None:
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        if any(anchor == name for _, _, anchor, _ in self.stack):
            self._refuse(start, end, f"`*{name}` stands inside what it repeats", "write the value out")
        if name not in self.anchors:
            raise _Refused(trap.unknown_alias(self.source, start, end))
        self.labels.pop(name, None)
        node, size = self.anchors[name]
        self.count += size
        if self.count > self.max_nodes:
            self._refuse(
                start,
                end,
                f"with its repetitions the file holds more than {self.max_nodes:,} values",
                "write less by `*`",
            )
        self._place(node)

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs: the root, the next item, the next key or that key's value."""
        parent = self.parent
        if type(parent) is Mapping:
            key = self.key
            if key is None:
                self.key = self._check_key(node)
                return
            self.key = None
            self._add_entry(parent, key, node)
            if key.end > parent.end:  # noqa: PLR1730 — `max` takes twice the time, and this runs for every value
                parent.end = key.end  # where the node is an alias, which ends elsewhere
        elif parent is None:
            self.root = node
            return
        else:
            if type(node) is Scalar and not node.text and node.empty:
                self._explain_empty(None, node, flow=False)
            parent.items.append(node)
        if node.end > parent.end:  # noqa: PLR1730 — likewise
            parent.end = node.end

    def _add_entry(self, parent: Mapping, key: Scalar, node: Node) -> None:
        entries = parent.entries
        if key.text in entries:
            parent.again.append((key, node))
            if not self._in_list():
                self.problems.append(twice(self.source, parent, key))
            return
        if type(node) is Scalar and not node.text and node.empty:
            self._explain_empty(key, node, flow=parent.flow)
        entries[key.text] = (key, node)

    def _explain_empty(self, key: Scalar | None, node: Scalar, *, flow: bool) -> None:
        problem = trap.swallowed(self.source, key, node, flow=flow)
        if problem:
            self.problems.append(problem)
            node.style = EXPLAINED

    def _check_key(self, node: Node) -> Scalar:
        if type(node) is not Scalar:
            self._refuse(
                node.start,
                max(node.end, node.start + 1),
                "a key has to be a word, and this is a list or a mapping",
                "put a text that starts with `[` or `{` in quotes",
            )
        if node.empty:
            self._refuse(
                node.start,
                node.start + 1,
                "a key is missing before the colon",
                "write the key, such as `title:`",
            )
        if node.text == "<<" and not node.style:
            self._refuse(node.start, node.end, "merge keys are not read", "write the keys out")
        return node

    def _in_list(self) -> bool:
        """Whether the mapping that is being read is an item of a list."""
        return bool(self.stack) and type(self.stack[-1][0]) is Sequence
