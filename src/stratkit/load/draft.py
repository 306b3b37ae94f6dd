"""What can be printed of a plan that has faults: a draft.

What is missing is shown as missing where a reader can see it so, and references that lead nowhere, or to what
they may not name, are left out. An element goes only where nothing can be said of it.
"""

from __future__ import annotations

from typing import TypeVar

from stratkit.load.excerpt import is_left
from stratkit.load.index import PRINTED, Index
from stratkit.load.unlinking import OMITTED, unlink
from stratkit.load.workspace import Workspace
from stratkit.model.language import Translated
from stratkit.model.narrative import Chapter
from stratkit.model.origin import Origin
from stratkit.model.plan import Plan
from stratkit.model.record import Field, Record
from stratkit.model.shape import Choice, Identifier, Line, Many, Part, Place, Prose, Reference, Word
from stratkit.source.links import find_links

R = TypeVar("R", bound=Record)


class Draft(Workspace):
    """A workspace that can be printed, made of a `whole` one that has faults."""

    def __init__(self, whole: Workspace) -> None:
        self.whole = whole
        index = Index(_Completion(whole.index).plan(), None, whole.index.unread)
        index.links = [link for link in index.links if is_left(link)]
        super().__init__(
            path=whole.path,
            door=whole.door,
            settings=whole.settings,
            index=index,
            sources=whole.sources,
            problems=whole.problems,
            languages=whole.languages,
            room=whole.room,
        )


def draft_of(workspace: Workspace) -> Draft | None:
    """What can be printed of a plan; None if not even its header is there."""
    return Draft(workspace) if workspace.header else None


class _Gone(Exception):
    """Nothing can be said of a record: what it is about cannot be read."""


class _Completion:
    """Copies records so that nothing that has to be there is missing, and no reference leads nowhere."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.unnamed = 0
        self.doubles = {id(record) for _, record in index.doubles}

    def plan(self) -> Plan:
        """All of it."""
        plan = self.complete(self.index.plan)
        chapters = tuple(self._unboxed(chapter, plan.chapters) for chapter in plan.chapters)
        return plan.replace(chapters=chapters)

    def complete(self, record: R) -> R:
        """A record that can be printed. Raises `_Gone`."""
        said = record.__dict__
        values: dict[str, object] = {}
        for name, field in record.fields_.items():
            value = self._value(field, said[name])
            if value in (None, "") and name in record.required_:
                value = self._missing(field, record.origin)
            elif name == "id" and id(record) in self.doubles:
                value = self._name()
            if value is not said[name]:
                values[name] = value
        return record.replace(**values) if values else record

    def _value(self, field: Field, value: object) -> object:
        if isinstance(field.shape, Many) and isinstance(value, tuple):
            parts = [self._kept(field, part) for part in value]
            kept = tuple(part for part in parts if part is not None)
            return value if len(kept) == len(value) and all(map(_is, kept, value)) else kept
        return self._kept(field, value)

    def _kept(self, field: Field, value: object) -> object:
        """One value as it can be printed, or None."""
        what = field.item
        if isinstance(value, Record):
            try:
                return self.complete(value)
            except _Gone:
                return None
        if isinstance(what, Reference | Place) and isinstance(value, str):
            return value if self._leads(what, value) else None
        return self._unlinked(value) if isinstance(what, Prose) and isinstance(value, str) else value

    def _leads(self, what: Reference | Place, target: str) -> bool:
        """Whether a reference leads to something that it may name."""
        if isinstance(what, Place):
            return target in Plan.fields_ or self.index.kind(target) in PRINTED
        if what.previous or what.former:
            return True
        kind = self.index.kind(target)
        return bool(kind) and (not what.kinds or kind in what.kinds)

    def _unlinked(self, text: str) -> str:
        texts = text.translations.values() if isinstance(text, Translated) else (text,)
        lost = {target for each in texts for target, _ in find_links(each) if not self.index.get(target)}
        if not lost:
            return text
        if isinstance(text, Translated):
            others = {language: unlink(each, lost) for language, each in text.translations.items()}
            return Translated(unlink(str(text), lost), others)
        return unlink(text, lost)

    def _missing(self, field: Field, origin: Origin) -> object:
        """What stands for a value that is missing. Raises `_Gone` where nothing can."""
        what = field.shape
        if isinstance(what, Identifier):
            return self._name()
        if isinstance(what, Line | Prose | Word):
            return OMITTED
        if isinstance(what, Choice) and len(what.options) == 1:
            return what.options[0]
        if isinstance(what, Part):
            return self.complete(what.record(origin))
        if isinstance(what, Many):
            return ()
        raise _Gone

    def _name(self) -> str:
        self.unnamed += 1
        name = f"unnamed-{self.unnamed}"
        return name if self.index.get(name) is None else self._name()

    @staticmethod
    def _unboxed(chapter: Chapter, chapters: tuple[Chapter, ...]) -> Chapter:
        """A chapter that is not a box within itself, by whatever way."""
        places = {each.id: each.box_in for each in chapters}
        place, seen = chapter.box_in, set[str]()
        while place in places and place not in seen and place != chapter.id:
            seen.add(place)
            place = places[place]
        return chapter.replace(box_in=None) if place == chapter.id else chapter


def _is(one: object, other: object) -> bool:
    return one is other
