"""What stays the same of a finding while lines move and words change: its element and its identity."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from stratkit.load.folder import SETTINGS_FILE
from stratkit.load.workspace import Workspace
from stratkit.model.element import Element
from stratkit.model.plan import Header
from stratkit.model.prose import FromFile
from stratkit.model.record import Record
from stratkit.source.node import Mapping, Node, Sequence
from stratkit.source.problem import Problem
from stratkit.source.text import SourceText, Span

_LONGEST_NAME = 80


class Identities:
    """Names the findings on one plan, in their order: findings that are alike are numbered."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.settings = workspace.door.shown(workspace.door.root / SETTINGS_FILE)
        self.plan = plan_name(workspace)
        self.records: dict[SourceText, list[Record]] = defaultdict(list)
        self.prose: dict[SourceText, Record] = {}
        for record in workspace.index.records:
            self.records[record.origin.source].append(record)
            for value in record.__dict__.values():
                if isinstance(value, FromFile):
                    self.prose[value.source] = record
        for records in self.records.values():
            records.sort(key=_start)
        self.seen: Counter[str] = Counter()

    def name(self, problem: Problem) -> tuple[str, str, str]:
        """The id of the element a problem is about, empty if there is none, its identity, and its plan.

        That is made of the rule, the plan, the element, the keys that lead to the place, and the ids,
        numbers and dates that stand there: not of line numbers, file names, sentences or messages.
        """
        record = self._record_at(problem.span)
        element = getattr(record, "id", "")
        spans = (problem.span, *(related.span for related in problem.related))
        plan = "" if problem.span.path == self.settings else self.plan
        told = [problem.code, plan, element, *_keys(record, problem.span), *_names(spans)]
        alike = "\n".join(told)
        self.seen[alike] += 1
        return element, f"{alike}\n{self.seen[alike]}", plan

    def _record_at(self, span: Span) -> Record | None:
        """The innermost element with an id at a place; the plan's header counts as one."""
        if span.source in self.prose:
            return self._with_id(self.prose[span.source])
        records = self.records.get(span.source, [])
        number = bisect_right(records, span.start, key=_start) - 1
        record = records[number] if number >= 0 else None
        while record is not None and span.start >= record.origin.node.end:
            record = self.workspace.index.holder(record)
        return self._with_id(record)

    def _with_id(self, record: Record | None) -> Record | None:
        while record is not None and not (isinstance(record, Element | Header) and record.id):
            record = self.workspace.index.holder(record)
        return record


def plan_name(workspace: Workspace) -> str:
    """What a plan is called in the names of its findings: its id, else its folder."""
    return (workspace.header.id if workspace.header else "") or workspace.folder.resolve().name


def _start(record: Record) -> int:
    return record.origin.node.start


def _keys(record: Record | None, span: Span) -> Iterator[str]:
    """The keys that lead from an element to a place in it."""
    if record is None or record.origin.source is not span.source:
        return
    node: Node | None = record.origin.node
    while isinstance(node, Mapping | Sequence):
        if isinstance(node, Sequence):
            node = next((item for item in node.items if item.start <= span.start < item.end), None)
            continue
        for key, value in node.entries.values():
            if key.start <= span.start < max(key.end, value.end):
                yield key.text
                node = value
                break
        else:
            return


def _names(spans: Iterable[Span]) -> Iterator[str]:
    """What stands at places, where it is an id, a number or a date and no sentence."""
    for span in spans:
        text = span.text
        if text and len(text) <= _LONGEST_NAME and not any(map(str.isspace, text)):
            yield text
