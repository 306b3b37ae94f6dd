"""What may stand in a field: the shapes of values.

The binder, the JSON Schema, the reference rules, the comparison and the reference pages all read these
descriptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stratkit.model.record import Record

ACTOR = ("stakeholder", "member", "organization")
"""The kinds of element that can act."""

WORK = ("action_line", "axis", "outcome")
"""The kinds of element that can be worked for."""


class Shape:
    """What a value looks like; `words` names it in a message ("a date")."""

    words = "a value"


class Line(Shape):
    """A text on one line; translatable into a mapping of language to text."""

    words = "a text"


class Prose(Shape):
    """A Markdown text: written out, one for each language, or in a file beside the YAML."""

    words = "a text"


class Word(Shape):
    """A text that is the same in every language: a name of the field, an address, a number as printed."""

    words = "a text"


class Identifier(Shape):
    """An element's id."""

    words = "an id"


class Address(Shape):
    """An http, https or mailto address."""

    words = "a web address"


class FolderPath(Shape):
    """A relative path to another plan's folder."""

    words = "a path to a folder"


class Number(Shape):
    """A decimal number, between bounds if there are any; in a unit, such as `percent`, if it always is."""

    words = "a number"

    def __init__(
        self, low: int | None = None, high: int | None = None, *, whole: bool = False, unit: str = ""
    ) -> None:
        self.low = low
        self.high = high
        self.whole = whole
        self.unit = unit


class Amount(Shape):
    """A sum of money: `120000 EUR`."""

    words = "an amount with its currency"


class Measurement(Shape):
    """A number, or one of the words of the indicator's scale."""

    words = "a number"


class DateShape(Shape):
    """A date as exact as its author knows it: `2021`, `2021-H1`, `FY2026-Q1`, `2021-09-30`."""

    words = "a date"


class PeriodShape(Shape):
    """A date's whole span, or `{start, end}`."""

    words = "a period"


class SdgCode(Shape):
    """A Sustainable Development Goal or target: `5`, `5.c`."""

    words = "an SDG goal or target"


class Colour(Shape):
    """A colour as the web writes it: `#16233f`."""

    words = "a colour"


class Choice(Shape):
    """One of a few words."""

    def __init__(self, *options: str) -> None:
        self.options = options
        self.words = "one of " + ", ".join(options) if len(options) > 1 else f"`{options[0]}`"


class Flag(Shape):
    """`true` or `false`."""

    words = "`true` or `false`"


class Reference(Shape):
    """The id of another element: of one of `kinds`, or of any kind if there are none.

    `previous` says that the id belongs to the plan before this one; `former` that nothing has it any more.
    """

    words = "an id"

    def __init__(self, *kinds: str, previous: bool = False, former: bool = False) -> None:
        self.kinds = kinds
        self.previous = previous
        self.former = former


class Place(Shape):
    """The id of a chapter or the name of a part of the document, such as `vision`."""

    words = "the id of a chapter or the name of a part"


class Many(Shape):
    """A list; `keyed_by` names the one-value form that a single item may take instead."""

    words = "a list"

    def __init__(self, item: Shape) -> None:
        self.item = item


class Part(Shape):
    """A record inside a record; `brief` names the field that a plain text in its place fills."""

    words = "a mapping of keys to values"

    def __init__(self, record: type[Record], brief: str = "") -> None:
        self.record = record
        self.brief = brief


class Table(Shape):
    """A mapping whose keys the author chooses; `keys` is the shape of each key, `value` of each value."""

    words = "a mapping of keys to values"

    def __init__(self, value: Shape, keys: Shape | None = None) -> None:
        self.value = value
        self.keys = keys
