"""What was promised and what happened: action lines, axes and outcomes as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stratkit.model.measure import Indicator
from stratkit.model.promise import ActionLine, Axis, Milestone, Outcome
from stratkit.progress.overview import Line, Overview
from stratkit.views.accounts import Account, Accounts
from stratkit.views.edition import Edition
from stratkit.views.entry import Entry, Fact
from stratkit.views.facts import fact_of
from stratkit.views.measures import Measure, Measures
from stratkit.views.standings import Stand, stand


@dataclass(frozen=True, kw_only=True)
class Step:
    """A milestone. `due` is when it was to be reached; its accounts say when it was."""

    entry: Entry
    stand: Stand
    due: Fact | None
    accounts: tuple[Account, ...]


@dataclass(frozen=True, kw_only=True)
class Result:
    """An outcome: what was promised, and what was reported and measured of it."""

    entry: Entry
    stand: Stand
    due: Fact | None
    accounts: tuple[Account, ...]
    steps: tuple[Step, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, kw_only=True)
class Branch:
    """An action line or axis, with what is in it. `sums` says how many outcomes are, further in too."""

    entry: Entry
    stand: Stand
    accounts: tuple[Account, ...]
    branches: tuple[Branch, ...]
    results: tuple[Result, ...]
    measures: tuple[Measure, ...]
    count: int
    sums: str


@dataclass(frozen=True, kw_only=True)
class Tree:
    """The action lines; then the outcomes and indicators that stand in none."""

    branches: tuple[Branch, ...]
    results: tuple[Result, ...]
    measures: tuple[Measure, ...]


@dataclass(kw_only=True)
class _Node:
    line: Line
    inner: list[_Node] = field(default_factory=list)


class Grower:
    """Makes the tree of a plan as of a day."""

    def __init__(self, edition: Edition, overview: Overview, accounts: Accounts) -> None:
        self.edition = edition
        self.overview = overview
        self.accounts = accounts
        self.measures = Measures(edition, overview)

    def grow(self) -> Tree:
        """All of it, in the order of the plan."""
        roots = _nodes(self.overview.lines)
        return Tree(
            branches=tuple(self._branch(node) for node in _of(roots, ActionLine)),
            results=tuple(self._result(node) for node in _of(roots, Outcome)),
            measures=self._measures(roots),
        )

    def _branch(self, node: _Node) -> Branch:
        record = node.line.record
        branches = tuple(self._branch(inner) for inner in _of(node.inner, Axis))
        results = tuple(self._result(inner) for inner in _of(node.inner, Outcome))
        count = len(results) + sum(branch.count for branch in branches)
        return Branch(
            entry=self.edition.entry(record),
            stand=self._stand(node.line),
            accounts=self.accounts.of(record.id),
            branches=branches,
            results=results,
            measures=self._measures(node.inner),
            count=count,
            sums=self.edition.words.counted("outcome", count),
        )

    def _result(self, node: _Node) -> Result:
        record = node.line.record
        return Result(
            entry=self.edition.entry(record),
            stand=self._stand(node.line),
            due=fact_of(self.edition, record, "due"),
            accounts=self.accounts.of(record.id),
            steps=tuple(self._step(inner.line) for inner in _of(node.inner, Milestone)),
            measures=self._measures(node.inner),
        )

    def _step(self, line: Line) -> Step:
        return Step(
            entry=self.edition.entry(line.record),
            stand=self._stand(line),
            due=fact_of(self.edition, line.record, "due"),
            accounts=self.accounts.of(line.record.id),
        )

    def _measures(self, nodes: Sequence[_Node]) -> tuple[Measure, ...]:
        return tuple(self.measures.of(node.line) for node in _of(nodes, Indicator))

    def _stand(self, line: Line) -> Stand:
        return stand(self.edition, line, self.overview.day, self.overview.progress.bands)


def _nodes(lines: Sequence[Line]) -> list[_Node]:
    """Lines below those that they belong to, by their depth."""
    roots: list[_Node] = []
    above: list[_Node] = []
    for line in lines:
        node = _Node(line=line)
        del above[line.depth :]
        (above[-1].inner if above else roots).append(node)
        above.append(node)
    return roots


def _of(nodes: Sequence[_Node], kind: type[object]) -> Iterator[_Node]:
    return (node for node in nodes if isinstance(node.line.record, kind))
