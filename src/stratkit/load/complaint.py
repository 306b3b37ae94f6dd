"""What a binder says of values that it cannot bind, and what it remembers of them."""

from __future__ import annotations

import re

from stratkit.load.advice import a, cure, first_line, found
from stratkit.load.likeness import Guesser
from stratkit.model import shape
from stratkit.model.record import Field, Record
from stratkit.source.node import EXPLAINED, Mapping, Node, Scalar, Sequence
from stratkit.source.problem import Problem
from stratkit.source.text import SourceText, short

_USUAL = {
    "action_lines": "goals objectives pillars priorities strategies strategic_goals windows workstreams",
    "axes": "focus_points objectives projects strategies sub_goals",
    "outcomes": "commitments deliverables objectives outputs results",
    "indicators": "kpis measures metrics",
    "programmes": "initiatives programs projects services",
    "stakeholders": "actors people partners",
    "challenges": "issues problems",
    "themes": "principles topics",
    "lead": "owner responsible",
    "due": "deadline due_date end_date",
    "text": "body description details",
}
"""Keys of the format, and what other plans and tools call them."""


def _usual_word(word: str, record: type[Record]) -> str:
    """What to do about a key that is not known here."""
    for key, others in _USUAL.items():
        if key in record.fields_ and word in others.split():
            label = (
                "" if key in ("lead", "due", "text") else "; your own word for it goes under `plan: labels:`"
            )
            return f"the key is `{key}` in every plan{label}"
    if record.noun() == "settings file":
        return "docs/format.md lists the settings"
    own = "; own keys go under `fields:`" if "fields" in record.fields_ else ""
    return f"docs/format.md lists the keys it has{own}"


class Complaints:
    """Adds to `problems`, one for each mistake.

    `lost` collects ids that could be seen but not bound, `unread` all texts that were not, `nameless` the
    kinds of elements whose id is broken. `lost_names` says whether parts are lost, such as files with
    prose, of which nobody knows what they name.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.lost: set[str] = set()
        self.unread: set[str] = set()
        self.nameless: set[str] = set()
        self.lost_names = False
        self.guesser = Guesser()

    def report_missing(self, record: type[Record], node: Mapping, source: SourceText) -> None:
        """Report each required key that the author did not write."""
        missing = [name for name in record.required_ if name not in node.entries]
        meant = self._meant(record, node) if missing else ()
        for name in missing:
            what = record.required_[name].shape
            if isinstance(what, shape.Part):
                self.lose_id(what.record)
            if name not in meant:
                self._report_missing(name, record.required_[name].doc, node, source)

    def _meant(self, record: type[Record], node: Mapping) -> set[str | None]:
        """What misspelt keys were probably meant to be: their fault is reported once."""
        fields = record.fields_
        # `title:x` without a space is a key of that name.
        keys = (key.partition(":")[0] for key in node.entries if key not in fields)
        return {self.guesser.closest(key, fields) for key in keys}

    def has_id(self, record: type[Record], node: Mapping) -> bool:
        """Whether there is an id, or has to be, or one stands under a misspelt key."""
        return "id" in node.entries or "id" in record.required_ or "id" in self._meant(record, node)

    def _report_missing(self, name: str, doc: str, node: Mapping, source: SourceText) -> None:
        first = next(iter(node.entries.values()), None)
        end = first[0].end if first else node.end
        span = source.span(node.start, end)
        mend = f"add `{name}: …`: {doc[0].lower()}{doc[1:].rstrip('.')}"
        self.problems.append(Problem("missing-key", span, f"`{name}` is missing here", mend))

    def refuse_single(self, what: shape.Many, key: Scalar, node: Node, source: SourceText) -> None:
        """Where a list belongs and something else stands."""
        if isinstance(what.item, shape.Part):
            mend = f"begin each element with a hyphen: {first_line(what.item.record, node)}"
        elif type(node) is Scalar:
            mend = (
                f"write `{key.text}: [{node.text}]`"
                if len(node.text) < 40
                else "begin each item with a hyphen"
            )
        else:
            mend = "begin each item with a hyphen"
        self.report("wrong-type", source, node, f"`{key.text}` takes a list, even for one", mend)

    def refuse_key(self, record: type[Record], key: Scalar, node: Node, source: SourceText) -> None:
        """For a key that the record does not have."""
        mend = self.guesser.did_you_mean(key.text, record.fields_) or _usual_word(key.text, record)
        self.refuse_entry(key, node, source, f"{a(record)} has no key `{short(key.text)}`", mend)

    def refuse_strays(
        self, record: type[Record], field: Field, items: list[Node], source: SourceText
    ) -> None:
        """For elements in a list of a record's that belong to the list in another field."""
        other = field.item.record if isinstance(field.item, shape.Part) else record
        keys = [key for item in items if type(item) is Mapping for key, _ in item.entries.values()]
        key = next(key for key in keys if key.text not in record.fields_)
        mend = f"if {a(other)} begins here, `{field.name}:` is missing above it"
        self.report("unknown-key", source, key, f"{a(record)} has no key `{short(key.text)}`", mend)
        for item in items:
            self.lose_record(other, item)

    def refuse_entry(self, key: Scalar, node: Node, source: SourceText, message: str, mend: str) -> None:
        """For a key that does not belong here; what stands under it is not bound."""
        if not (type(node) is Scalar and node.style == EXPLAINED):
            self.report("unknown-key", source, key, message, mend)
        self.lose(node)

    def refuse_empty(self, key: Scalar, node: Scalar, source: SourceText) -> None:
        """For a key or an item without a value."""
        # An item is empty where it stands; a key, whose value may lie lines below, where the key stands.
        if node.text:
            message = f"`{node.text}` is YAML's word for nothing"
            mend = "write the value, or delete the key; a text of that word stands in quotes"
            self.report("invalid-value", source, node, message, mend)
        elif source.text.rfind("-", key.end, node.start) >= 0:
            hyphen = source.text.rindex("-", 0, node.start)
            empty = Scalar(hyphen, hyphen + 1, "", "")
            self.report(
                "invalid-value",
                source,
                empty,
                "nothing stands after this hyphen",
                "write the item, or delete the line",
            )
        else:
            message = f"nothing stands after `{short(key.text)}`"
            self.report("invalid-value", source, key, message, "write its value, or delete the key")

    def refuse_shape(self, what: shape.Shape, key: Scalar | None, node: Node, source: SourceText) -> None:
        """For a value of the wrong kind, under a key or on its own."""
        self.report("wrong-type", source, node, found(what, node), cure(what, key, node, source))

    def lose_record(self, record: type[Record], node: Node) -> None:
        """Remember that an element stands here which nobody can name."""
        self.lose(node)
        self.lose_id(record)

    def lose_id(self, record: type[Record]) -> None:
        """Remember that an element of this class may have an id that nobody can tell."""
        if "id" in record.fields_:
            self.nameless.add(getattr(record, "kind_", ""))

    def lose(self, node: Node) -> None:
        """Remember what is not bound: what it names is not unnamed, and its ids are not missing."""
        todo = [node]
        while todo:
            node = todo.pop()
            if type(node) is Scalar:
                self.unread.update((node.text, *re.findall(r"[a-z][a-z0-9-]*", node.text)))
            elif type(node) is Sequence:
                todo.extend(node.items)
            elif type(node) is Mapping:
                for key, child in (*node.entries.values(), *node.again):
                    self.lose_key(key.text, child)
                    todo.append(child)

    def lose_key(self, name: str, value: Node) -> None:
        """Remember what its key says of a value that is not bound."""
        if name == "id" and type(value) is Scalar:
            self.lost.add(value.text)
        self.lost_names = self.lost_names or name == "file"

    def report(self, code: str, source: SourceText, node: Node, message: str, mend: str) -> None:
        """Add a problem at the first line of a node."""
        self.problems.append(Problem(code, source.first_line(node.start, node.end), message, mend))
