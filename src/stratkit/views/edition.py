"""One edition of a plan: the plan in one language, and how its elements are named in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stratkit.load.index import records_in
from stratkit.load.workspace import Workspace
from stratkit.model.element import Described, Element, Noted
from stratkit.model.narrative import Work
from stratkit.model.record import Record
from stratkit.model.report import Update
from stratkit.views.backlinks import back_facts
from stratkit.views.dates import say_period
from stratkit.views.entry import Entry, Link
from stratkit.views.facts import facts_of
from stratkit.views.numbering import Numbering
from stratkit.views.outline import Outline
from stratkit.views.tones import tones_of
from stratkit.views.tongue import Tongue
from stratkit.views.untranslated import Untranslated, said_in
from stratkit.views.words import Words

TAGS = ("challenges", "themes", "kinds")
"""The facts that place an element in the plan."""


class Edition:
    """Says what an element is called, and links to it if it is printed, all in one tongue."""

    def __init__(self, workspace: Workspace, tongue: Tongue, printed: frozenset[str] | None = None) -> None:
        """`printed` are the ids that links may lead to; None: of all that has a place in the whole plan."""
        self.workspace: Workspace = workspace
        self.plan = workspace.plan
        self.index = workspace.index
        self.tongue: Tongue = tongue
        self.translate = tongue.translate
        self.words: Words = Words(self.plan.plan, tongue)
        self.numbering = Numbering(self.index, self.words, self.plan.plan.numbering or "dotted")
        self.own_fields = {field.id: field for field in self.plan.fields}
        self.outline = Outline(self.plan)
        self.tones = tones_of(self.plan)
        self.printed = printed if printed is not None else frozenset(self._placed())

    def records(self) -> Iterator[Record]:
        """Everything that has a place in the document."""
        yield from (self.plan.plan, self.plan.plan.organization)
        lines = "action_lines" in self.outline.places
        for record in self.outline.records():
            yield record
            yield from (inner for inner, _ in records_in(record))
        for outcome in self.plan.outcomes if lines else ():
            if outcome.parent:
                yield outcome
                yield from (inner for inner, _ in records_in(outcome))

    def _placed(self) -> Iterator[str]:
        yield from (target for record in self.records() if (target := record.__dict__.get("id")))

    def say(self, text: str | None) -> str:
        """A text in this language, or `Untranslated`; empty if there is none."""
        return said_in(self.tongue.tag, self.plan.plan.language, text) if text else ""

    def say_name(self, text: str | None) -> str:
        """The same for what is called alike in every language unless its author says otherwise."""
        return said_in(self.tongue.tag, self.plan.plan.language, text, name=True) if text else ""

    def heading(self, record: Record) -> str:
        """What an element is called."""
        said = record.__dict__
        if said.get("title") and not isinstance(record, Work):
            return self.say(said["title"])
        if isinstance(record, Update) and not record.title:
            return self.words.one(record.kind or "update")
        return self.say_name(said.get("title") or said.get("name") or said.get("id"))

    def link(self, target: str) -> Link:
        """The name of an element, leading to it if it is printed; an unknown id stands for itself."""
        record = self.index.get(target)
        if record is None:
            return Link(words=target)
        shown = target if target in self.printed else ""
        return Link(words=self.heading(record), target=shown, code=self.numbering.of(target).code)

    def links(self, targets: Iterable[str]) -> tuple[Link, ...]:
        """The same for several."""
        return tuple(self.link(target) for target in targets)

    def previous(self, target: str) -> Link:
        """The name of an element of the previous plan, with its years; an unknown id stands for itself."""
        before = self.workspace.previous
        record = before.index.get(target) if before else None
        if before is None or record is None:
            return Link(words=target)
        header = before.plan.plan
        years = say_period(header.period, self.tongue) or self.say(header.title)
        return Link(words=f"{self.heading(record)} ({years})")

    def entry(
        self, record: Noted, *, beside: tuple[str, ...] = (), told: frozenset[str] = frozenset()
    ) -> Entry:
        """The view of one element. Its facts leave out fields `beside` them and elements `told` elsewhere."""
        own = facts_of(self, record, beside)
        back = back_facts(self, record, beside, told) if isinstance(record, Element) and record.id else ()
        said = record.__dict__
        number = self.numbering.of(said.get("id") or "")
        text, quote = self.say(said.get("text")), self.say(said.get("quote"))
        return Entry(
            id=said.get("id") or "",
            heading=self.heading(record),
            number=number.label or said.get("number") or "",
            code=number.code,
            tone=self.tones.get(said.get("id") or "", 0),
            summary=self.say(said.get("summary")),
            text=text,
            # words of another language than those beside them would quote nothing
            quote=quote if isinstance(quote, Untranslated) == isinstance(text, Untranslated) else "",
            tags=tuple(fact for name in TAGS for fact in own if fact.key == name),
            facts=(*(fact for fact in own if fact.key not in TAGS), *back),
            basis=record.basis or "",
            reading=record.reading,
            note=self.say(record.reading_note),
        )

    def entries(self, records: tuple[Described, ...], *, beside: tuple[str, ...] = ()) -> tuple[Entry, ...]:
        """The views of several."""
        return tuple(self.entry(record, beside=beside) for record in records)
