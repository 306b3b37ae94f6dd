"""The items of lists that fields lie in, by what each of them is known by."""

from __future__ import annotations

from collections.abc import Mapping

from stratkit.compare.change import Change
from stratkit.compare.listed import known_by
from stratkit.formats.diff.fields import is_of_plan, item
from stratkit.formats.diff.names import Names
from stratkit.formats.diff.piece import Piece, Sentence, fill
from stratkit.formats.diff.values import figure, quote, scalar, value, when
from stratkit.model.measure import Target
from stratkit.model.record import Record
from stratkit.model.report import Update

PATTERNS: Mapping[str, str] = {
    "budget": "budget{date}{funder}",
    "consultation": "step {title} of the consultation",
    "entries": "entry on {about}",
    "follow_up": "follow-up {text}",
    "history": "entry {title} of the history",
    "readings": "reading of {indicator}{date}{group}",
    "references": "work {title}",
    "reporting": "report {title}",
    "targets": "target{date}",
    "versions": "version {title}",
}
"""What an item of each list is called."""


def inner(change: Change) -> str:
    """The way to a field from the item of a list that holds it, if one does; else from the element."""
    return change.field.partition(".")[2] if change.items else change.field


def known(change: Change) -> dict[str, object] | None:
    """What the item that a field lies in is known by, as far as it says that; None if it lies in none."""
    if change.items is None:
        return None
    held = {name: change.items[1].__dict__[name] for name in known_by(change.items[1])}
    return {name: one for name, one in held.items() if one is not None}


def item_of(change: Change, record: Record, names: Names, *, beneath: bool = False) -> Sentence:
    """The entry on *Depth* in the report *2021*; its entry, `beneath` a sentence that named the report."""
    key = change.field.partition(".")[0]
    pattern = PATTERNS.get(key, f"{item(key)} {{itself}}")
    if isinstance(record, Target) and inner(change) == "date":
        pattern = "target {figure}"
    told = fill(pattern, **_parts(record, names))
    if beneath:
        return (Piece("its "), *told)
    holder: Sentence = ()
    if isinstance(change.new, Update):
        holder = (Piece(" in "), *names.full(change.new))
    elif not is_of_plan(change.new):
        holder = (Piece(" of "), *names.name(change.new))
    return (Piece("the "), *told, *holder)


def _parts(record: Record, names: Names) -> dict[str, Sentence]:
    """What may be told of an item, each as a piece of its name."""
    held = record.__dict__
    group = held.get("group")
    return {
        "about": names.of_id(held.get("about") or ""),
        "indicator": names.of_id(held.get("indicator") or ""),
        "title": names.name(record),
        "text": (Piece("“"), quote(held.get("text") or ""), Piece("”")),
        "date": when(" for ", held.get("date")),
        "funder": fill(" from {name}", name=names.of_id(held["funder"])) if held.get("funder") else (),
        "group": fill(" ({group})", group=(Piece(scalar(group), "quoted"),)) if group else (),
        "figure": (Piece(figure(record), "quoted"),) if isinstance(record, Target) else (),
        "itself": value(record, None, names),
    }
