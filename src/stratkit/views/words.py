"""The words that stand for keys: the organization's own, or the standard ones."""

from __future__ import annotations

from collections.abc import Callable

from stratkit.model.language import in_language
from stratkit.model.plan import Header, Label, Plan
from stratkit.model.shape import Many, Part

STANDARD = {
    "action_line": ("Action line", "Action lines"),
    "axis": ("Axis", "Axes"),
    "accepted_change": ("Accepted change", "Accepted changes"),
    "consultation": ("How the plan came about", "How the plan came about"),
    "cross_cutting": ("Cross-cutting theme", "Cross-cutting themes"),
    "field": ("Own field", "Own fields"),
    "figure": ("Figure", "Figures"),
    "glossary": ("Glossary", "Glossary"),
    "half_yearly": ("Every half year", "Every half year"),
    "history": ("History", "History"),
    "mid_term": ("Mid-term report", "Mid-term reports"),
    "monthly": ("Every month", "Every month"),
    "objective": ("Strategic objective", "Strategic objectives"),
    "orienting": ("Orienting theme", "Orienting themes"),
    "outcome_kind": ("Kind of outcome", "Kinds of outcome"),
    "per_period": ("Each period against its own target", "Each period against its own target"),
    "quarterly": ("Every quarter", "Every quarter"),
    "retired": ("What this plan does not continue", "What this plan does not continue"),
    "sum": ("Values add up over the cycle", "Values add up over the cycle"),
    "term": ("Term", "Glossary"),
    "update": ("Report", "Reports"),
    "yearly": ("Every year", "Every year"),
}
"""Where the key itself, with spaces and a capital, would not do. One of it, several of it."""

CHOICES = {"consultation": "In consultation"}
"""Words to choose from that are also the names of parts."""

FACTS = {
    "aggregate": "Counted as",
    "author": "By",
    "axes": "Axes",
    "axis": "Axis",
    "by": "By",
    "cadence": "Read",
    "challenges": "Answers",
    "concerns": "Concerns",
    "contributes_to": "Contributes to",
    "direction": "Direction",
    "due": "Due",
    "funders": "Paid for by",
    "groups": "Broken down by",
    "kinds": "Kind",
    "measures": "Measures",
    "part_of": "Part of",
    "partners": "With",
    "prepared_by": "Prepared by",
    "reviewed_by": "Reviewed by",
    "sdgs": "SDGs",
    "start": "From",
    "succeeds": "Continues",
    "themes": "Serves",
    "url": "Online",
}
"""What introduces the value of a field, where the field's own name would not do."""


def _plain(key: str) -> str:
    return key[:1].upper() + key[1:].replace("_", " ")


def _kinds() -> dict[str, str]:
    """The kind of element that each collection of a plan holds."""
    shapes = {name: field.shape for name, field in Plan.fields_.items()}
    return {
        name: what.item.record.kind_
        for name, what in shapes.items()
        if isinstance(what, Many) and isinstance(what.item, Part) and hasattr(what.item.record, "kind_")
    }


class Words:
    """Looks up words for one plan and language; `translate` knows the standard words in that language."""

    def __init__(self, header: Header, language: str, translate: Callable[[str], str]) -> None:
        self.labels = header.labels or {}
        self.language = language
        self.translate = translate

    def one(self, key: str) -> str:
        """The word for one of a kind, or for a status."""
        label = self.labels.get(key)
        return self._say(label.one) if label else self.translate(STANDARD.get(key, (_plain(key),))[0])

    def choice(self, word: str) -> str:
        """A word that a key may take, such as a status."""
        return self.translate(CHOICES[word]) if word in CHOICES else self.one(word)

    def many(self, key: str) -> str:
        """The word for several of a kind."""
        label = self.labels.get(key)
        if label is None:
            return self.translate(STANDARD.get(key, ("", _plain(key) + "s"))[1])
        return self._say(label.many) if label.many else self._say(label.one) + "s"

    def short(self, key: str) -> str:
        """The word for one where there is little room."""
        label = self.labels.get(key)
        return self._say(label.short) if label and label.short else self.one(key)

    def told(self, word: str) -> str:
        """A word of the author's own choosing, unless the organization has a label for it."""
        return self.one(word) if word in self.labels else word.replace("_", " ")

    def part(self, name: str) -> str:
        """The heading of a part of the plan, such as `themes`."""
        if name in self.labels:
            return self.many(name)
        kind = _KINDS.get(name)
        if kind:
            return self.many(kind)
        return self.one(name)

    def fact(self, field: str) -> str:
        """The word before the value of a field."""
        label: Label | None = None if field in Plan.fields_ else self.labels.get(field)
        return self._say(label.one) if label else self.translate(FACTS.get(field, _plain(field)))

    def _say(self, text: str) -> str:
        return in_language(text, self.language)


_KINDS = _kinds()
