"""What views are built of: links, facts, entries and sections."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Link:
    """Words that lead somewhere: to an element of the document, to an address, or nowhere (plain words).

    `code` is the short number of the element, if it has one.
    """

    words: str
    target: str = ""
    url: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A label, empty where the words need none, and what it says.

    `reading`: this is our interpretation. `codes`: short numbers can stand for the words.
    """

    key: str
    label: str
    items: tuple[Link, ...]
    reading: bool = False
    codes: bool = False

    @property
    def compound(self) -> bool:
        """Whether commas between the items would be lost among commas in them."""
        return any("," in item.words for item in self.items if not (self.codes and item.code))


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One element: its heading, its prose and its facts.

    `id` is empty where nothing can refer to it. `reading` names the fields that are our interpretation,
    `basis` says it of the whole, `note` why. `tags` place it in the plan, `facts` are all the others. `quote`
    repeats a sentence of the text. `tone` is the number of its colour, 0 for none.
    """

    id: str = ""
    heading: str = ""
    number: str = ""
    code: str = ""
    tone: int = 0
    summary: str = ""
    text: str = ""
    quote: str = ""
    tags: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    basis: str = ""
    reading: tuple[str, ...] = ()
    note: str = ""

    @property
    def bare(self) -> bool:
        """Whether it has nothing but its heading."""
        return not (self.summary or self.text or self.tags or self.facts or self.note or self.basis)

    def untold(self) -> Entry:
        """The same without its summary, for where that has been told."""
        return replace(self, summary="")

    def named(self, heading: str) -> Entry:
        """The same under another heading."""
        return replace(self, heading=heading)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the document. `part` names what it is made of, `anchor` the place that links lead to.

    `reading` and `illustrative` say that something in it is not the organization's own.
    """

    part: str
    anchor: str
    title: str
    number: str = ""
    boxes: tuple[Entry, ...] = ()
    reading: bool = False
    illustrative: bool = False


@dataclass(frozen=True, kw_only=True)
class Listing(Section):
    """A section of plain entries."""

    entries: tuple[Entry, ...]
