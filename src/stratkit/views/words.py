"""The words that stand for keys: the organization's own, or the standard ones."""

from __future__ import annotations

from stratkit.model.language import base_of
from stratkit.model.plan import Header, Label, Plan
from stratkit.model.shape import Many, Part
from stratkit.views.tongue import Tongue
from stratkit.views.untranslated import said_in

STANDARD = {
    "action_line": ("Action line", "Action lines"),
    "activity": ("Activity", "Activities"),
    "axis": ("Axis", "Axes"),
    "accepted_change": ("Accepted change", "Accepted changes"),
    "consultation": ("How the plan came about", "How the plan came about"),
    "cross_cutting": ("Cross-cutting theme", "Cross-cutting themes"),
    "field": ("Own field", "Own fields"),
    "figure": ("Figure", "Figures"),
    "final": ("Final report", "Final reports"),
    "glossary": ("Glossary", "Glossary"),
    "half_yearly": ("Every half year", "Every half year"),
    "history": ("History", "History"),
    "mid_term": ("Mid-term report", "Mid-term reports"),
    "monthly": ("Every month", "Every month"),
    "no_report": ("No report", "No report"),
    "not_computed": ("Not computed", "Not computed"),
    "objective": ("Strategic objective", "Strategic objectives"),
    "orienting": ("Orienting theme", "Orienting themes"),
    "outcome_kind": ("Kind of outcome", "Kinds of outcome"),
    "per_period": ("Each period by itself", "Each period by itself"),
    "quarterly": ("Every quarter", "Every quarter"),
    "retired": ("What this plan does not continue", "What this plan does not continue"),
    "sum": ("Values add up over the cycle", "Values add up over the cycle"),
    "term": ("Term", "Glossary"),
    "update": ("Report", "Reports"),
    "yearly": ("Every year", "Every year"),
}
"""Where the key itself, with spaces and a capital, would not do. One of it, several of it."""

COUNTED = {
    "action_line": ("{count} action line", "{count} action lines"),
    "axis": ("{count} axis", "{count} axes"),
    "challenge": ("{count} challenge", "{count} challenges"),
    "indicator": ("{count} indicator", "{count} indicators"),
    "milestone": ("{count} milestone", "{count} milestones"),
    "outcome": ("{count} outcome", "{count} outcomes"),
    "programme": ("{count} programme", "{count} programmes"),
    "theme": ("{count} theme", "{count} themes"),
}
"""What is counted within a sentence."""

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


ROLES = ("beneficiary", "funder", "performer", "reviewer")
"""What stakeholders do, in the words that the format proposes."""

S_PLURALS = ("en", "es", "fr")
"""Languages in which a word of the organization's own takes an s where it gives no word for several."""


def plain(key: str) -> str:
    """A key as a word: with spaces, and a capital."""
    return key[:1].upper() + key[1:].replace("_", " ")


def small(words: str) -> str:
    """A word as it stands within a sentence; one of several capitals keeps them: `Action Lines`, `SDGs`."""
    return words if words[1:] != words[1:].lower() else words.lower()


def _kinds() -> dict[str, str]:
    """The kind of element that each collection of a plan holds."""
    shapes = {name: field.shape for name, field in Plan.fields_.items()}
    return {
        name: what.item.record.kind_
        for name, what in shapes.items()
        if isinstance(what, Many) and isinstance(what.item, Part) and hasattr(what.item.record, "kind_")
    }


class Words:
    """Looks up words for one plan in one tongue."""

    def __init__(self, header: Header, tongue: Tongue) -> None:
        self.labels = header.labels or {}
        self.own = header.language
        self.tongue = tongue
        self.translate = tongue.translate

    def one(self, key: str) -> str:
        """The word for one of a kind, or for a status."""
        label = self.labels.get(key)
        return self._say(label.one) if label else self.translate(STANDARD.get(key, (plain(key),))[0])

    def choice(self, word: str) -> str:
        """A word that a key may take, such as a status."""
        return self.translate(CHOICES[word]) if word in CHOICES else self.one(word)

    def many(self, key: str) -> str:
        """The word for several of a kind."""
        label = self.labels.get(key)
        if label is None:
            return self.translate(STANDARD.get(key, ("", plain(key) + "s"))[1])
        if label.many:
            return self._say(label.many)
        return self._say(label.one) + ("s" if base_of(self.tongue.tag) in S_PLURALS else "")

    def counted(self, key: str, count: int) -> str:
        """So many of a kind: `3 axes`."""
        if key in self.labels:
            word = self.one(key) if count == 1 else self.many(key)
            return f"{count} {small(word)}"
        return self.tongue.count(*COUNTED[key], count).format(count=count)

    def short(self, key: str) -> str:
        """The word for one where there is little room."""
        label = self.labels.get(key)
        return self._say(label.short) if label and label.short else self.one(key)

    def told(self, word: str) -> str:
        """A word of the author's own choosing, unless the organization has a label for it."""
        return self.one(word) if word in self.labels else self.translate(word.replace("_", " "))

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
        return self._say(label.one) if label else self.translate(FACTS.get(field, plain(field)))

    def _say(self, text: str) -> str:
        return said_in(self.tongue.tag, self.own, text)


_KINDS = _kinds()
