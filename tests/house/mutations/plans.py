"""Every node of the plans in `plans/`, and the ids in them.

The model says what belongs into a place. Where it is comes from PyYAML, apart from the reader under test.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from tests.house.mutations.nodes import OUTSIDE, Cell, LinkTarget, Node, ProsePath, end_of

from stratkit.model import shape
from stratkit.model.plan import Plan
from stratkit.model.record import Record

PLANS = Path(__file__).resolve().parents[3] / "plans"
NAMES = sorted(path.parent.name for path in PLANS.glob("*/plan.yaml"))
CELL = re.compile(r'(?<=,)(?:"(?:[^"]|"")*"|[^",\n]+)|^[^,\n]+', re.MULTILINE)
LINK = re.compile(r"\]\(#([^)]*)\)")


@dataclass(frozen=True, kw_only=True)
class Names:
    """The ids of a plan with the kinds of their elements, and every word that names one."""

    kinds: dict[str, str]
    named: frozenset[str]


@cache
def nodes(plan: str) -> tuple[Node, ...]:
    """Every node of a plan, by file and place."""
    files = sorted(path for path in (PLANS / plan).rglob("*") if path.suffix in {".yaml", ".md", ".csv"})
    return tuple(node for path in files for node in _File(path.relative_to(PLANS)).nodes())


@cache
def names(plan: str) -> Names:
    """The ids of a plan and who is named."""
    own = [node for node in nodes(plan) if isinstance(node.shape, shape.Identifier) and node.name == "id"]
    naming = (shape.Reference, shape.Place, LinkTarget)
    return Names(
        kinds={node.words: getattr(node.record, "kind_", "") for node in own},
        named=frozenset(
            node.words
            for node in nodes(plan)
            if isinstance(node.shape, naming) or (isinstance(node.shape, Cell) and node.name == "indicator")
        ),
    )


class _File:
    """One file of a plan, and the walk over it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = (PLANS / path).read_text("utf-8")

    def nodes(self) -> Iterator[Node]:
        if self.path.suffix == ".md":
            yield from self._links(0, len(self.text))
        elif self.path.suffix == ".csv":
            yield from self._cells()
        else:
            root = yaml.compose(self.text, yaml.SafeLoader)
            assert isinstance(root, yaml.MappingNode)
            yield from self._in_record(Plan, root)

    def _in_record(self, record: type[Record], around: yaml.MappingNode) -> Iterator[Node]:
        for key, value in around.value:
            what = record.fields_[key.value].shape
            yield self._node(key.value, what, value, record=record, around=around, key=key)
            yield from self._inside(key.value, what, value)

    def _inside(self, name: str, what: shape.Shape, value: yaml.Node) -> Iterator[Node]:
        if isinstance(value, yaml.SequenceNode):
            assert isinstance(what, shape.Many)
            for item in value.value:
                yield self._node(name, what.item, item, around=value)
                yield from self._inside(name, what.item, item)
        elif isinstance(value, yaml.MappingNode):
            if isinstance(what, shape.Part) and value.value[0][0].value in what.record.fields_:
                yield from self._in_record(what.record, value)
                return
            for key, inner in value.value:
                within = _shape_in(what, key.value)
                yield self._node(key.value, within, inner, around=value, key=key)
                yield from self._inside(key.value, within, inner)
        elif isinstance(what, shape.Prose):
            yield from self._links(value.start_mark.index, end_of(value, self.text))

    def _links(self, start: int, end: int) -> Iterator[Node]:
        for link in LINK.finditer(self.text, start, end):
            yield self._outside("link", LinkTarget(), *link.span(1))

    def _cells(self) -> Iterator[Node]:
        columns = self.text.partition("\n")[0].split(",")
        for cell in CELL.finditer(self.text):
            row = self.text.rfind("\n", 0, cell.start()) + 1
            name = columns[self.text.count(",", row, cell.start())] if row else "column"
            yield self._outside(name, Cell(), *cell.span())

    def _outside(self, name: str, what: shape.Shape, start: int, end: int) -> Node:
        first, last = (yaml.Mark(self.path.name, at, 0, 0, "", 0) for at in (start, end))
        return self._node(name, what, yaml.ScalarNode("", self.text[start:end], first, last, OUTSIDE))

    def _node(
        self,
        name: str,
        what: shape.Shape,
        value: yaml.Node,
        *,
        record: type[Record] | None = None,
        around: yaml.MappingNode | yaml.SequenceNode | None = None,
        key: yaml.ScalarNode | None = None,
    ) -> Node:
        return Node(
            file=self.path,
            text=self.text,
            name=name,
            shape=what,
            record=record,
            around=around,
            key=key,
            value=value,
        )


def _shape_in(what: shape.Shape, key: str) -> shape.Shape:
    """The shape of a value in a mapping that is no record."""
    if isinstance(what, shape.Table):
        return what.value
    if isinstance(what, shape.PeriodShape):
        return shape.DateShape()
    return ProsePath() if key == "file" else what
