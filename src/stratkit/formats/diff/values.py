"""Values within sentences: names for ids, figures in their author's numbers, texts in quotes."""

from __future__ import annotations

from decimal import Decimal

from stratkit.compare.figures import Figure, said, values
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, fill, joined
from stratkit.model import shape
from stratkit.model.date import PartialDate
from stratkit.model.measure import Baseline, Target
from stratkit.model.money import Budget
from stratkit.model.record import Record
from stratkit.model.report import Entry, Reading

LONGEST = 160
"""How much of a text is quoted."""
LARGE = 1_000
"""Numbers from which on commas part the thousands."""


def value(held: object, what: shape.Shape | None, names: Names) -> Sentence:
    """A value of a shape in words, with the names of a plan; `none` where there is none."""
    if held is None:
        return (Piece("none"),)
    if isinstance(held, Record):
        return _record(held, names)
    if isinstance(held, tuple) and not hasattr(held, "_fields"):
        return joined([value(one, what, names) for one in held])
    return _text(held, what, names) if isinstance(held, str) else (Piece(scalar(held), "quoted"),)


def _text(held: str, what: shape.Shape | None, names: Names) -> Sentence:
    """A text by its shape: that of an element for an id, in quotes if it is prose."""
    match what:
        case shape.Reference() | shape.Place():
            return names.of_id(held)
        case shape.Choice():
            return names.word(held)
        case shape.SdgCode():
            return (Piece("SDG "), Piece(held, "quoted"))
        case shape.Line() | shape.Prose():
            return (Piece("“"), quote(held), Piece("”"))
    return (Piece(held, "quoted"),)


def scalar(held: object) -> str:
    """A single value as its author may have written it."""
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, dict):
        return ", ".join(f"{key}: {scalar(one)}" for key, one in held.items())
    return f"{held:f}" if isinstance(held, Decimal) else str(held)


def quote(text: str, longest: int = LONGEST) -> Piece:
    """The beginning of a text, on one line."""
    words = " ".join(text.split())
    return Piece(words if len(words) <= longest else f"{words[:longest].rstrip()}…", "quoted")


def _record(held: Record, names: Names) -> Sentence:
    """An item without an id by what it is known by."""
    match held:
        case Target() | Baseline():
            return (Piece(figure(held), "quoted"), *when(" for ", held.date))
        case Reading():
            told = (Piece(": "), Piece(said(held), "quoted")) if said(held) else ()
            return (*names.of_id(held.indicator), *when(" for ", held.date), *told)
        case Entry():
            return names.of_id(held.about)
        case Budget():
            funder = fill(" from {name}", name=names.of_id(held.funder)) if held.funder else ()
            return (Piece(str(held.amount), "quoted"), *when(" for ", held.date), *funder)
    has_title = getattr(held, "heading", None) or held.__dict__.get("title")
    return names.name(held) if has_title else _fields(held, names)


def _fields(held: Record, names: Names) -> Sentence:
    """A record without a title by its text, or by all that it says."""
    given = {name: one for name, one in held.as_dict().items() if one and one != held.defaults_[name]}
    told = {name: value(one, held.fields_[name].shape, names) for name, one in given.items()}
    for name in ("one", "statement", "text"):
        if name in told:
            return told[name]
    return joined([(Piece(f"{name.replace('_', ' ')} "), *one) for name, one in told.items()])


def figure(held: Figure) -> str:
    """What a figure says, with commas in large numbers; a word if it says nothing that can be read."""
    told = said(held)
    for _, number in values(held):
        if isinstance(number, Decimal) and abs(number) >= LARGE:
            told = told.replace(f"{number:f}", f"{number:,f}", 1)
    return told or "an unknown value"


def when(before: str, date: PartialDate | None) -> Sentence:
    """A date with words before it; nothing where there is none."""
    return (Piece(before), Piece(str(date), "quoted")) if date else ()
