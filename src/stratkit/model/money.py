"""Money."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from stratkit.model.date import PartialDate
from stratkit.model.record import Record, field
from stratkit.model.shape import ACTOR, Amount, DateShape, Line, Reference


class Money(NamedTuple):
    """A number of a currency's main unit, and its three-letter code (ISO 4217)."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


class Budget(Record):
    """A sum set aside."""

    amount: Money = field(Amount(), "The sum and its currency, such as `120000 EUR`.", required=True)
    date: PartialDate | None = field(DateShape(), "The time it is for.")
    funder: str | None = field(Reference(*ACTOR), "Who pays it.")
    note: str | None = field(Line(), "What has to be known about it.")
