"""Which parts a document has, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.model.narrative import Chapter, Foreword
from stratkit.model.plan import Plan
from stratkit.model.promise import Outcome
from stratkit.model.record import Record

PARTS = tuple(name for name in Plan.fields_ if name not in ("format", "plan", "outline", "readings"))
"""The names of all parts, in the order in which they are printed where there is no outline.

Readings in bulk are told where they are measured: with their indicators, and in the documents of progress.
"""


class Outline:
    """What is printed: `places` gives for each part, chapter and foreword the records that stand there.

    A chapter that the outline names has a place of its own; one with `box_in` stands as a box in that place.
    Outcomes that name their `parent` stand there, if it is printed.
    """

    def __init__(self, plan: Plan) -> None:
        self._named = {part.id: part for part in (*plan.forewords, *plan.chapters)}
        names = dict.fromkeys(plan.outline or PARTS)
        self._boxes: dict[str, list[Chapter]] = {}
        for chapter in plan.chapters:
            if chapter.box_in and chapter.id not in names:
                self._boxes.setdefault(chapter.box_in, []).append(chapter)
        self.places: dict[str, tuple[Record, ...]] = {}
        for name in names:
            self._place(name, plan)
        if "action_lines" in names and "outcomes" in names:
            self.places["outcomes"] = tuple(r for r in self.places["outcomes"] if not _is_adopted(r))

    def _place(self, name: str, plan: Plan) -> None:
        if name in self._named:
            self.places[name] = (self._named[name],)
            return
        value = plan.__dict__.get(name) if name in PARTS else None
        records = value if isinstance(value, tuple) else (value,) if value is not None else ()
        if name not in ("chapters", "forewords"):
            self.places[name] = records
        for record in records if name in ("chapters", "forewords") else ():
            if isinstance(record, Foreword | Chapter) and record.id not in {
                *(plan.outline or ()),
                *self._boxed(),
            }:
                self.places[record.id] = (record,)

    def _boxed(self) -> set[str]:
        return {box.id for boxes in self._boxes.values() for box in boxes}

    def boxes(self, place: str) -> Iterator[Chapter]:
        """The chapters printed as boxes in a place, each followed by those that are boxes in it."""
        for chapter in self._boxes.get(place, ()):
            yield chapter
            yield from self.boxes(chapter.id)

    def records(self) -> Iterator[Record]:
        """Every record with a place, boxes too."""
        for place, records in self.places.items():
            yield from records
            yield from self.boxes(place)


def _is_adopted(record: Record) -> bool:
    return isinstance(record, Outcome) and record.parent is not None
