from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.timeline import Timeline, timeline

Opener = Callable[..., Edition]


def history(edition: Edition) -> Timeline:
    return timeline(edition, "history", edition.plan.history, ())


def dated(*dates: str, part: str = "history") -> str:
    return f"{part}:\n" + "".join(f"  - {{title: Something, date: {date}}}\n" for date in dates)


def test_neighbours_of_one_date_are_one_moment(edition_of: Opener) -> None:
    moments = history(edition_of(dated("1985", "1985", "1990"))).moments
    assert [(moment.date, len(moment.entries)) for moment in moments] == [("1985", 2), ("1990", 1)]


def test_years_are_counted_in_their_order(edition_of: Opener) -> None:
    found = history(edition_of(dated("2001-05", "1985", "2001-03-02", "1990")))
    assert [(year.number, year.words, year.count) for year in found.years] == [
        (1985, "1985", 1),
        (1990, "1990", 1),
        (2001, "2001", 2),
    ]
    assert found.sentence == (
        "Drawing: 4 events on a line of years, from 1985 to 2001. The most in one year: 2, in 2001."
    )


def test_the_fullest_years_are_all_named(edition_of: Opener) -> None:
    found = history(edition_of(dated("1985", "1985", "1990", "2001", "2001")))
    assert found.sentence.endswith("The most in one year: 2, in 1985 and 2001.")
    assert "The most" not in history(edition_of(dated("1985", "1990", "2001"))).sentence


def test_two_years_are_not_drawn(edition_of: Opener) -> None:
    found = history(edition_of(dated("1985", "1990-01", "1990-02")))
    assert (found.years, found.sentence) == ((), "")


def test_only_a_history_is_drawn(edition_of: Opener) -> None:
    edition = edition_of(dated("2019", "2020", "2021", part="consultation"))
    found = timeline(edition, "consultation", edition.plan.consultation, ())
    assert (len(found.moments), found.years) == (3, ())
