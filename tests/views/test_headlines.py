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
