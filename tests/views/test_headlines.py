from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.headlines import MOST, headlines
from stratkit.views.room import Room

Opener = Callable[..., Edition]
BODY = """
indicators:
  - {id: bare, title: Bare}
  - {id: based, title: Based, unit: percent, baseline: {value: 8.9, date: 2020}}
  - id: aimed
    title: Aimed
    targets: [{value: 2, date: 2022}, {value: 3, date: 2023}]
    reading: [targets]
"""


def test_targets_first_then_baselines(edition_of: Opener) -> None:
    found = headlines(edition_of(BODY), Room(50))
    assert [one.title for one in found.items] == ["Aimed", "Based", "Bare"]
    aimed, based, bare = found.items
    assert aimed.target is not None
    assert (aimed.target.value, aimed.target.date, aimed.reading) == ("3", "2023", True)
    assert based.baseline is not None
    assert (based.baseline.value, based.target) == ("8.9%", None)
    assert (bare.baseline, bare.target) == (None, None)
    assert (found.has_baselines, found.has_targets, found.count, found.more) == (True, True, 3, "")


def test_many_are_counted(edition_of: Opener) -> None:
    body = "indicators:\n" + "".join(f"  - {{id: i{n}, title: Indicator {n}}}\n" for n in range(MOST + 5))
    assert headlines(edition_of(body), Room(50)).more == "and 5 more in the plan"
    assert not headlines(edition_of(body), Room(4)).items


def test_none(edition_of: Opener) -> None:
    found = headlines(edition_of(), Room(50))
    assert (found.items, found.count, found.more) == ((), 0, "")


def test_the_latest_reading_and_what_qualifies_a_value(edition_of: Opener) -> None:
    body = """
indicators:
  - {id: a, title: A, unit: percent, baseline: {value: 1, note: An average.}, text: A share? Or not.}
  - {id: b, title: B, baseline: {value: 2, note: An average.}, reading: [text], text: Ours.}
  - {id: c, title: C}
updates:
  - id: u
    period: 2021
    readings: [{indicator: a, value: 7, note: Counted anew.}, {indicator: c, min: 9, reading: [min]}]
"""
    found = headlines(edition_of(body), Room(50))
    a, b, c = found.items
    assert a.latest is not None
    assert (a.latest.value, a.latest.date) == ("7%", "2021")
    assert a.told == ("Counted anew.", "A share? Or not.")
    assert a.baseline is not None
    assert [(note.mark, note.text) for note in found.notes] == [(a.baseline.mark, "An average.")]
    assert (b.told, b.reading, b.latest) == (("Ours.",), True, None)
    assert c.latest is not None
    assert (c.latest.value, c.latest.reading) == ("at least 9", True)
    assert (found.has_baselines, found.has_targets, found.has_latest) == (True, False, True)


def test_what_qualifies_a_value_is_left_out_before_an_indicator_is(edition_of: Opener) -> None:
    body = "indicators:\n" + "".join(
        f"  - {{id: i{n}, title: Indicator {n}, text: '{'A qualification of it. ' * 5}'}}\n"
        for n in range(MOST)
    )
    ample, close = (headlines(edition_of(body), Room(room)) for room in (50, 14))
    assert len(ample.items) == len(close.items) == MOST
    assert all(one.told for one in ample.items)
    assert not any(one.told for one in close.items)
