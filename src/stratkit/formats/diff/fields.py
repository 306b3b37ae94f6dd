"""What fields are called, and what sort of value each holds."""

from __future__ import annotations

from stratkit.model.language import is_language
from stratkit.model.plan import Header, Plan
from stratkit.model.record import Record

WORDS = {
    "aggregate": "way of counting",
    "approved": "approval",
    "box_in": "place",
    "by": "body",
    "contributes_to": "contributions",
    "depends_on": "conditions",
    "due": "due date",
    "evidence": "piece of evidence",
    "fiscal_year": "fiscal year",
    "full_name": "full name",
    "key_ideas": "key idea",
    "of": "kind of element",
    "part_of": "wider plan",
    "path": "expected course",
    "previous": "plan before",
    "prepared_by": "author",
    "required": "duty to fill it in",
    "reviewed_by": "reviewer",
    "sdgs": "Sustainable Development Goals",
    "since": "first day of membership",
    "starts": "first month",
    "until": "last day of membership",
    "url": "address",
}
"""Where the key itself, with spaces, would not do."""

TABLES = {
    "fields": "own field",
    "groups": "breakdown by",
    "labels": "word for",
    "markers": "policy marker for",
}
"""Fields that hold one thing for each key."""

ITEMS = {
    "budget": "budget of",
    "entries": "entry on",
    "follow_up": "follow-up",
    "history": "entry of the history",
    "reading": "mark of our reading of",
    "readings": "reading of",
    "references": "work",
    "reporting": "report",
    "roles": "role",
}
"""What one item of a list is called; of others, the key without its last letter."""

LINKS = {
    "challenges": "answers",
    "concerns": "concerns",
    "contributes_to": "contributes to",
    "depends_on": "depends on",
    "funders": "counts on the money of",
    "kinds": "belongs to",
    "measures": "measures",
    "outline": "prints",
    "partners": "works with",
    "sdgs": "serves",
    "themes": "serves",
    "threatens": "threatens",
}
"""What naming another element in a list says of it; of others, that it names it."""

_SINGLE = {
    "entries": "entry",
    "follow_up": "follow-up",
    "history": "entry of the history",
    "readings": "reading",
    "references": "work",
    "reporting": "report",
    "targets": "target",
}
_FORMS = {"many": "plural ", "short": "short "}
_SILENT = ("plan", "statement", "one")


def call(path: str) -> str:
    """A field in words: `end of the period`; `title (fr)` in one of several languages."""
    parts = path.split(".")
    language = parts.pop() if len(parts) > 1 and is_language(parts[-1]) and parts[-2] not in TABLES else ""
    if parts[0] in TABLES and len(parts) > 1:
        words = f"{_FORMS.get(parts[-1], '')}{TABLES[parts[0]]} {parts[1].replace('_', ' ')}"
    else:
        told = [_single(part) if number else _word(part) for number, part in enumerate(_told(parts))]
        words = " of the ".join(told)
    return f"{words} ({language})" if language else words


def _told(parts: list[str]) -> list[str]:
    """The parts of a path that say something, the innermost first."""
    return [part for part in reversed(parts) if part not in _SILENT or len(parts) == 1]


def _word(key: str) -> str:
    return WORDS.get(key, key.replace("_", " "))


def _single(key: str) -> str:
    return _SINGLE.get(key, _word(key))


def item(path: str) -> str:
    """What one item of the list in a field is called."""
    key = path.rpartition(".")[2]
    return ITEMS.get(key) or _word(key).removesuffix("s")


def is_of_plan(record: Record | None) -> bool:
    """Whether it is the plan, or what it says of itself."""
    return isinstance(record, Plan | Header)


def is_title(path: str) -> bool:
    """Whether a field is what an element is called, in any language."""
    return path.partition(".")[0] in ("title", "name")
