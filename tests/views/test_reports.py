from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.reports import reports

BODY = """
indicators: [{id: clients, title: Clients, unit: percent}]
outcomes: [{id: code, title: A code}]
updates:
  - id: first
    title: First report
    period: 2021
    entries: [{about: code, status: on_track, progress: 40, evidence: [A *draft*]}]
    readings:
      - {indicator: clients, value: 51486.5, group: {sex: women}}
      - {indicator: clients, min: 9000}
      - {indicator: clients, min: 1, max: 2}
      - {indicator: clients, note: not available before July}
"""


def test_readings_say_their_value_or_bounds(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(BODY)
    (report,) = reports(edition, edition.plan.updates, ()).reports
    values = [reading.value for reading in report.readings]
    assert values == ["51,486.5%", "at least 9,000%", "1%–2%", ""]
    assert (report.readings[0].group, report.has_groups, report.has_notes) == ("women", True, True)


def test_entries_say_how_it_stands(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(BODY)
    (report,) = reports(edition, edition.plan.updates, ()).reports
    (said,) = report.said
    assert (said.about.target, said.status, said.status_word) == ("code", "on_track", "On track")
    assert said.evidence == ("A *draft*",)
    assert [(fact.label, fact.items[0].words) for fact in said.entry.facts] == [("Progress", "40%")]
