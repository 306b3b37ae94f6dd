"""Who acts, decides, pays or benefits."""

from __future__ import annotations

from stratkit.model.date import PartialDate
from stratkit.model.element import Named
from stratkit.model.record import field
from stratkit.model.shape import Address, Choice, DateShape, Identifier, Line, Many, Word


class Stakeholder(Named):
    """A person, a group or an organization that has to do with the plan."""

    kind_ = "stakeholder"
    kind: str | None = field(Choice("organization", "group", "person"), "What they are.")
    full_name: str | None = field(Line(), "The name in full.")
    position: str | None = field(Line(), "The office a person holds.")
    roles: tuple[str, ...] = field(Many(Word()), "What they do: performer, beneficiary, reviewer, funder, …")
    url: str | None = field(Address(), "Where to read more.")


class Member(Named):
    """One of those the organization is made of. May stand wherever a stakeholder may."""

    kind_ = "member"
    full_name: str | None = field(Line(), "The name in full.")
    place: str | None = field(Line(), "Where they are.")
    region: str | None = field(Line(), "The region they belong to.")
    since: PartialDate | None = field(DateShape(), "A member from the first day of this.")
    until: PartialDate | None = field(DateShape(), "A member to the last day of this.")
    url: str | None = field(Address(), "Where to read more.")


class Organization(Named):
    """Whose plan it is."""

    kind_ = "organization"
    id: str = field(Identifier(), "The name that references use. It may be left out.", default="")
    full_name: str | None = field(Line(), "The name in full.")
    url: str | None = field(Address(), "Its website.")
