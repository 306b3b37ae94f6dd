"""Where a change stands, in the old plan and in the new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.compare.change import Change
from stratkit.model.record import Record
from stratkit.source.text import Span


def spans(change: Change) -> Iterator[tuple[str, Span]]:
    """The places of a change: `old` and `new`, as far as there are any."""
    if change.fro:
        yield "old", change.fro
    if change.to:
        yield "new", change.to


def lines(change: Change) -> Iterator[tuple[str, str]]:
    """The same by path and line."""
    yield from ((side, line(span)) for side, span in spans(change))


def of_all(changes: Sequence[Judged]) -> Iterator[tuple[str, list[str]]]:
    """The places of several changes by path and lines: the old ones, then the new."""
    found: dict[str, dict[str, dict[str, None]]] = {"old": {}, "new": {}}
    for one in changes:
        for side, span in spans(one.change):
            found[side].setdefault(span.path, {})[str(span.line)] = None
    yield from (
        (side, [f"{path}:{', '.join(numbers)}" for path, numbers in paths.items()])
        for side, paths in found.items()
        if paths
    )


def line(span: Span) -> str:
    """A place by path and line."""
    return f"{span.path}:{span.line}"


def main(change: Change, comparison: Comparison) -> Span:
    """The place where a reader should look: in the new plan, as far as it lies there.

    Of a plan that was revised the old files are gone: what was removed is told where the new plan begins.
    """
    if change.to:
        return change.to
    if change.fro and not comparison.difference.matching.revised:
        return change.fro
    plan = comparison.difference.new.plan
    begins: Record = comparison.difference.new.header or plan
    return begins.origin.name()
