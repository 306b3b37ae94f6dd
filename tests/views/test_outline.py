from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.outline import PARTS

TEXTS = """
chapters:
  - {id: one, title: One}
  - {id: two, title: Two}
  - {id: in-one, title: In one, box_in: one}
  - {id: in-box, title: In the box, box_in: in-one}
  - {id: in-vision, title: In vision, box_in: vision}
forewords: [{id: note, title: Note}]
vision: To see
members: [{id: oslo, name: Oslo}]
"""


def test_without_an_outline_parts_stand_in_their_order(edition_of: Callable[..., Edition]) -> None:
    places = [name for name, records in edition_of(TEXTS).outline.places.items() if records]
    assert places == ["note", "vision", "one", "two", "members"]


def test_an_outline_says_what_is_printed(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(TEXTS + "outline: [two, vision, chapters]\n")
    assert list(edition.outline.places) == ["two", "vision", "one"]
    assert edition.printed >= {"one", "two", "in-one", "in-box", "in-vision"}
    assert not edition.printed & {"note", "oslo"}


def test_boxes_stand_in_their_place(edition_of: Callable[..., Edition]) -> None:
    outline = edition_of(TEXTS).outline
    assert [box.id for box in outline.boxes("one")] == ["in-one", "in-box"]
    assert [box.id for box in outline.boxes("vision")] == ["in-vision"]


def test_a_box_that_the_outline_names_is_a_chapter(edition_of: Callable[..., Edition]) -> None:
    outline = edition_of(TEXTS + "outline: [one, in-one]\n").outline
    assert list(outline.places) == ["one", "in-one"]
    assert not list(outline.boxes("one"))


def test_parts_leave_out_what_is_no_part() -> None:
    assert PARTS[0] == "forewords"
    assert not {"format", "plan", "outline"} & set(PARTS)
