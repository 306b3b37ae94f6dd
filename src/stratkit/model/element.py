"""What every element of a plan has."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from stratkit.model.record import Record, field
from stratkit.model.shape import Choice, Identifier, Line, Many, Number, Prose, Reference, Table, Word

AUDIENCES = ("public", "board", "staff")


class Noted(Record):
    """What the organization published, unless it says otherwise of itself."""

    basis: str | None = field(
        Choice("reading", "illustrative"),
        "Absent: as the organization published it. `reading`: our interpretation. "
        "`illustrative`: made up to show something.",
    )
    reading: tuple[str, ...] = field(
        Many(Word()), "The fields of this element that are our interpretation, not the organization's words."
    )
    reading_note: str | None = field(Line(), "Why the interpretation is what it is.")


class Described(Noted):
    """Something that can be listed and told in full."""

    summary: str | None = field(Prose(), "In a few words, where the element is listed.")
    text: str | None = field(Prose(), "In full. Markdown.")
    number: str | None = field(Word(), "The number it is printed with, where the order does not give it.")
    audience: tuple[str, ...] = field(Many(Choice(*AUDIENCES)), "Who may see it. Absent: everybody.")


class Element(Described):
    """Something with an id, which others may name."""

    kind_: ClassVar[str] = ""
    """The name of its kind, as messages say it."""

    id: str
    title: str | None
    name: str | None

    was: tuple[str, ...] = field(
        Many(Reference(former=True)), "Ids that this element had earlier in the same cycle."
    )
    succeeds: tuple[str, ...] | None = field(
        Many(Reference(previous=True)),
        "Ids of the previous plan that this one continues. An empty list: none, though the id is the same.",
        default=None,
    )
    fields: dict[str, str] | None = field(Table(Word(), Identifier()), "Values of the plan's own fields.")
    weight: Decimal | None = field(
        Number(low=0), "How much it counts where several are summed up. Absent: 1."
    )

    @property
    def heading(self) -> str:
        """The title, or the name of a person or an organization."""
        return self.__dict__.get("title") or self.__dict__.get("name") or self.id


class Titled(Element):
    """An element with a title."""

    id: str = field(Identifier(), "The name that references use. Never printed, never reused.", required=True)
    title: str = field(Line(), "The title, as printed.", required=True)


class Named(Element):
    """A person or an organization."""

    id: str = field(Identifier(), "The name that references use. Never printed, never reused.", required=True)
    name: str = field(Line(), "The name, as printed.", required=True)
