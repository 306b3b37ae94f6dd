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

from stratkit.source import refusal, trap
from stratkit.source.node import EXPLAINED, Mapping, Node, Scalar, Sequence
from stratkit.source.problem import Problem, Related
from stratkit.source.text import SourceText

MAX_DEPTH = 64
MAX_NODES = 200_000

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(r"![^\s,\[\]{}]*")

_Event = Any
"""One of libyaml's events. Their published types allow for events without marks, and libyaml makes none."""


class _Refused(Exception):
    """Reading cannot go on."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_tree(source: SourceText, problems: list[Problem], *, max_nodes: int = MAX_NODES) -> Node | None:
    """The tree of a YAML file, or None if it is empty or cannot be read; faults are added to `problems`."""
    unprintable = _UNPRINTABLE.search(source.text)
    if unprintable:
        span = source.span(unprintable.start(), unprintable.end())
        message = f"the character U+{ord(unprintable.group()):04X} may not stand in a YAML file"
        problems.append(Problem("invalid-yaml", span, message, "delete it; it is invisible in most editors"))
        return None
    found: list[Problem] = []
    root: Node | None = None
    try:
        root = _Builder(source, found, max_nodes).build()
    except _Refused as refused:
        found = _add_last(found, refused.problem)
    except yaml.MarkedYAMLError as error:
        found = _add_last(found, refusal.explain(source, error))
    problems.extend(found)
    return root


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
        self.stack: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.counts: list[int] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.opened: list[str | None] = []
        self.labels: dict[str, Scalar] = {}
        self.count = 0
        self.root: Node | None = None
        self.cut = trap.comment_cuts(source.text)

    def build(self) -> Node | None:
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
        self.count += 1
        if self.count > self.max_nodes:
            self._refuse(
                event.start_mark.index,
                event.start_mark.index,
                f"the file holds more than {self.max_nodes:,} values",
                "split it into several files",
            )
        if event.tag is not None and event.tag != "!":
            tag = _TAG.search(self.source.text, event.start_mark.index)
            start, end = tag.span() if tag else (event.start_mark.index, event.end_mark.index)
            self._refuse(
                start,
                end,
                "a word that starts with `!` is a YAML tag, and plans have none",
                "delete it; if it belongs to a text, put the whole text in quotes",
            )

    def _add_scalar(self, event: _Event) -> None:
        self._check(event)
        start = event.start_mark.index
        end = event.end_mark.index
        style = event.style or ""
        text = event.value
        if style in ("|", ">"):
            end = start + len(self.source.text[start:end].rstrip())
        if event.anchor is not None:
            start = self._after_anchor(start, event.anchor)
        node = Scalar(start, end, text, style)
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, 1)
            if not style:
                self.labels[event.anchor] = node
        elif not style and text and end in self.cut:
            self.problems.append(trap.cut_off(self.source, node, self.cut[end]))
        self._place(node)

    def _after_anchor(self, start: int, anchor: str) -> int:
        after = start + 1 + len(anchor)
        while self.source.text[after : after + 1] in (" ", "\t"):
            after += 1
        return after

    def _open(self, node: Sequence | Mapping, event: _Event) -> None:
        self._check(event)
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(
                node.start,
                node.start + 1,
                f"lists and mappings lie more than {MAX_DEPTH} deep in one another",
                "a plan needs about ten levels: look for a bracket or an indent too many",
            )
        self.stack.append(node)
        self.keys.append(None)
        self.counts.append(self.count)
        self.opened.append(event.anchor)

    def _close(self, event: _Event) -> None:
        node = self.stack.pop()
        self.keys.pop()
        # libyaml ends a block where the next token begins; authors see it end with its last value.
        if self.source.text[event.start_mark.index : event.end_mark.index] in ("]", "}"):
            node.end = event.end_mark.index
        before = self.counts.pop()
        anchor = self.opened.pop()
        if anchor is not None:
            self.anchors[anchor] = (node, self.count - before + 1)
        self._place(node)

    def _add_alias(self, event: _Event) -> None:
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        if name in self.opened:
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
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if type(parent) is Sequence:
            if type(node) is Scalar and node.empty:
                self._explain_empty(None, node, flow=False)
            parent.items.append(node)
        else:
            self._place_in_mapping(parent, node)
            return
        parent.end = max(parent.end, node.end)

    def _place_in_mapping(self, parent: Mapping, node: Node) -> None:
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = self._check_key(node)
            return
        self.keys[-1] = None
        parent.end = max(parent.end, node.end, key.end)
        first = parent.entries.get(key.text)
        if first is not None:
            self._report_duplicate(key, first[0])
            return
        if type(node) is Scalar and node.empty:
            self._explain_empty(key, node, flow=parent.flow)
        parent.entries[key.text] = (key, node)

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

    def _report_duplicate(self, key: Scalar, first: Scalar) -> None:
        span = self.source.span(key.start, key.end)
        related = Related(self.source.span(first.start, first.end), "the first is here")
        message = f"the key `{key.text}` stands here a second time"
        mend = "keep one of the two; if both are lists, join them under one key"
        self.problems.append(Problem("duplicate-key", span, message, mend, (related,)))
