from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.latest import latest

Opener = Callable[..., Edition]
BODY = """
indicators:
  - {id: a, title: A, unit: percent}
  - {id: b, title: B, groups: {sex: [women]}}
  - {id: c, title: C}
updates:
  - id: second
    period: 2022
    readings:
      - {indicator: a, value: 7, note: Counted anew.}
      - {indicator: b, value: 5, date: 2023-01, group: {sex: women}}
      - {indicator: b, min: 9000}
      - {indicator: c}
  - id: first
    period: 2021
    readings:
      - {indicator: a, value: 6}
      - {indicator: b, value: 1, date: 2021-06-30}
"""


def test_the_last_day_counts_whatever_the_order_of_updates(edition_of: Opener) -> None:
    found = latest(edition_of(BODY))
    assert {name: (one.value, one.date, one.note) for name, one in found.items()} == {
        "a": ("7%", "2022", "Counted anew."),
        "b": ("at least 9,000", "2022", ""),
    }


def test_of_one_day_the_later_in_the_plan_counts(edition_of: Opener) -> None:
    body = "indicators: [{id: a, title: A}]\nupdates:\n"
    body += "  - {id: u, date: 2022-12-31, readings: [{indicator: a, value: 1}]}\n"
    body += "  - {id: v, period: 2022, readings: [{indicator: a, value: 2}]}\n"
    body += "  - {id: w, readings: [{indicator: a, value: 3}]}\n"
    assert [(one.value, one.date) for one in latest(edition_of(body)).values()] == [("2", "2022")]
