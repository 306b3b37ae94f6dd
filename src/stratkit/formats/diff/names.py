"""What elements, their kinds and statuses are called: by their titles, and in their organization's words."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.compare.difference import Difference
from stratkit.formats.diff.piece import Piece, Sentence, capital, joined
from stratkit.load.workspace import Workspace
from stratkit.model.plan import Header, Label, Plan
from stratkit.model.record import Record

NOUNS = {"field": "own field", "outcome_kind": "kind of outcome", "update": "report"}
"""Where the name of a class would not do."""
_PLURALS = {
    "activity": "activities",
    "axis": "axes",
    "consultation": "steps of the consultation",
    "history": "history",
    "outcome_kind": "kinds of outcome",
}


class Names:
    """The names in one of two plans."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        header = workspace.header
        self.labels = (header.labels or {}) if header else {}

    def name(self, record: Record | None) -> Sentence:
        """The title of an element; the plan is called that."""
        if record is None or isinstance(record, Plan | Header):
            return (Piece("the plan"),)
        heading = getattr(record, "heading", "") or record.__dict__.get("title") or _noun(record)
        return (Piece(" ".join(str(heading).split()), "name"),)

    def of_id(self, target: str) -> Sentence:
        """The title of what has an id; an unknown id stands for itself."""
        record = self.workspace.index.get(target)
        return self.name(record) if record is not None else (Piece(target.replace("_", " "), "quoted"),)

    def full(self, record: Record | None) -> Sentence:
        """The title with the kind before it: `the axis *Depth*`."""
        if record is None or isinstance(record, Plan | Header):
            return self.name(record)
        return (Piece("the "), *self.kind(record), Piece(" "), *self.name(record))

    def kind(self, record: Record) -> Sentence:
        """The kind of an element."""
        return self.word(getattr(record, "kind_", ""), _noun(record))

    def word(self, key: str, otherwise: str = "") -> Sentence:
        """A key within a sentence, in the organization's word for it or a plain one."""
        label = self._label(key)
        if label:
            return (Piece(_small(str(label.one)), "quoted"),)
        return (Piece(otherwise or NOUNS.get(key) or key.replace("_", " ")),)

    def several(self, record: Record) -> Sentence:
        """The word for several of the kind of an element, as a heading."""
        label = self._label(getattr(record, "kind_", ""))
        if label:
            return (Piece(str(label.many or f"{label.one}s"), "quoted"),)
        return capital(self.plural(record))

    def plural(self, record: Record) -> Sentence:
        """The same within a sentence."""
        key, label = getattr(record, "kind_", ""), self._label(getattr(record, "kind_", ""))
        if label:
            return (Piece(_small(str(label.many or f"{label.one}s")), "quoted"),)
        return (Piece(_PLURALS.get(key, f"{_noun(record)}s")),)

    def counted(self, number: int, record: Record) -> Sentence:
        """A number of elements of the kind of one: `3 pillars`."""
        noun = self.kind(record) if number == 1 else self.plural(record)
        return (Piece(f"{number:,} "), *noun)

    def together(self, records: Sequence[Record]) -> Sentence:
        """Several elements with their kinds: `the themes *A* and *B*`."""
        if len(records) == 1 or len({type(one) for one in records}) > 1:
            return joined([self.full(one) for one in records])
        return (
            Piece("the "),
            *self.plural(records[0]),
            Piece(" "),
            *joined([self.name(one) for one in records]),
        )

    def has_label(self, record: Record) -> bool:
        """Whether the organization has its own word for the kind of an element."""
        return self._label(getattr(record, "kind_", "")) is not None

    def _label(self, key: str) -> Label | None:
        label = self.labels.get(key)
        return label if label is not None and label.__dict__["one"] else None


def names(difference: Difference) -> tuple[Names, Names]:
    """The names in the old plan and in the new one."""
    return Names(difference.old), Names(difference.new)


def _noun(record: Record) -> str:
    return NOUNS.get(getattr(record, "kind_", ""), record.noun())


def _small(words: str) -> str:
    """A word as it stands within a sentence; one of several capitals keeps them."""
    return words if words[1:] != words[1:].lower() else words.lower()
