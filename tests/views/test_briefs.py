from __future__ import annotations

from collections.abc import Callable

from stratkit.views.briefs import brief, briefs, left_out, word_for
from stratkit.views.edition import Edition
from stratkit.views.room import Room

Opener = Callable[..., Edition]
MANY = "challenges:\n" + "".join(
    f"  - {{id: c{n}, title: Challenge {n}, text: '{'A sentence of some length. ' * 9}'}}\n"
    for n in range(12)
)


def test_a_summary_goes_before_a_text(edition_of: Opener) -> None:
    body = "challenges:\n  - {id: a, title: A, summary: In short., text: At length., basis: reading}\n"
    edition = edition_of(body)
    said = brief(edition, edition.plan.challenges[0], 99)
    assert (said.title, said.words, said.basis, said.reading) == ("A", "In short.", "reading", False)


def test_a_reading_is_told_where_it_is_shown(edition_of: Opener) -> None:
    body = "challenges: [{id: a, title: A, text: Words., reading: [text]}]\n"
    edition = edition_of(body)
    assert brief(edition, edition.plan.challenges[0], 99).reading


def test_excerpts_grow_shorter_before_elements_are_left_out(edition_of: Opener) -> None:
    edition = edition_of(MANY)
    lengths = []
    for lines in (99, 45, 30, 20, 8):
        found = briefs(edition, "challenges", edition.plan.challenges, Room(lines))
        lengths.append((len(found.items), len(found.items[0].words)))
        assert found.count == 12
        assert found.more == (
            "" if len(found.items) == 12 else f"and {12 - len(found.items)} more in the plan"
        )
    assert [count for count, _ in lengths] == [12, 12, 12, 12, 4]
    assert [words for _, words in lengths] == sorted((words for _, words in lengths), reverse=True)
    assert lengths[0][1] > 200
    assert lengths[-1][1] == 0


def test_what_is_left_out_is_counted(edition_of: Opener) -> None:
    edition = edition_of()
    assert [left_out(edition, count) for count in (-1, 0, 1)] == ["", "", "and 1 more in the plan"]


def test_one_of_a_kind_is_called_by_its_word_for_one(edition_of: Opener) -> None:
    edition = edition_of(header="  labels: {axis: {one: Project, many: Projects}}\n")
    assert [word_for(edition, "axes", count) for count in (1, 2)] == ["Project", "Projects"]
    assert [word_for(edition, "programmes", count) for count in (1, 2)] == ["Programme", "Programmes"]
