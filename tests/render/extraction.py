"""All that documents say in words of their own: what templates and views ask a catalogue for.

Templates and calls are read by Babel's extractors. The words for keys are made of the model, as views do it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from babel.messages.extract import extract

from stratkit import shipped
from stratkit.compare.fields import LINEAGE, UNTOLD
from stratkit.model import sdg, shape
from stratkit.model.element import Noted
from stratkit.model.plan import Header, Plan
from stratkit.model.promise import Theme
from stratkit.model.record import Record
from stratkit.model.report import NO_REPORT, NOT_COMPUTED, FollowUp
from stratkit.shipped import _PACKAGE
from stratkit.views.backlinks import BACK
from stratkit.views.facts import MARKERS, UNSAID
from stratkit.views.outline import PARTS
from stratkit.views.tongue import Tongue
from stratkit.views.words import CHOICES, COUNTED, ROLES, Words

READABLE = {"title", "name", "summary", "text", "number"}
"""Fields that are no facts, and that an edition may have interpreted."""
UNPRINTED = {"basis", "format", "labels", "named_for", "numbering"}
"""Fields that say how something is printed."""

UNCOMPARED = {*LINEAGE, *UNTOLD, "format"}
"""Fields that no document on two plans names."""


class Message(NamedTuple):
    """A message, its plural if it counts, its context if its words have several meanings, and where it is."""

    id: str
    plural: str = ""
    context: str = ""
    place: str = ""


def messages() -> dict[tuple[str, str], Message]:
    """Every message by its words and context, each once."""
    found: dict[tuple[str, str], Message] = {}
    for message in (*_in_templates(), *_in_calls(), *_words()):
        found.setdefault((message.id, message.context), message)
    return found


def _in_templates() -> Iterator[Message]:
    keywords = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
    root = shipped.templates()
    for file in sorted(root.rglob("*.j2")):
        text = file.read_bytes()
        for _, said, _, context in extract("jinja2", BytesIO(text), keywords, options={"silent": "false"}):
            yield _message(said, context, file.relative_to(root).as_posix())


def _in_calls() -> Iterator[Message]:
    keywords = {"translate": None, "count": (1, 2), "translate_in": ((1, "c"), 2)}
    for folder in ("views", "render"):
        for file in sorted((_PACKAGE / folder).rglob("*.py")):
            for _, said, _, context in extract("python", BytesIO(file.read_bytes()), keywords):
                yield _message(said, context, file.relative_to(_PACKAGE).as_posix())


def _message(said: object, context: str | None, place: str) -> Message:
    one, several = said if isinstance(said, tuple) else (said, "")
    return Message(str(one), str(several), context or "", place)


def _words() -> Iterator[Message]:
    """The words for the keys of the format."""
    said = {*BACK.values(), *MARKERS, *sdg.GOALS.values(), *ROLES, "Yes", "No"}
    words = Words(Header(id="any", title="Any"), Tongue())
    said.update(words.part(name) for name in PARTS)
    said.update(words.one(name) for name in ("reporting", "follow_up", NO_REPORT, NOT_COMPUTED))
    for record in _records(Plan):
        fields = {name: field for name, field in record.fields_.items() if name not in UNPRINTED}
        said.update(words.fact(name) for name in record.fields_ if name not in UNCOMPARED)
        if issubclass(record, Noted | FollowUp):
            said.update(words.fact(name) for name in fields if name not in UNSAID - READABLE)
        for field in fields.values():
            if isinstance(field.item, shape.Choice) and field.name not in UNPRINTED:
                said.update(words.choice(option) for option in field.item.options)
                said.update(words.one(option) for option in field.item.options if option not in CHOICES)
                if record is Theme and field.name == "kind":
                    said.update(words.many(option) for option in field.item.options)
        if kind := getattr(record, "kind_", ""):
            said |= {words.one(kind), words.many(kind)}
    for word in sorted(said):
        yield Message(word, place="words")
    for one, several in COUNTED.values():
        yield Message(one, several, place="words")


def _records(record: type[Record], seen: set[type[Record]] | None = None) -> set[type[Record]]:
    """A class of records and all that its fields hold."""
    seen = {record} if seen is None else seen | {record}
    for field in record.fields_.values():
        inner = field.item.value if isinstance(field.item, shape.Table) else field.item
        if isinstance(inner, shape.Part) and inner.record not in seen:
            seen |= _records(inner.record, seen)
    return seen
