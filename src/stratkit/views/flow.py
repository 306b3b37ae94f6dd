"""From the commitments of the earlier plan to those of the later one, to be drawn.

What goes on stands by itself; what ends, and what is new, is counted by its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratkit.compare.difference import Difference
from stratkit.compare.dispositions import Disposition
from stratkit.compare.newcomers import newcomers
from stratkit.views.cycles import Cycles
from stratkit.views.ends import ORDER, by_kind, count_ends, end_of, say_end
from stratkit.views.entry import Link
from stratkit.views.excerpt import clip
from stratkit.views.standings import say_count
from stratkit.views.strategy_map import Layer, Node, Tie
from stratkit.views.tones import TONES

ROWS = 20
"""So many boxes have room below one another; where there are more elements, the largest kinds are counted."""
LONGEST = 90
"""The most characters of a title."""
OLD, HEIR, END, FRESH = "old:", "heir:", "end:", "new:"
"""What ids begin with: one may be in both plans."""


@dataclass(frozen=True, kw_only=True)
class Flow:
    """What lies on either side, and the ties between; `sentence` tells what is drawn."""

    layers: tuple[Layer, ...]
    ties: tuple[Tie, ...]
    sentence: str


def flow(cycles: Cycles, difference: Difference, table: Sequence[Disposition]) -> Flow | None:
    """The drawing, or None where the earlier plan has no commitments."""
    if not table:
        return None
    return _Flow(cycles, difference, table).drawn()


class _Flow:
    def __init__(self, cycles: Cycles, difference: Difference, table: Sequence[Disposition]) -> None:
        self.cycles = cycles
        self.table = table
        self.fresh = Counter(one.kind_ for one in newcomers(difference))
        self.single = _single_kinds(table, len(self.fresh))
        self.ties: Counter[tuple[str, str]] = Counter()
        self.old: dict[str, Node] = {}
        self.new: dict[str, Node] = {}

    def drawn(self) -> Flow:
        """All of it."""
        for kind, found in by_kind(self.table).items():
            for one in found:
                self._go_on(kind, one)
        for kind, found in by_kind(self.table).items():
            self._end(kind, found)
        nodes = (*self.new.values(), *self._fresh(), *self._ends())
        titles = self.cycles.columns()
        return Flow(
            layers=(
                Layer(title=titles[0], nodes=tuple(self.old.values()), ordered=True),
                Layer(title=titles[1], nodes=nodes, ordered=True),
            ),
            ties=tuple(Tie(source=a, target=b, count=count) for (a, b), count in self.ties.items()),
            sentence=self._sentence(titles),
        )

    def _go_on(self, kind: str, one: Disposition) -> None:
        """What is continued, and what continues it."""
        for match in one.heirs:
            other = match.new.kind_
            source = f"{OLD}{one.element.id if kind in self.single else kind}"
            target = f"{HEIR}{match.new.id if kind in self.single else other}"
            if source not in self.old:
                words = self.cycles.old.heading(one.element) if kind in self.single else ""
                self.old[source] = self._node(source, words, len(self.old) % TONES + 1)
            if target not in self.new:
                words = self.cycles.new.heading(match.new) if kind in self.single else ""
                self.new[target] = self._node(target, words, 0)
            self.ties[source, target] += 1
        if kind not in self.single and one.heirs:
            self._count(kind)

    def _count(self, kind: str) -> None:
        """Name what goes on of a kind by its number."""
        found = [one for one in self.table if one.element.kind_ == kind and one.heirs]
        source = f"{OLD}{kind}"
        self.old[source] = self._node(source, self.cycles.old.words.counted(kind, len(found)), 0)
        heirs = {match.new.id: match.new.kind_ for one in found for match in one.heirs}
        for other, count in Counter(heirs.values()).items():
            target = f"{HEIR}{other}"
            self.new[target] = self._node(target, self.cycles.new.words.counted(other, count), 0)

    def _end(self, kind: str, found: Sequence[Disposition]) -> None:
        """What is not continued, by the way in which it ends."""
        counts = Counter(end_of(one) for one in found if not one.heirs)
        if counts:
            source = f"{END}{kind}"
            self.old[source] = self._node(source, self.cycles.old.words.counted(kind, counts.total()), 0)
            for key, count in counts.items():
                self.ties[source, END + key] += count

    def _ends(self) -> Iterator[Node]:
        targets = {target for _, target in self.ties}
        for key in ORDER:
            if END + key in targets:
                yield self._node(END + key, say_end(self.cycles.old, key), 0)

    def _fresh(self) -> Iterator[Node]:
        """What continues nothing, by its kind."""
        edition = self.cycles.new
        for kind, count in self.fresh.items():
            words = edition.translate("Without a forebear: {elements}").format(
                elements=edition.words.counted(kind, count)
            )
            yield self._node(FRESH + kind, words, 0)

    def _node(self, name: str, words: str, tone: int) -> Node:
        return Node(id=name, link=Link(words=clip(words, LONGEST)), tone=tone)

    def _sentence(self, titles: tuple[str, str]) -> str:
        edition = self.cycles.old
        counts = count_ends(self.table)
        told = (f"{say_end(edition, key)} {say_count(edition, count)}" for key, count in counts.items())
        return edition.translate(
            "Drawing: what became of the commitments from {old} to {new}: {counts}."
        ).format(old=titles[0], new=titles[1], counts=edition.translate(", ").join(told))


def _single_kinds(table: Sequence[Disposition], fresh: int) -> frozenset[str]:
    """The kinds whose elements stand by themselves: as many as there is room for, the smallest first.

    `fresh` is how many kinds of element are new.
    """
    sizes: Counter[str] = Counter()
    for one in table:
        sizes[one.element.kind_] += max(len(one.heirs), bool(one.heirs))
    ended = {one.element.kind_ for one in table if not one.heirs}
    room = ROWS - max(len(ended), len({end_of(one) for one in table if not one.heirs}) + fresh)
    found = set()
    for kind, size in sorted(sizes.items(), key=lambda pair: pair[1]):
        if size <= max(1, room):
            found.add(kind)
        room -= min(size, max(1, room))
    return frozenset(found)
