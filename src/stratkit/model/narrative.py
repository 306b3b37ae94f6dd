"""What a document tells around its promises."""

from __future__ import annotations

from stratkit.model.date import PartialDate
from stratkit.model.element import Element, Titled
from stratkit.model.record import field
from stratkit.model.shape import (
    ACTOR,
    Address,
    Choice,
    DateShape,
    Flag,
    Identifier,
    Line,
    Many,
    Place,
    Prose,
    Reference,
    Word,
)


class Value(Titled):
    """How the organization behaves."""

    kind_ = "value"


class Term(Titled):
    """A word of the plan and what it means."""

    kind_ = "term"


class Foreword(Titled):
    """A note that opens the document."""

    kind_ = "foreword"
    quote: str | None = field(Line(), "A sentence of its text, word for word, to be printed large beside it.")
    author: str | None = field(Reference(*ACTOR), "Who signs it.")


class Chapter(Titled):
    """A part of the document that tells something."""

    kind_ = "chapter"
    quote: str | None = field(Line(), "A sentence of its text, word for word, to be printed large beside it.")
    author: str | None = field(Reference(*ACTOR), "Who signs it.")
    box_in: str | None = field(Place(), "The chapter or part in which it is printed as a box.")


class Figure(Titled):
    """A number printed large, or a row of a small table of them."""

    kind_ = "figure"
    value: str = field(Word(), "The number, as printed.", required=True)
    note: str | None = field(Prose(), "What has to be known about it.")
    source: str | None = field(Line(), "Where it comes from.")
    table: str | None = field(Line(), "The heading of the table it is a row of.")


class _Entry(Element):
    """A dated entry; its id may be left out."""

    id: str = field(Identifier(), "The name that references use. It may be left out.", default="")
    title: str = field(Line(), "What happened, or what it is called.", required=True)
    date: PartialDate | None = field(DateShape(), "When.")
    by: str | None = field(Reference(*ACTOR), "By whom.")


class HistoryEntry(_Entry):
    """Something that happened to the organization."""

    kind_ = "history"


class ConsultationEntry(_Entry):
    """A step in which the plan came about."""

    kind_ = "consultation"


class VersionEntry(_Entry):
    """A version of the document."""

    kind_ = "version"


class Work(_Entry):
    """A work cited, or a publication."""

    kind_ = "reference"
    author: str | None = field(Line(), "Who wrote it, as printed.")
    publisher: str | None = field(Line(), "Who published it.")
    url: str | None = field(Address(), "Where to read it.")
    group: str | None = field(Line(), "The subheading it stands under.")


class OwnField(Titled):
    """A field of the organization's own, which elements of some kinds may carry under `fields`."""

    kind_ = "field"
    of: tuple[str, ...] = field(Many(Word()), "The kinds of element that may carry it. Absent: every kind.")
    type: str | None = field(
        Choice("text", "number", "date", "choice", "reference"),
        "What its values are.",
    )
    values: tuple[str, ...] = field(Many(Word()), "The words to choose from.")
    required: bool | None = field(Flag(), "Whether it has to be there.")
